"""The week roster, ready for its page: which week and day are asked for, and what meets on each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ..queries import Week
from ..rules import monday_of
from .rows import Shift, shift_of

CODE = re.compile(r"(\d{4})-W(\d{2})")
FIRST_YEAR, LAST_YEAR = 2000, 2100


@dataclass(frozen=True, slots=True)
class WeekName:
    """A week's number, and what it is called in an address: `2026-W48`."""

    number: int
    code: str


@dataclass(frozen=True, slots=True)
class DayPage:
    """One day. `lacks`: some meeting lacks somebody; `away`: the names of whoever is away in it."""

    on: date
    shifts: tuple[Shift, ...]
    away: tuple[str, ...]
    is_today: bool
    is_shown: bool

    @property
    def number(self) -> int:
        """1 for Monday, 7 for Sunday, as in the address."""
        return self.on.isoweekday()

    @property
    def lacks(self) -> bool:
        return any(shift.look == "short" for shift in self.shifts)


@dataclass(frozen=True, slots=True)
class WeekPage:
    """`short`: how many meetings lack somebody. `can_copy`: something meets, and the week is not over."""

    name: WeekName
    earlier: WeekName
    later: WeekName
    monday: date
    sunday: date
    version: int
    days: tuple[DayPage, ...]
    this: WeekName
    is_this: bool
    is_over: bool
    short: int
    meets: bool
    can_copy: bool


def name_of(monday: date) -> WeekName:
    year, number, _day = monday.isocalendar()
    return WeekName(number, f"{year}-W{number:02}")


def monday_asked_for(code: str) -> date | None:
    """The Monday of the week of this code; None for none, and for what is no week."""
    found = CODE.fullmatch(code)
    if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        return None
    try:
        return date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:
        return None


def day_asked_for(monday: date, asked: str, today: date) -> date:
    """The day that a phone shows: the one asked for (1 Monday, 7 Sunday), else today, else the week's first."""
    if asked in {"1", "2", "3", "4", "5", "6", "7"}:
        return monday + timedelta(days=int(asked) - 1)
    return today if monday_of(today) == monday else monday


def week_page(week: Week, shown: date, today: date) -> WeekPage:
    """All seven days, each with its meetings by time."""
    days = tuple(
        DayPage(
            day.on,
            tuple(shift_of(one) for one in day.meetings),
            tuple(dict.fromkeys(one.name for one in day.away)),
            day.is_today,
            day.on == shown,
        )
        for day in week.days
    )
    shifts = [shift for day in days for shift in day.shifts]
    sunday = week.days[-1].on
    return WeekPage(
        name=name_of(week.monday),
        earlier=name_of(week.earlier),
        later=name_of(week.later),
        monday=week.monday,
        sunday=sunday,
        version=week.version,
        days=days,
        this=name_of(monday_of(today)),
        is_this=any(day.is_today for day in days),
        is_over=sunday < today,
        short=sum(shift.look == "short" for shift in shifts),
        meets=bool(shifts),
        can_copy=bool(shifts) and sunday >= today,
    )
