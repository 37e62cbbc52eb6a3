"""What other areas, the faces, the demo and the clock may use."""

from .actions import back_again as back_again
from .actions import check_due as check_due
from .actions import forget_old_aways as forget_old_aways
from .actions import forget_old_duties as forget_old_duties
from .actions import plan_duty as plan_duty
from .actions import report_away as report_away
from .actions import set_needs as set_needs
from .queries import DoorShown as DoorShown
from .queries import MeetingOnRoster as MeetingOnRoster
from .queries import Staffed as Staffed
from .queries import Week as Week
from .queries import door as door
from .queries import employees_needed as employees_needed
from .queries import staffed as staffed
from .queries import week as week
from .queries import which_week as which_week
from .rules import Carries as Carries
from .rules import Missing as Missing

__all__ = [
    "Carries",
    "DoorShown",
    "MeetingOnRoster",
    "Missing",
    "Staffed",
    "Week",
    "back_again",
    "check_due",
    "door",
    "employees_needed",
    "forget_old_aways",
    "forget_old_duties",
    "plan_duty",
    "report_away",
    "set_needs",
    "staffed",
    "week",
    "which_week",
]
