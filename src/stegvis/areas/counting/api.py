"""What higher areas, the clock and the demo may use."""

from .actions import correct as correct
from .actions import count as count
from .actions import forget_known as forget_known
from .actions import same_again as same_again
from .queries import Day as Day
from .queries import Month as Month
from .queries import Number as Number
from .queries import ServiceLine as ServiceLine
from .queries import WayLine as WayLine
from .queries import day as day
from .queries import month as month
from .rules import Kind as Kind
from .rules import Source as Source
from .rules import Unit as Unit
from .rules import Way as Way

__all__ = [
    "Day",
    "Kind",
    "Month",
    "Number",
    "ServiceLine",
    "Source",
    "Unit",
    "Way",
    "WayLine",
    "correct",
    "count",
    "day",
    "forget_known",
    "month",
    "same_again",
]
