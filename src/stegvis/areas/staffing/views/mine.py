"""What one employee is on, is asked to take, and when she is away: for her own page and for her part of the desk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise

from stegvis.kernel.actor import Actor

from .. import queries
from ..queries import Asked, AwayShown, DutyShown, MyDuty
from .rows import Shift, carries_words, shift_of

JUST_NOW = timedelta(hours=1)
"""So long a tap can be taken back without a trace; later she is simply back from that moment on."""
A_DAY = timedelta(days=1)
A_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class MyLine:
    """One duty of mine, with its meeting and what I carry, in words."""

    mine: MyDuty
    shift: Shift
    carries: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class MyDay:
    """What I am on one day. `is_soon`: today or tomorrow."""

    on: date
    is_today: bool
    is_soon: bool
    lines: tuple[MyLine, ...]


@dataclass(frozen=True, slots=True)
class AwayTime:
    """One unbroken time away, made of one or more rows. `last_on`: its last day, None while nobody knows."""

    ids: tuple[UUID, ...]
    from_at: datetime
    until_at: datetime | None
    has_begun: bool

    @property
    def key(self) -> UUID:
        return self.ids[0]

    @property
    def last_on(self) -> date | None:
        return (self.until_at - A_MOMENT).date() if self.until_at else None

    def covers(self, duty: DutyShown) -> bool:
        """Whether any of this duty is in it."""
        return self.from_at < duty.ends_at and (self.until_at is None or self.until_at > duty.starts_at)

    def is_fresh(self, now: datetime) -> bool:
        """Whether it can be taken back as if it had never been said."""
        return self.from_at >= now - JUST_NOW


@dataclass(frozen=True, slots=True)
class Mine:
    """`covered`: what I had in my times away, and how it stands now; `days`: what I am on, by day."""

    away: tuple[AwayTime, ...]
    covered: tuple[MyLine, ...]
    days: tuple[MyDay, ...]
    asked: tuple[Asked, ...]

    @property
    def is_on_soon(self) -> bool:
        """Whether there is anything today or tomorrow to be ill for."""
        return bool(self.days) and self.days[0].is_soon

    @property
    def ill_first(self) -> str:
        """Which of the two taps comes first: tomorrow's when there is nothing left today and something tomorrow."""
        return "tomorrow" if self.days and not self.days[0].is_today else "today"


def mine_of(actor: Actor, now: datetime, language: str) -> Mine:
    """All of it, as it is now."""
    today = timezone.localdate(now)
    mine = queries.my_part(actor, now, language)
    duties = [MyLine(one, shift_of(one.meeting), carries_words(one.duty.carries)) for one in mine.duties]
    away = times_away(mine.away, now)
    covered = tuple(line for line in duties if any(one.covers(line.mine.duty) for one in away))
    on = [line for line in duties if line not in covered]
    return Mine(
        away=away,
        covered=covered,
        days=tuple(
            MyDay(day, day == today, day <= today + A_DAY, tuple(lines))
            for day, lines in groupby(on, key=_day_of)
        ),
        asked=tuple(mine.asked),
    )


def times_away(rows: Iterable[AwayShown], now: datetime) -> tuple[AwayTime, ...]:
    """Rows that touch or overlap are one time away."""
    times: list[AwayTime] = []
    for row in sorted(rows, key=lambda row: row.from_at):
        last = times[-1] if times else None
        if last and (last.until_at is None or row.from_at <= last.until_at):
            until = None if None in (last.until_at, row.until_at) else _later(last.until_at, row.until_at)
            times[-1] = AwayTime((*last.ids, row.away_id), last.from_at, until, last.has_begun)
        else:
            times.append(AwayTime((row.away_id,), row.from_at, row.until_at, row.from_at <= now))
    return tuple(times)


def _later(one: datetime | None, other: datetime | None) -> datetime | None:
    return max(at for at in (one, other) if at) if one or other else None


def _day_of(line: MyLine) -> date:
    return line.mine.meeting.on
