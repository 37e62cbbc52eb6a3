"""Periodic jobs: areas declare them in tasks.py, the worker asks which times have come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

Job = Callable[[datetime], None]
HOUSE_TIME = ZoneInfo("Europe/Oslo")
MOST_MISSED_TIMES = 1000


@dataclass(frozen=True, slots=True)
class Minutes:
    """Every so many minutes, counted from midnight UTC. `every` divides a day: 1, 5, 15, 60."""

    every: int

    def after(self, moment: datetime) -> datetime:
        midnight = moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        step = timedelta(minutes=self.every)
        return midnight + ((moment - midnight) // step + 1) * step


@dataclass(frozen=True, slots=True)
class Daily:
    """Once a day by the wall clock of `zone`. An hour that a change to summer time skips comes an hour later."""

    at: time
    zone: ZoneInfo = HOUSE_TIME

    def after(self, moment: datetime) -> datetime:
        day = moment.astimezone(self.zone).date()
        while True:
            due = datetime.combine(day, self.at, tzinfo=self.zone).astimezone(UTC)
            if due > moment:
                return due
            day += timedelta(days=1)


Period = Minutes | Daily


class Missed(StrEnum):
    """What to do about times that passed while nothing ran."""

    EACH = "each"  # each is caught up once, in order: something was due at each of them
    LAST = "last"  # they count as one: what the job does covers all of them


@dataclass(frozen=True, slots=True)
class Entry:
    """One periodic job. `job` is given the time it was due, which is its `now`."""

    name: str
    period: Period
    missed: Missed
    job: Job

    def due(self, *, after: datetime, now: datetime) -> datetime | None:
        """The next time to take: later than `after`, not later than `now`; None while there is none."""
        first = self.period.after(after)
        if first > now:
            return None
        if self.missed is Missed.EACH:
            return first
        last = first
        for _ in range(MOST_MISSED_TIMES):
            following = self.period.after(last)
            if following > now:
                break
            last = following
        return last


_entries: dict[str, Entry] = {}


def every(period: Period, name: str, job: Job, *, missed: Missed) -> None:
    """Let the clock call `job` at each time of `period`. `name` is `area.verb`.

    Raises ValueError when another job has that name.
    """
    entry = Entry(name, period, missed, job)
    if _entries.setdefault(name, entry) != entry:
        raise ValueError(f"{name} is declared twice")


def entries() -> list[Entry]:
    return [_entries[name] for name in sorted(_entries)]


def job_named(name: str) -> Job:
    """Raises KeyError when no area declares it any more."""
    return _entries[name].job
