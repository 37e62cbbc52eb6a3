"""The questions of the roster."""

from .away import AwayForm as AwayForm
from .duties import DutyForm as DutyForm
from .needs import NeedsForm as NeedsForm
