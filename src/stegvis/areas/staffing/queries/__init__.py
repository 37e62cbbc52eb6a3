"""Reads of the roster. What can be held is worked out each time, never stored."""

from .asking import Asked as Asked
from .asking import MyDuty as MyDuty
from .asking import MyPart as MyPart
from .asking import is_on_duty_later as is_on_duty_later
from .asking import my_part as my_part
from .door import DoorShown as DoorShown
from .door import door as door
from .held import Staffed as Staffed
from .held import employees_needed as employees_needed
from .held import staffed as staffed
from .meeting import MeetingStaffing as MeetingStaffing
from .meeting import Person as Person
from .meeting import meeting_staffing as meeting_staffing
from .needs import RoundNeeds as RoundNeeds
from .needs import needs_of as needs_of
from .shown import AwayShown as AwayShown
from .shown import DutyShown as DutyShown
from .shown import GapShown as GapShown
from .shown import MeetingOnRoster as MeetingOnRoster
from .week import Day as Day
from .week import Week as Week
from .week import away_now as away_now
from .week import week as week
from .week import week_to_plan as week_to_plan
from .week import which_week as which_week
