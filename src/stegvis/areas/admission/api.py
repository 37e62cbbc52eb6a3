"""What other areas and the faces may use."""

from .actions import ask_for_talk as ask_for_talk
from .actions import hold_talk as hold_talk
from .actions import record_talk_held_before as record_talk_held_before
from .actions import save_talk as save_talk
from .actions import slip_is_due as slip_is_due
from .actions import start_talk as start_talk
from .queries import Clarification as Clarification
from .queries import MyTalk as MyTalk
from .queries import TalkShown as TalkShown
from .queries import Waiting as Waiting
from .queries import Wish as Wish
from .queries import clarification_of as clarification_of
from .queries import my_talk as my_talk
from .queries import said_now as said_now
from .queries import waiting_for_talk as waiting_for_talk
from .rules import Choice as Choice
from .rules import ChoiceSaid as ChoiceSaid
from .rules import Greeting as Greeting
from .rules import TalkWords as TalkWords
from .rules import Way as Way

__all__ = [
    "Choice",
    "ChoiceSaid",
    "Clarification",
    "Greeting",
    "MyTalk",
    "TalkShown",
    "TalkWords",
    "Waiting",
    "Way",
    "Wish",
    "ask_for_talk",
    "clarification_of",
    "hold_talk",
    "my_talk",
    "record_talk_held_before",
    "said_now",
    "save_talk",
    "slip_is_due",
    "start_talk",
    "waiting_for_talk",
]
