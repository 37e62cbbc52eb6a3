"""What the rules of staffing need to know. Only employees occur here: nobody who comes, and no volunteer (S1-25)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import NamedTuple
from uuid import UUID

from .codes import Carries, Missing


class Meeting(NamedTuple):
    """One meeting to be staffed. `on` is its local day. `is_open_door`: people look in, nobody has a place."""

    session_id: UUID
    round_id: UUID
    on: date
    starts_at: datetime
    ends_at: datetime
    is_open_door: bool


class OnDuty(NamedTuple):
    """Somebody planned for a meeting, from one moment to another."""

    session_id: UUID
    seat_id: UUID
    starts_at: datetime
    ends_at: datetime
    carries: frozenset[Carries]


class Gone(NamedTuple):
    """A seat that is ill or away, from a moment on; `until_at` None while nobody knows. No reason, ever."""

    seat_id: UUID
    from_at: datetime
    until_at: datetime | None


class Employee(NamedTuple):
    """A seat that is employed and taken, and the days it runs."""

    seat_id: UUID
    from_on: date
    until_on: date | None

    def works_on(self, day: date) -> bool:
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


@dataclass(frozen=True, slots=True)
class Needs:
    """What the meetings of one round need. `competence`: what somebody must be able to do, empty for nothing.

    Looked at `check_days` days before at `check_at` by the clock on the wall; from the day `from_on` on.
    `substitutes`: whom to ask first, in this order.
    """

    employees: int = 1
    second_adult: bool = False
    competence: str = ""
    check_days: int = 1
    check_at: time = time(18)
    from_on: date = date.max
    substitutes: tuple[UUID, ...] = ()

    @property
    def adults(self) -> int:
        """How many employees there must be: a second adult is one beside another."""
        return max(self.employees, 2 if self.second_adult else 1)


class Span(NamedTuple):
    """From one moment to another."""

    starts_at: datetime
    ends_at: datetime


class Gap(NamedTuple):
    """A part of a meeting that lacks something: how many are on duty then, and what is missing."""

    starts_at: datetime
    ends_at: datetime
    on_duty: int
    missing: frozenset[Missing]


@dataclass(frozen=True, slots=True)
class Staffing:
    """How one meeting stands: "1 of 2, cannot be held yet". Worked out each time, never stored.

    `on_duty`: the fewest at any moment of it. `gaps`: the parts that lack something. `whole`: the parts that lack
    nothing; for an open door, when it is open.
    """

    needed: int
    on_duty: int
    missing: frozenset[Missing]
    gaps: tuple[Gap, ...]
    whole: tuple[Span, ...]
    can_be_held: bool


@dataclass(frozen=True, slots=True)
class Roster:
    """All that is known of some days: what meets, what it needs, who is planned, who is away, who works here."""

    zone: str
    meetings: tuple[Meeting, ...]
    needs: Mapping[UUID, Needs]
    duties: Mapping[UUID, Collection[OnDuty]]
    gone: Mapping[UUID, Collection[Gone]]
    employees: Mapping[UUID, Employee] = field(default_factory=dict)

    def only(self, meeting: Meeting) -> Roster:
        """The same with this one meeting."""
        return replace(self, meetings=(meeting,))

    def needs_of(self, meeting: Meeting) -> Needs:
        return self.needs.get(meeting.round_id, UNPLANNED)

    def duties_at(self, meeting: Meeting) -> Collection[OnDuty]:
        return self.duties.get(meeting.session_id, ())


UNPLANNED = Needs()
"""A round that nobody has put into the roster yet: one employee, and no check that calls it off."""
