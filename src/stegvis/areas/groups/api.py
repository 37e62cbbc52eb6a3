"""What the faces may use."""

from .actions import KINDS as KINDS
from .actions import ask_for_next_place as ask_for_next_place
from .actions import attend as attend
from .actions import call_off as call_off
from .actions import count_came as count_came
from .actions import follow_offering as follow_offering
from .actions import forget_not_today as forget_not_today
from .actions import give_place as give_place
from .actions import leave_place as leave_place
from .actions import let_lapse as let_lapse
from .actions import plan_round as plan_round
from .actions import take_place as take_place
from .actions import when_planned as when_planned
from .queries import CalledOff as CalledOff
from .queries import Holding as Holding
from .queries import MeetingCount as MeetingCount
from .queries import MeetingPlanned as MeetingPlanned
from .queries import MeetingTime as MeetingTime
from .queries import MyMeeting as MyMeeting
from .queries import MyPlace as MyPlace
from .queries import NextMeeting as NextMeeting
from .queries import RoundShown as RoundShown
from .queries import RunningRound as RunningRound
from .queries import SessionPage as SessionPage
from .queries import SessionShown as SessionShown
from .queries import SessionToday as SessionToday
from .queries import ToFill as ToFill
from .queries import all_rounds as all_rounds
from .queries import called_in as called_in
from .queries import called_off as called_off
from .queries import counts as counts
from .queries import days_met as days_met
from .queries import groups_of as groups_of
from .queries import holding as holding
from .queries import meeting_times as meeting_times
from .queries import meeting_times_of as meeting_times_of
from .queries import meetings as meetings
from .queries import meetings_between as meetings_between
from .queries import meetings_of_round as meetings_of_round
from .queries import my_groups as my_groups
from .queries import my_meeting as my_meeting
from .queries import my_offerings as my_offerings
from .queries import next_meetings as next_meetings
from .queries import noted_after_a_talk as noted_after_a_talk
from .queries import noted_again as noted_again
from .queries import open_doors as open_doors
from .queries import places_held as places_held
from .queries import places_to_fill as places_to_fill
from .queries import round_shown as round_shown
from .queries import running_rounds as running_rounds
from .queries import session_page as session_page
from .queries import sessions_of as sessions_of
from .queries import today as today
from .rules import CallOffWhy as CallOffWhy
from .rules import PlaceState as PlaceState
from .rules import SessionState as SessionState
from .texts import CALLED_OFF_WHY as CALLED_OFF_WHY

__all__ = [
    "CALLED_OFF_WHY",
    "KINDS",
    "CallOffWhy",
    "CalledOff",
    "Holding",
    "MeetingCount",
    "MeetingPlanned",
    "MeetingTime",
    "MyMeeting",
    "MyPlace",
    "NextMeeting",
    "PlaceState",
    "RoundShown",
    "RunningRound",
    "SessionPage",
    "SessionShown",
    "SessionState",
    "SessionToday",
    "ToFill",
    "all_rounds",
    "ask_for_next_place",
    "attend",
    "call_off",
    "called_in",
    "called_off",
    "count_came",
    "counts",
    "days_met",
    "follow_offering",
    "forget_not_today",
    "give_place",
    "groups_of",
    "holding",
    "leave_place",
    "let_lapse",
    "meeting_times",
    "meeting_times_of",
    "meetings",
    "meetings_between",
    "meetings_of_round",
    "my_groups",
    "my_meeting",
    "my_offerings",
    "next_meetings",
    "noted_after_a_talk",
    "noted_again",
    "open_doors",
    "places_held",
    "places_to_fill",
    "plan_round",
    "round_shown",
    "running_rounds",
    "session_page",
    "sessions_of",
    "take_place",
    "today",
    "when_planned",
]
