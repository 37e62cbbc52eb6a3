"""How looks are told: by day, and on a day each pair of somebody and a reason once, with its times. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from stegvis.kernel.roles import Role


@dataclass(frozen=True, slots=True)
class OneLook:
    """One response that showed something about her. `at` is local time; `seat_id` None when the house itself looked."""

    seat_id: UUID | None
    role: Role
    why: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SameLooks:
    """What one seat opened for one reason on one day, and when: the latest time first."""

    seat_id: UUID | None
    role: Role
    why: str
    at: tuple[datetime, ...]


def by_day(looks: Iterable[OneLook]) -> list[tuple[date, tuple[SameLooks, ...]]]:
    """Tell looks, given with the latest first, day by day. Times that read the same are told once.

    Nothing is left out: every look's seat, reason and minute stands under its day.
    """
    days = groupby(looks, key=lambda look: look.at.date())
    return [(day, _of_one_day(list(of_day))) for day, of_day in days]


def _of_one_day(looks: list[OneLook]) -> tuple[SameLooks, ...]:
    times: dict[tuple[UUID | None, Role, str], dict[str, datetime]] = {}
    for look in looks:
        times.setdefault((look.seat_id, look.role, look.why), {}).setdefault(f"{look.at:%H%M}", look.at)
    return tuple(SameLooks(*who_and_why, tuple(at.values())) for who_and_why, at in times.items())
