"""Which groups see the guideline, and how; which do not (S1-16). A constant number of questions, however many."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from stegvis.areas.groups import api as groups
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import PosterInRoom, WrittenDown
from ..rules import Group, Hanging, Shown, how_shown, is_running, lacking, room_key


@dataclass(frozen=True, slots=True)
class Room:
    """A room in which the poster hangs. `number`: the version it shows."""

    poster_id: UUID
    room: str
    since: date
    number: int


@dataclass(frozen=True, slots=True)
class RoundSees:
    """One group, and how it sees the guideline; `how` None when it does not, `running` False before it begins."""

    round_id: UUID
    title: str
    language: str
    room: str
    from_on: date
    running: bool
    how: Shown | None

    @property
    def lacks(self) -> bool:
        return self.running and self.how is None


@query
def rooms(actor: Actor) -> list[Room]:
    """Where the poster hangs, by room. Raises NotAllowed."""
    policy.require_may_act(actor)
    rows = PosterInRoom.objects.visible_to(actor).order_by("key")
    return [Room(row.pk, row.room, row.since, row.number) for row in rows]


@query
def seen_by_rounds(actor: Actor, now: datetime, language: str) -> list[RoundSees]:
    """Every group that is not over; those that lack it first. Raises NotAllowed."""
    policy.require_may_act(actor)
    today = timezone.localtime(now).date()
    shown = _sees(actor, groups.all_rounds(actor, now, language), today)
    return sorted(shown, key=lambda one: (not one.lacks, not one.running, one.title.casefold()))


@query
def how_round_sees(actor: Actor, round_id: UUID, now: datetime, language: str) -> RoundSees:
    """One group. Raises NotAllowed, NotFound."""
    policy.require_may_act(actor)
    row = groups.round_shown(actor, round_id, now, language)
    return _sees(actor, [row], timezone.localtime(now).date())[0]


@query
def number_lacking(actor: Actor, now: datetime) -> int:
    """How many running groups see it neither on the wall nor written down. Best none. Raises NotAllowed."""
    policy.require_may_act(actor)
    rows = groups.running_rounds(actor, now)
    written = _written_on(actor, [row.round_id for row in rows])
    of = [Group(row.round_id, row.meeting_place, row.from_on, row.until_on) for row in rows]
    return len(lacking(of, _hanging(actor), written, timezone.localtime(now).date()))


def _sees(actor: Actor, rows: Collection[groups.RoundShown], today: date) -> list[RoundSees]:
    hanging, written = _hanging(actor), _written_on(actor, [row.round_id for row in rows])
    shown = []
    for row in rows:
        group = Group(row.round_id, row.meeting_place, row.from_on, row.until_on)
        how = how_shown(group, hanging, written.get(row.round_id))
        running = is_running(group, today)
        shown.append(
            RoundSees(row.round_id, row.title, row.language, row.meeting_place, row.from_on, running, how)
        )
    return shown


def _hanging(actor: Actor) -> list[Hanging]:
    rows = PosterInRoom.objects.visible_to(actor)
    return [Hanging(row.room, row.since, row.number) for row in rows]


def _written_on(actor: Actor, round_ids: Collection[UUID]) -> dict[UUID, date]:
    rows = WrittenDown.objects.visible_to(actor).filter(round_id__in=round_ids)
    return dict(rows.values_list("round_id", "on"))


def rooms_met_in(seen: Collection[RoundSees]) -> list[str]:
    """The rooms that groups meet in, each once, as it was typed first."""
    named: dict[str, str] = {}
    for one in seen:
        named.setdefault(room_key(one.room), one.room)
    return sorted(named.values(), key=str.casefold)
