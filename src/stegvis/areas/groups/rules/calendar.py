"""On which days a round meets. Pure: no Django, no clock."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

from .codes import Often, Refusal

MOST_SESSIONS = 120
"""A round is one run of an offering, not for ever: about two years of weeks."""

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
OUR_PARTS = frozenset({"FREQ", "INTERVAL", "BYDAY"})
OUR_INTERVALS = frozenset({"1", "2", "3", "4"})
OUR_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY"})


@dataclass(frozen=True, slots=True)
class Planned:
    """One meeting to come: its local day and times, and the moments they are."""

    on: date
    starts: time
    ends: time
    starts_at: datetime
    ends_at: datetime


def plan_sessions(
    *,
    recurrence: str,
    from_on: date,
    until_on: date,
    starts: time,
    ends: time,
    zone: str,
    dates: Iterable[date] = (),
    leave_out: Collection[date] = (),
) -> tuple[Planned, ...] | Refusal:
    """The meetings of a round, by an RFC 5545 rule without its own start or end ("FREQ=WEEKLY;BYDAY=TH").

    `from_on` and `until_on` are the first and last day that may be met on, `zone` an IANA time zone: twelve
    o'clock stays twelve o'clock when the clocks change. With an empty rule, the round meets on `dates`. `leave_out`:
    days not to meet on, such as holidays.
    """
    if ends <= starts:
        return Refusal.ENDS_BEFORE_IT_STARTS
    days = days_of(recurrence, from_on=from_on, until_on=until_on) if recurrence else chosen_days(dates)
    if isinstance(days, Refusal):
        return days
    kept = [on for on in days if on not in leave_out]
    return (
        tuple(
            Planned(on, starts, ends, moment(on, starts, zone=zone), moment(on, ends, zone=zone))
            for on in kept
        )
        or Refusal.NO_DAYS
    )


def chosen_days(dates: Iterable[date]) -> tuple[date, ...] | Refusal:
    """Days that were chosen one by one, in order and each once."""
    days = tuple(sorted(set(dates)))
    if len(days) > MOST_SESSIONS:
        return Refusal.TOO_MANY_DAYS
    return days or Refusal.NO_DAYS


def recurrence_of(often: Often, weekday: int) -> str:
    """The RFC 5545 rule for what people say; `weekday` counts from Monday, 0. Empty where days are chosen."""
    if often in {Often.ONCE, Often.DAYS}:
        return ""
    every = "INTERVAL=2;" if often is Often.EVERY_OTHER_WEEK else ""
    return f"FREQ=WEEKLY;{every}BYDAY={WEEKDAYS[weekday]}"


def as_people_say(recurrence: str) -> tuple[Often, int] | None:
    """How often, and on which weekday from Monday, 0: the other way of `recurrence_of`. None for any other rule."""
    for often in (Often.EVERY_WEEK, Often.EVERY_OTHER_WEEK):
        for weekday in range(len(WEEKDAYS)):
            if recurrence == recurrence_of(often, weekday):
                return often, weekday
    return None


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
