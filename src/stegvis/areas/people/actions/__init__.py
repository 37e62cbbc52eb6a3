"""What changes in this area."""

from .codes import NewcomerShown as NewcomerShown
from .codes import choose_code as choose_code
from .codes import let_in_again as let_in_again
from .codes import make_code as make_code
from .codes import record_participant as record_participant
from .codes import suggest_secret as suggest_secret
from .drafts import forget_drafts as forget_drafts
from .drafts import forget_old_drafts as forget_old_drafts
from .drafts import keep_draft as keep_draft
from .drafts import take_drafts as take_drafts
from .organisations import add_department as add_department
from .organisations import add_organisation as add_organisation
from .seats import add_seat as add_seat
from .seats import choose_password as choose_password
from .seats import end_seat as end_seat
from .seats import invite as invite
