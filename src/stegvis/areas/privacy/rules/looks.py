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
    look_id: UUID


@dataclass(frozen=True, slots=True)
class SameLooks:
    """What one seat opened for one reason on one day, and when: the latest time first, whose look `look_id` is."""

    seat_id: UUID | None
    role: Role
    why: str
    at: tuple[datetime, ...]
    look_id: UUID


def by_day(looks: Iterable[OneLook]) -> list[tuple[date, tuple[SameLooks, ...]]]:
    """Tell looks, given with the latest first, day by day. Times that read the same are told once.

    Nothing is left out: every look's seat, reason and minute stands under its day.
    """
    days = groupby(looks, key=lambda look: look.at.date())
    return [(day, _of_one_day(list(of_day))) for day, of_day in days]


def _of_one_day(looks: list[OneLook]) -> tuple[SameLooks, ...]:
    times: dict[tuple[UUID | None, Role, str], dict[str, OneLook]] = {}
    for look in looks:
        times.setdefault((look.seat_id, look.role, look.why), {}).setdefault(f"{look.at:%H%M}", look)
    return tuple(
        SameLooks(*who_and_why, tuple(one.at for one in same.values()), next(iter(same.values())).look_id)
        for who_and_why, same in times.items()
    )
