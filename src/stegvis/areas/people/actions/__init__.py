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
from .passwords import change_password as change_password
from .seats import add_seat as add_seat
from .seats import choose_password as choose_password
from .seats import end_seat as end_seat
from .seats import invite as invite
from .second_step import add_authenticator as add_authenticator
from .second_step import add_passkey as add_passkey
from .second_step import forget_factors as forget_factors
from .second_step import make_recovery_codes as make_recovery_codes
from .second_step import take_away_step as take_away_step
from .second_step import use_code as use_code
from .second_step import use_passkey as use_passkey
