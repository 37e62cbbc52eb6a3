"""Users, organisations, seats and participants."""

from .organisations import Department as Department
from .organisations import Organisation as Organisation
from .seats import Draft as Draft
from .seats import Participant as Participant
from .seats import Seat as Seat
from .seats import in_own_seat as in_own_seat
from .seats import own_participant as own_participant
from .seats import staff_seats as staff_seats
from .users import LINK as LINK
from .users import LoginCode as LoginCode
from .users import User as User
from .users import UserManager as UserManager
