"""What a participant has closed, for herself; and the doors an adviser can note for her, without saying which are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import ClosedDoor
from stegvis.kernel.query import query
from stegvis.kernel.roles import Role

from .. import policy
from ..texts import Section, sections


@dataclass(frozen=True, slots=True)
class Closed:
    """Since when, and the adviser who wrote it down when she told it; empty when she did it herself."""

    since: datetime
    noted_by: str


@dataclass(frozen=True, slots=True)
class SectionDoor:
    code: str
    section: Section
    closed: Closed | None


@dataclass(frozen=True, slots=True)
class WorkerDoor:
    """`here`: whether this seat still runs; without a role when it does not."""

    seat_id: UUID
    name: str
    role: Promise | str
    closed: Closed | None
    here: bool


@dataclass(frozen=True, slots=True)
class Doors:
    """`nobody_left`: every adviser here is shut out, so nobody can help with what is written."""

    sections: tuple[SectionDoor, ...]
    workers: tuple[WorkerDoor, ...]
    nobody_left: bool


@dataclass(frozen=True, slots=True)
class DoorsToNote:
    """What an adviser can write down for this participant: all there is, whatever is closed already."""

    participant_id: UUID
    nickname: str
    sections: tuple[tuple[str, Section], ...]
    workers: tuple[people.StaffShown, ...]


@query
def my_doors(actor: Actor, now: datetime) -> Doors:
    """Everybody she can meet here and every section, and what of it she has closed. Raises NotAllowed for others."""
    policy.require_may_decide_over_doors(actor)
    mine = people.my_participant(actor)
    rows = list(ClosedDoor.objects.filter(organisation_id=actor.organisation_id, about=mine.id))
    who = people.helpers(actor, now=now)
    users = people.users_in(
        actor, {one.seat_id for one in who} | {row.seat_id for row in rows if row.seat_id}
    )
    names = people.seat_names(actor, {row.by_seat for row in rows if row.by_seat})
    shut: dict[UUID | None, Closed] = {row.user_id: _closed(row, names) for row in rows if row.user_id}
    parts = {row.section: _closed(row, names) for row in rows if row.section}
    workers = [
        WorkerDoor(one.seat_id, one.name, people.ROLES[one.role], shut.get(users.get(one.seat_id)), here=True)
        for one in who
    ]
    workers += _gone(actor, rows, {users.get(one.seat_id) for one in who}, shut)
    advisers = [one.seat_id for one in who if one.role is Role.ADVISER]
    return Doors(
        sections=tuple(SectionDoor(code, section, parts.get(code)) for code, section in sections().items()),
        workers=tuple(workers),
        nobody_left=bool(advisers) and all(users.get(seat_id) in shut for seat_id in advisers),
    )


@query
def doors_to_note(actor: Actor, participant_id: UUID, now: datetime) -> DoorsToNote:
    """For the page on which an adviser writes down a wish. A look. Raises NotAllowed, NotFound."""
    policy.require_may_note_closing(actor)
    shown = people.participant_shown(actor, participant_id)
    journal.seen(actor, about=[participant_id], why="privacy.closing", at=now)
    return DoorsToNote(
        participant_id, shown.nickname, tuple(sections().items()), tuple(people.helpers(actor, now=now))
    )


def _closed(row: ClosedDoor, names: dict[UUID, str]) -> Closed:
    return Closed(row.closed_at, names.get(row.by_seat, "") if row.by_seat else "")


def _gone(
    actor: Actor, rows: list[ClosedDoor], here: set[UUID | None], shut: dict[UUID | None, Closed]
) -> list[WorkerDoor]:
    """Doors to those who have stopped working here: they may come back, so she can see and open them."""
    seats = {
        row.seat_id: row.user_id for row in rows if row.seat_id and row.user_id and row.user_id not in here
    }
    names = people.seat_names(actor, set(seats))
    return [
        WorkerDoor(seat_id, name, "", shut[seats[seat_id]], here=False) for seat_id, name in names.items()
    ]
