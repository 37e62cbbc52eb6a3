"""Times for a talk: which ones an adviser offers, and who may have one."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .codes import Refusal

MOST_TIMES = 120
"""So many times at once: a slip of the hand should not fill a year."""

NOTICE = timedelta(hours=1)
"""So long before its beginning she can still choose a time herself: the adviser has to see it."""


@dataclass(frozen=True, slots=True)
class PlannedTime:
    """One time to come: its local day and times, and the moments they are."""

    on: date
    starts: time
    ends: time
    starts_at: datetime
    ends_at: datetime


def plan_times(
    *, first_on: date, weeks: int, starts: time, until: time, minutes: int, zone: str, now: datetime
) -> tuple[PlannedTime, ...] | Refusal:
    """One time after another, each of `minutes`, from `starts` to `until`, on this weekday for so many weeks.

    `zone`: an IANA time zone; ten o'clock stays ten o'clock when the clocks change. What has begun is left out.
    """
    if until <= starts:
        return Refusal.ENDS_BEFORE_IT_STARTS
    length, end = timedelta(minutes=minutes), datetime.combine(first_on, until)
    found: list[PlannedTime] = []
    begins = datetime.combine(first_on, starts)
    while begins + length <= end:
        found += [_planned(begins + timedelta(weeks=week), length, zone) for week in range(weeks)]
        begins += length
    if not found:
        return Refusal.TALK_IS_LONGER
    if len(found) > MOST_TIMES:
        return Refusal.TOO_MANY_TIMES
    to_come = tuple(sorted((one for one in found if one.starts_at > now), key=lambda one: one.starts_at))
    return to_come or Refusal.TIME_HAS_PASSED


def _planned(begins: datetime, length: timedelta, zone: str) -> PlannedTime:
    ends = begins + length
    return PlannedTime(
        on=begins.date(),
        starts=begins.time(),
        ends=ends.time(),
        starts_at=begins.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC),
        ends_at=ends.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC),
    )


def decide_time(*, starts_at: datetime, now: datetime, free: bool, by_herself: bool) -> Refusal | None:
    """Whether this time can be hers. An adviser who speaks with her may also give one that is about to begin."""
    if starts_at <= now + (NOTICE if by_herself else timedelta()):
        return Refusal.TIME_HAS_PASSED
    return None if free else Refusal.TIME_TAKEN
