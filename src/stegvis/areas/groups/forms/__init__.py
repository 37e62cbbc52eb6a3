"""The questions of the groups area."""

from .queue import CompanyForm as CompanyForm
from .rounds import Before as Before
from .rounds import ChangeForm as ChangeForm
from .rounds import RoundForm as RoundForm
from .sessions import AimForm as AimForm
from .sessions import CallOffForm as CallOffForm
from .sessions import CameForm as CameForm
from .sessions import MeetingForm as MeetingForm
from .sessions import PeriodForm as PeriodForm
