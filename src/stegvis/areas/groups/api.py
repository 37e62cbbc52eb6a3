"""What the faces may use."""

from .actions import KINDS as KINDS
from .actions import ask_for_next_place as ask_for_next_place
from .actions import attend as attend
from .actions import count_came as count_came
from .actions import follow_offering as follow_offering
from .actions import forget_not_today as forget_not_today
from .actions import give_place as give_place
from .actions import leave_place as leave_place
from .actions import let_lapse as let_lapse
from .actions import plan_round as plan_round
from .actions import take_place as take_place
from .queries import MeetingCount as MeetingCount
from .queries import MyPlace as MyPlace
from .queries import NextMeeting as NextMeeting
from .queries import RoundShown as RoundShown
from .queries import SessionShown as SessionShown
from .queries import SessionToday as SessionToday
from .queries import ToFill as ToFill
from .queries import counts as counts
from .queries import my_groups as my_groups
from .queries import next_meetings as next_meetings
from .queries import places_to_fill as places_to_fill
from .queries import today as today
from .rules import PlaceState as PlaceState

__all__ = [
    "KINDS",
    "MeetingCount",
    "MyPlace",
    "NextMeeting",
    "PlaceState",
    "RoundShown",
    "SessionShown",
    "SessionToday",
    "ToFill",
    "ask_for_next_place",
    "attend",
    "count_came",
    "counts",
    "follow_offering",
    "forget_not_today",
    "give_place",
    "leave_place",
    "let_lapse",
    "my_groups",
    "next_meetings",
    "places_to_fill",
    "plan_round",
    "take_place",
    "today",
]
