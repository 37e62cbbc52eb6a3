"""Reads of insight."""

from .hours import KindHours as KindHours
from .hours import MonthOfWork as MonthOfWork
from .hours import meetings_to_come as meetings_to_come
from .hours import month_of_work as month_of_work
from .reviews import Considered as Considered
from .reviews import Decided as Decided
from .reviews import Reminder as Reminder
from .reviews import considered as considered
from .reviews import history as history
from .reviews import lost_in as lost_in
from .reviews import reminder as reminder
