"""Decisions of admission: times for a talk, the talk, and the introductions. Pure: no Django, no clock."""

from .codes import Choice as Choice
from .codes import Greeting as Greeting
from .codes import Refusal as Refusal
from .codes import RequestState as RequestState
from .codes import Subject as Subject
from .codes import Way as Way
from .introductions import mark_of as mark_of
from .introductions import next_number as next_number
from .introductions import still_open as still_open
from .introductions import what_there_is as what_there_is
from .talks import ChoiceSaid as ChoiceSaid
from .talks import TalkWords as TalkWords
from .talks import decide_held_before as decide_held_before
from .talks import decide_holding as decide_holding
from .talks import decide_saving as decide_saving
from .talks import expectations_open as expectations_open
from .talks import keeps_words as keeps_words
from .talks import latest_choices as latest_choices
from .talks import ticks_that_count as ticks_that_count
from .talks import what_is_kept as what_is_kept
from .times import MOST_TIMES as MOST_TIMES
from .times import NOTICE as NOTICE
from .times import PlannedTime as PlannedTime
from .times import decide_time as decide_time
from .times import plan_times as plan_times
