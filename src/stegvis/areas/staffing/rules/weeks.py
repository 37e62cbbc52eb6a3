"""The weeks of the roster, and copying one. Pure: no Django, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from .checking import moment
from .facts import Meeting, OnDuty

WEEK = timedelta(days=7)


def monday_of(day: date) -> date:
    """The Monday of the week this day is in."""
    return day - timedelta(days=day.weekday())


def local_day(at: datetime, *, zone: str) -> date:
    return at.astimezone(ZoneInfo(zone)).date()


def week_of(at: datetime, *, zone: str) -> date:
    return monday_of(local_day(at, zone=zone))


def week_to_open(at: datetime, ends: Iterable[datetime], *, zone: str) -> date:
    """The Monday of the week that a roster opens on: the one it is, until its last meeting is over; then the next.

    `ends`: when the meetings of the week it is are over. A week in which nothing meets is over from its Saturday on.
    """
    monday, last = week_of(at, zone=zone), max(ends, default=None)
    weekend = local_day(at, zone=zone) >= monday + timedelta(days=5)
    over = weekend if last is None else last <= at
    return monday + WEEK if over else monday


def bounds(monday: date, *, zone: str) -> tuple[datetime, datetime]:
    """The first moment of a week, and the first after it: 167 or 169 hours when the clocks change."""
    return moment(monday, time(), zone=zone), moment(monday + WEEK, time(), zone=zone)


@dataclass(frozen=True, slots=True)
class _Slot:
    round_id: UUID
    weekday: int
    number: int


def copied(
    before: Iterable[Meeting],
    duties: Mapping[UUID, Iterable[OnDuty]],
    after: Iterable[Meeting],
    *,
    zone: str,
) -> list[OnDuty]:
    """The duties of one week set into another: same round, same weekday, same place in the day.

    Hours are those of the clock on the wall, so ten stays ten when the clocks change; a meeting that is not there
    (a holiday) gets none.
    """
    targets = _by_slot(after)
    wanted = []
    for slot, meeting in _by_slot(before).items():
        target = targets.get(slot)
        if target is None:
            continue
        later = target.on - meeting.on
        wanted += [
            OnDuty(
                target.session_id,
                duty.seat_id,
                _on_the_wall(duty.starts_at, later, zone),
                _on_the_wall(duty.ends_at, later, zone),
                duty.carries,
            )
            for duty in duties.get(meeting.session_id, ())
        ]
    return wanted


def _by_slot(meetings: Iterable[Meeting]) -> dict[_Slot, Meeting]:
    slots: dict[_Slot, Meeting] = {}
    numbers: dict[tuple[UUID, int], int] = {}
    for meeting in sorted(meetings, key=lambda one: one.starts_at):
        day = meeting.round_id, meeting.on.weekday()
        numbers[day] = numbers.get(day, 0) + 1
        slots[_Slot(*day, numbers[day])] = meeting
    return slots


def _on_the_wall(at: datetime, later: timedelta, zone: str) -> datetime:
    local = at.astimezone(ZoneInfo(zone))
    return moment(local.date() + later, local.time(), zone=zone)
