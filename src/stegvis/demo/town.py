"""What the makers of Korsby's people share: who works there, what is offered, what time it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from stegvis.kernel.actor import Actor

from .places import KORSBY

ZONE = ZoneInfo(KORSBY.time_zone)


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of a year there is: `weeks` that have passed, and the groups whose people are there."""

    weeks: int
    groups: frozenset[str]


@dataclass(frozen=True, slots=True)
class Townsperson:
    """Somebody who comes to the centre. `actor` is herself, for those who have a code; None for all others."""

    participant_id: UUID
    since: datetime
    actor: Actor | None = None

    @property
    def herself(self) -> Actor:
        if self.actor is None:
            raise LookupError("an invented person without a code")
        return self.actor


@dataclass(frozen=True, slots=True)
class Town:
    """What fills up while they come: `people` by name, `introduced` name and offering, `places` by name and round."""

    actors: Mapping[str, Actor]
    listings: Mapping[str, UUID]
    now: datetime
    extent: Extent
    people: dict[str, Townsperson] = field(default_factory=dict)
    introduced: set[tuple[str, str]] = field(default_factory=set)
    places: dict[tuple[str, UUID], UUID] = field(default_factory=dict)

    @property
    def ingrid(self) -> Actor:
        return self.actors["Ingrid"]

    @property
    def berit(self) -> Actor:
        return self.actors["Berit"]

    def week(self, week: int) -> datetime:
        """This hour so many weeks from now; before now when negative."""
        return self.now + timedelta(weeks=week)

    def today(self) -> date:
        return self.now.astimezone(ZONE).date()


def clock(on: date, at: time) -> datetime:
    """This moment in Korsby."""
    return datetime.combine(on, at, tzinfo=ZONE)


def seat_of(actor: Actor) -> UUID:
    if actor.seat_id is None:
        raise LookupError("an invented person without a seat")
    return actor.seat_id


def who_is(actor: Actor) -> tuple[UUID, UUID]:
    """Her user and her seat."""
    if actor.user_id is None:
        raise LookupError("an invented person without a login")
    return actor.user_id, seat_of(actor)
