"""Users, organisations, seats and participants."""

from .open_sessions import Kept as Kept
from .open_sessions import all_kept as all_kept
from .open_sessions import kept_of as kept_of
from .organisations import AgePolicy as AgePolicy
from .organisations import Department as Department
from .organisations import Organisation as Organisation
from .record_checks import CheckedRole as CheckedRole
from .record_checks import RecordCheck as RecordCheck
from .seats import HELPERS as HELPERS
from .seats import Draft as Draft
from .seats import Participant as Participant
from .seats import Seat as Seat
from .seats import in_own_seat as in_own_seat
from .seats import lasting as lasting
from .seats import own_participant as own_participant
from .seats import running_on as running_on
from .seats import staff_seats as staff_seats
from .second_step import Authenticator as Authenticator
from .second_step import Passkey as Passkey
from .second_step import RecoveryCode as RecoveryCode
from .users import LINK as LINK
from .users import LoginCode as LoginCode
from .users import User as User
from .users import UserManager as UserManager
