"""Who may see what about people: catalogue A.7, with columns for visitor, host, ambassador and employee, as one table.

The source of the access tests. Each page of table.py names the kinds of data it shows, each table about people its
kind below, and both are held against this: to the letter, and by opening every page with marked words in the tables.

    no      never, not even that there is something
    own     what is about oneself
    part    of one's own match, session or round only
    shared  while the person shares it with this very seat (X-04), or lets them take part in making it
    all     of one's own organisation, each time as a look
    counts  as numbers only, never a row
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from stegvis.kernel.roles import Role


class See(StrEnum):
    NO = "no"
    OWN = "own"
    PART = "part"
    SHARED = "shared"
    ALL = "all"
    COUNTS = "counts"


class Kind(StrEnum):
    # Not about anybody who comes
    PUBLIC = "public"  # what anybody may know
    STAFF = "staff"  # who works here, and how to reach the house
    HOUSE = "house"  # how the work is laid out: offerings, rounds, times
    COUNTS = "counts"  # numbers without anybody in them
    LOGIN = "login"  # one's own login, sessions and half-written forms
    SEATS = "seats"  # who holds which seat, and what goes with it
    RECORD_CHECK = "record check"  # that a certificate was shown, by whom, when
    # About a participant
    REGISTERED = "registered"
    REACH = "reach"
    WORDS = "words"  # own words, goals, plan
    LETTERS = "letters"
    NETWORK = "network maps"
    OUTCOME = "clarification outcome"
    NO_THANKS = "no thanks"
    CAPACITY = "outing capacity"
    PLACE = "place"
    ATTENDANCE = "attendance"
    SURVEY = "survey answers"
    FOCUS_GROUP = "focus group"
    JOINT_PLAN = "joint plan"
    CHANGE_OF_WORKER = "change of worker"
    LOOKS = "looks"  # who has looked at her data, why, and what she has closed
    QUESTIONS = "questions"  # what she asks about a look
    GRANTS = "grants"  # what she shares with whom
    SHARED = "shared"  # what she lets one reader read
    COPY = "copy"  # her own copy, and what goes when she leaves
    LEAVING = "leaving"  # that she has asked to be forgotten
    COMPLAINT = "complaint"
    WORKING_GROUP = "working group"
    GREETING = "greeting wish"  # that she would rather not be greeted outside
    TASK = "task"  # what she would like to do at an offering, and with whom
    # About workers
    REFLECTION = "reflection notes"
    CONCERN = "staff concern"


COLUMNS = (
    *(Role.VISITOR, Role.PARTICIPANT, Role.VOLUNTEER, Role.ASSOCIATION_CONTACT, Role.HOST, Role.FRONT_LINE),
    *(Role.AMBASSADOR, Role.EMPLOYEE, Role.ADVISER, Role.COORDINATOR, Role.FACILITATOR, Role.MANAGER),
)
A7 = """
                       visito partic volunt assoc  host   front  ambass employ advise coordi facili manage
public:                all    all    all    all    all    all    all    all    all    all    all    all
staff:                 all    all    all    all    all    all    all    all    all    all    all    all
house:                 no     no     all    all    all    all    all    all    all    all    all    all
counts:                no     no     no     no     no     no     no     all    all    all    all    all
login:                 own    own    own    own    own    own    own    own    own    own    own    own
seats:                 no     no     own    own    own    own    own    own    own    part   own    all
record check:          no     no     own    own    own    own    own    own    own    part   own    all

