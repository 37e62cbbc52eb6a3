"""Reads of this area: who is who, who acts, who signs in."""

from .credentials import Choosing as Choosing
from .credentials import choosing as choosing
from .credentials import user_in_session as user_in_session
from .credentials import user_with_code as user_with_code
from .credentials import user_with_password as user_with_password
from .organisations import OrganisationShown as OrganisationShown
from .organisations import organisation as organisation
from .organisations import organisation_id_of as organisation_id_of
from .organisations import organisations as organisations
from .participants import ParticipantShown as ParticipantShown
from .participants import my_participant as my_participant
from .participants import nicknames as nicknames
from .participants import participant_shown as participant_shown
from .participants import who_may_be_let_in as who_may_be_let_in
from .seats import SeatShown as SeatShown
from .seats import SeatToChoose as SeatToChoose
from .seats import StaffShown as StaffShown
from .seats import actor_in_seat as actor_in_seat
from .seats import actor_in_session as actor_in_session
from .seats import seat_names as seat_names
from .seats import seat_shown as seat_shown
from .seats import seats_of as seats_of
from .seats import staff as staff
