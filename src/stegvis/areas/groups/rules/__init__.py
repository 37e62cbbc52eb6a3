"""Decisions of the groups area: who gets a place, and on which days a round meets. Pure: no Django, no clock."""

from .attending import MOST_WHO_COME as MOST_WHO_COME
from .attending import decide_count as decide_count
from .attending import decide_note as decide_note
from .attending import how_many as how_many
from .attending import in_order as in_order
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
from .places import ROOM_TAKEN as ROOM_TAKEN
from .places import Asking as Asking
from .places import decide_place as decide_place
from .places import decide_room as decide_room
from .places import free_places as free_places
from .places import takes_in_from_line as takes_in_from_line
from .queue import InLine as InLine
from .queue import answer_by as answer_by
from .queue import is_her_turn as is_her_turn
from .queue import next_to_offer as next_to_offer
