"""Decisions of the groups area: who gets a place, and on which days a round meets. Pure: no Django, no clock."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

MOST_SESSIONS = 120
"""A round is one run of an offering, not for ever: about two years of weeks."""

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
OUR_PARTS = frozenset({"FREQ", "INTERVAL", "BYDAY"})
OUR_INTERVALS = frozenset({"1", "2", "3", "4"})
OUR_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY"})


class PlaceState(StrEnum):
    """asked -> waiting -> offered -> held -> left. No state says absent (S2-06, S3-47)."""

    ASKED = "asked"
    WAITING = "waiting"
    OFFERED = "offered"
    HELD = "held"
    LEFT = "left"


class SessionState(StrEnum):
    PLANNED = "planned"
    HELD = "held"
    CALLED_OFF = "called_off"


class Often(StrEnum):
    """How often a round meets, as people say it."""

    EVERY_WEEK = "every_week"
    EVERY_OTHER_WEEK = "every_other_week"
    ONCE = "once"


class Refusal(StrEnum):
    """What the rules say no to. Each has words that say what is possible instead."""

    TALK_COMES_FIRST = "talk_comes_first"
    NOT_NOW = "not_now"
    OFFERING_RESTS = "offering_rests"
    ROUND_IS_CLOSED = "round_is_closed"
    ROUND_IS_OVER = "round_is_over"
    ROUND_HAS_STARTED = "round_has_started"
    ROUND_IS_FULL = "round_is_full"
    DAYS_NOT_UNDERSTOOD = "days_not_understood"
    NO_DAYS = "no_days"
    TOO_MANY_DAYS = "too_many_days"
    ENDS_BEFORE_IT_STARTS = "ends_before_it_starts"


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody would like a place in a round. `by_herself`: she presses the button; else staff record her yes.

    `gated`: a talk comes first. `talk_held`: an adviser has held one with her. `said_not_now`: in the latest talk
    about this offering she said maybe later or not for me. `joining`: the offering's joining rule, or empty.
    """

    gated: bool
    talk_held: bool
    said_not_now: bool
    by_herself: bool
    joining: str
    offering_published: bool
    open_for_new: bool
    from_on: date
    until_on: date
    capacity: int | None
    taken: int


def decide_place(asking: Asking, *, today: date) -> Refusal | None:
    """Whether she gets the place. None is yes; a refusal names the first thing in the way.

    Whoever asks, and through whichever door: without a talk held by an adviser there is no place in a gated
    offering (S1-12). After it, her own wish today counts more than what she said in the talk; staff need her
    "now", or that she has said nothing against it (S3-19).
    """
    if not asking.offering_published:
        return Refusal.OFFERING_RESTS
    if asking.gated and not asking.talk_held:
        return Refusal.TALK_COMES_FIRST
    if asking.said_not_now and not asking.by_herself:
        return Refusal.NOT_NOW
    return decide_room(asking, today=today)


def decide_room(asking: Asking, *, today: date) -> Refusal | None:
    """Whether the round takes anybody in at all, whoever it is."""
    if asking.until_on < today:
        return Refusal.ROUND_IS_OVER
    if not asking.open_for_new:
        return Refusal.ROUND_IS_CLOSED
    if asking.joining == "start_of_round" and asking.from_on < today and asking.by_herself:
        return Refusal.ROUND_HAS_STARTED
    if asking.capacity is not None and asking.taken >= asking.capacity:
        return Refusal.ROUND_IS_FULL
    return None


@dataclass(frozen=True, slots=True)
class Planned:
    """One meeting to come: its local day and times, and the moments they are."""

    on: date
    starts: time
    ends: time
    starts_at: datetime
    ends_at: datetime


def plan_sessions(
    *, recurrence: str, from_on: date, until_on: date, starts: time, ends: time, zone: str
) -> tuple[Planned, ...] | Refusal:
    """The meetings of a round, by an RFC 5545 rule without its own start or end ("FREQ=WEEKLY;BYDAY=TH").

    `from_on` and `until_on` are the first and last day that may be met on, `zone` an IANA time zone: twelve
    o'clock stays twelve o'clock when the clocks change.
    """
    if ends <= starts:
        return Refusal.ENDS_BEFORE_IT_STARTS
    days = days_of(recurrence, from_on=from_on, until_on=until_on)
    if isinstance(days, Refusal):
        return days
    return tuple(
        Planned(on, starts, ends, moment(on, starts, zone=zone), moment(on, ends, zone=zone)) for on in days
    )


def recurrence_of(often: Often, first: date) -> str:
    """The RFC 5545 rule for what people say, on the weekday of the first day."""
    if often is Often.ONCE:
        return "FREQ=DAILY"
    every = "INTERVAL=2;" if often is Often.EVERY_OTHER_WEEK else ""
    return f"FREQ=WEEKLY;{every}BYDAY={WEEKDAYS[first.weekday()]}"


def days_of(recurrence: str, *, from_on: date, until_on: date) -> tuple[date, ...] | Refusal:
    """The days a rule means between two days, both included; a refusal when it is not understood, or none or too
    many come of it.
    """
    parts = dict(part.partition("=")[::2] for part in recurrence.upper().split(";"))
    known = set(parts) <= OUR_PARTS and parts.get("FREQ") in OUR_FREQUENCIES
    if not known or parts.get("INTERVAL", "1") not in OUR_INTERVALS or any(map(str.isspace, recurrence)):
        return Refusal.DAYS_NOT_UNDERSTOOD
    try:
        first, last = datetime.combine(from_on, time()), datetime.combine(until_on, time())
        rule = rrulestr(recurrence.upper(), dtstart=first)
        if not isinstance(rule, rrule):
            return Refusal.DAYS_NOT_UNDERSTOOD
        rule = rule.replace(until=last)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError):
        return Refusal.DAYS_NOT_UNDERSTOOD
    days: list[date] = []
    for found in rule:
        days.append(found.date())
        if len(days) > MOST_SESSIONS:
            return Refusal.TOO_MANY_DAYS
    return tuple(days) or Refusal.NO_DAYS


def moment(on: date, at: time, *, zone: str) -> datetime:
    """The moment in UTC at which the clock on the wall shows this time. A time that the spring change leaves out
    is the one an hour later; of one that comes twice in autumn, the first.
    """
    return datetime.combine(on, at, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def free_places(*, capacity: int | None, taken: int) -> int | None:
    """How many places are free; None where everybody can come."""
    return None if capacity is None else max(capacity - taken, 0)