registered:            no     own    part   shared part   no     no     no     all    part   no     counts
reach:                 no     own    shared no     no     shared no     shared all    shared shared shared
words:                 no     own    shared no     shared shared no     shared all    shared shared shared
letters:               no     own    no     no     no     no     no     no     all    no     no     no
network maps:          no     own    no     no     no     no     no     no     shared no     no     no
clarification outcome: no     own    no     no     no     no     no     no     all    no     no     no
no thanks:             no     own    no     no     no     no     no     no     no     part   no     no
outing capacity:       no     own    shared no     no     no     no     no     part   part   no     no
place:                 no     own    part   no     part   no     no     counts all    counts counts counts
attendance:            no     own    part   no     part   no     no     counts all    part   part   counts
survey answers:        no     no     no     no     no     no     no     no     no     no     counts counts
focus group:           no     own    no     no     no     no     no     no     no     no     part   counts
joint plan:            no     own    no     no     no     shared no     no     no     no     no     counts
change of worker:      no     own    no     no     no     no     no     no     no     no     no     all
looks:                 no     own    no     no     no     no     no     no     no     no     no     no
questions:             no     own    part   part   part   part   part   part   all    part   part   part
grants:                no     own    shared no     shared shared shared shared part   shared shared shared
shared:                no     own    shared no     shared shared shared shared shared shared shared shared
copy:                  no     own    no     no     no     no     no     no     part   no     no     no
leaving:               no     own    no     no     no     no     no     no     all    no     no     no
complaint:             own    own    part   part   part   part   part   part   part   part   part   part
working group:         no     own    no     no     no     no     no     all    all    all    no     all
greeting wish:         no     own    no     no     no     no     no     no     no     no     no     no
task:                  no     own    no     no     no     no     no     part   all    part   no     part
reflection notes:      no     no     own    own    own    part   no     part   part   part   own    counts
staff concern:         no     no     no     no     no     counts no     no     no     counts no     counts
"""
"""Rows in the order of the catalogue; what it does not speak of stands before and between. `place` is its "session
attendance" before the session. What somebody can on an outing is for the adviser who plans that one. A coordinator
meets seats and record checks of volunteers and hosts. A complaint is read by the one person whom the organisation has
named; in a working group she goes by a name that she chose for it. Whoever has no login gets her copy on paper, from an
adviser. Of a task whoever goes along with her sees hers, and an adviser all."""


def read(table: str) -> dict[Kind, dict[Role, See]]:
    """The table as data. Raises ValueError for a row that does not fill every column, or names an unknown word."""
    rows = [line.split(":") for line in table.splitlines() if ":" in line]
    return {Kind(name): dict(zip(COLUMNS, map(See, cells.split()), strict=True)) for name, cells in rows}


VISIBLE: Mapping[Kind, Mapping[Role, See]] = read(A7)
ROWS = {See.OWN, See.PART, See.SHARED, See.ALL}


def viewers(kind: Kind) -> frozenset[Role]:
    """The roles that may see rows of this kind, be it only some."""
    return frozenset(role for role, see in VISIBLE[kind].items() if see in ROWS)


def viewers_of_all(kind: Kind) -> frozenset[Role]:
    return frozenset(role for role, see in VISIBLE[kind].items() if see is See.ALL)


OF_TABLE: Mapping[str, Kind] = {
    "kernel.Look": Kind.LOOKS,
    "kernel.ClosedDoor": Kind.LOOKS,
    "people.Participant": Kind.REGISTERED,
    "privacy.Grant": Kind.GRANTS,
    "privacy.GrantItem": Kind.GRANTS,
    "privacy.Reading": Kind.GRANTS,
    "privacy.Question": Kind.QUESTIONS,
    "privacy.Copy": Kind.COPY,
    "privacy.LeavingWish": Kind.LEAVING,
    "messages.Reach": Kind.REACH,
    "messages.Message": Kind.REACH,
    "messages.Delivery": Kind.REACH,
    "messages.Letter": Kind.LETTERS,
    "messages.Complaint": Kind.COMPLAINT,
    "admission.TalkRequest": Kind.WORDS,
    "admission.Talk": Kind.WORDS,
    "admission.OfferingChoice": Kind.OUTCOME,
    "admission.TalkBooking": Kind.WORDS,
    "admission.Introduction": Kind.WORDS,
    "groups.Place": Kind.PLACE,
    "groups.Attendance": Kind.ATTENDANCE,
    "groups.NotToday": Kind.ATTENDANCE,
    "groups.SmallAim": Kind.WORDS,
    "agreements.GreetingWish": Kind.GREETING,
    "outings.Capacity": Kind.CAPACITY,
    "participation.Member": Kind.WORKING_GROUP,
    "participation.Agreement": Kind.WORKING_GROUP,
    "participation.Note": Kind.WORKING_GROUP,
    "participation.WillingToTell": Kind.PLACE,
    "participation.Reader": Kind.WORKING_GROUP,
    "participation.Reading": Kind.WORKING_GROUP,
    "participation.Suggestion": Kind.WORKING_GROUP,
    "responsibilities.Responsibility": Kind.TASK,
    "responsibilities.OwnWords": Kind.WORDS,
}
"""What each table about a participant holds. One that is not here fails."""
