"""Decisions of the groups area: who gets a place, and on which days a round meets. Pure: no Django, no clock."""

from .calendar import MOST_SESSIONS as MOST_SESSIONS
from .calendar import WEEKDAYS as WEEKDAYS
from .calendar import Planned as Planned
from .calendar import days_of as days_of
from .calendar import moment as moment
from .calendar import plan_sessions as plan_sessions
from .calendar import recurrence_of as recurrence_of
from .codes import Often as Often
from .codes import PlaceState as PlaceState
from .codes import Refusal as Refusal
from .codes import SessionState as SessionState
from .places import Asking as Asking
from .places import decide_place as decide_place
from .places import decide_room as decide_room
from .places import free_places as free_places
