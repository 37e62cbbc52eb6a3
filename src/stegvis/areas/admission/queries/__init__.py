"""Reads of wishes for a talk and of talks."""

from .clarification import Clarification as Clarification
from .clarification import clarification_of as clarification_of
from .clarification import said_now as said_now
from .introductions import IntroductionPart as IntroductionPart
from .introductions import Introductions as Introductions
from .introductions import introductions_for as introductions_for
from .introductions import introductions_open as introductions_open
from .introductions import introductions_with as introductions_with
from .talks import ChoiceShown as ChoiceShown
from .talks import MyTalk as MyTalk
from .talks import TalkShown as TalkShown
from .talks import my_talk as my_talk
from .talks import talk as talk
from .times import Booked as Booked
from .times import BookedToday as BookedToday
from .times import OfferedTime as OfferedTime
from .times import TimeShown as TimeShown
from .times import booked_today as booked_today
from .times import free_times as free_times
from .times import offered_times as offered_times
from .waiting import Held as Held
from .waiting import Waiting as Waiting
from .waiting import Wish as Wish
from .waiting import staff_may_note as staff_may_note
from .waiting import talks_held as talks_held
from .waiting import waiting_for_talk as waiting_for_talk
