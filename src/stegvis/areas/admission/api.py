"""What other areas and the faces may use."""

from .actions import ask_for_talk as ask_for_talk
from .actions import choose_time as choose_time
from .actions import forget_past_times as forget_past_times
from .actions import hold_talk as hold_talk
from .actions import introduce as introduce
from .actions import introduce_oneself as introduce_oneself
from .actions import offer_times as offer_times
from .actions import record_talk_held_before as record_talk_held_before
from .actions import save_talk as save_talk
from .actions import slip_is_due as slip_is_due
from .actions import start_talk as start_talk
from .actions import when_held as when_held
from .queries import Booked as Booked
from .queries import BookedToday as BookedToday
from .queries import Clarification as Clarification
from .queries import IntroductionPart as IntroductionPart
from .queries import Introductions as Introductions
from .queries import MyTalkInShort as MyTalkInShort
from .queries import TalkShown as TalkShown
from .queries import TimeShown as TimeShown
from .queries import Waiting as Waiting
from .queries import Wish as Wish
from .queries import booked_today as booked_today
from .queries import clarification_of as clarification_of
from .queries import free_times as free_times
from .queries import has_had_talk as has_had_talk
from .queries import introductions_for as introductions_for
from .queries import introductions_open as introductions_open
from .queries import met_for_a_talk as met_for_a_talk
from .queries import my_talk_in_short as my_talk_in_short
from .queries import said_now as said_now
from .queries import waiting_for_talk as waiting_for_talk
from .rules import Choice as Choice
from .rules import ChoiceSaid as ChoiceSaid
from .rules import Greeting as Greeting
from .rules import Subject as Subject
from .rules import TalkWords as TalkWords
from .rules import Way as Way
from .texts import OfGroup as OfGroup
from .texts import declare_introduction as declare_introduction

__all__ = [
    "Booked",
    "BookedToday",
    "Choice",
    "ChoiceSaid",
    "Clarification",
    "Greeting",
    "IntroductionPart",
    "Introductions",
    "MyTalkInShort",
    "OfGroup",
    "Subject",
    "TalkShown",
    "TalkWords",
    "TimeShown",
    "Waiting",
    "Way",
    "Wish",
    "ask_for_talk",
    "booked_today",
    "choose_time",
    "clarification_of",
    "declare_introduction",
    "forget_past_times",
    "free_times",
    "has_had_talk",
    "hold_talk",
    "introduce",
    "introduce_oneself",
    "introductions_for",
    "introductions_open",
    "met_for_a_talk",
    "my_talk_in_short",
    "offer_times",
    "record_talk_held_before",
    "said_now",
    "save_talk",
    "slip_is_due",
    "start_talk",
    "waiting_for_talk",
    "when_held",
]
