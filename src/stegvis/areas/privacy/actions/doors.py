"""Closing what is hers to a worker, or a part of it to all who work here; opening it again is hers alone (X-06)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.models import ClosedDoor
from stegvis.kernel.roles import Role

from .. import policy
from ..rules.doors import Door
from ..texts import sections


@action
def close_door(actor: Actor, door: Door, *, now: datetime) -> None:
    """She closes it herself; it counts from the next request. Closing what is closed changes nothing.

    Raises NotAllowed for anybody but a participant, NotFound for somebody who does not work here or no known section.
    """
    policy.require_may_decide_over_doors(actor)
    mine = people.my_participant(actor)
    if _close(actor, mine.id, door, by_seat=None, now=now):
        journal.written(actor, "privacy.door_closed", about=mine.id, at=now)


@action
def open_door(actor: Actor, door: Door, *, now: datetime) -> None:
    """She opens it again. Nobody else can: not who closed it for her, not a manager. Raises NotAllowed, NotFound."""
    policy.require_may_decide_over_doors(actor)
    mine = people.my_participant(actor)
    closed = ClosedDoor.objects.filter(organisation_id=actor.organisation_id, about=mine.id)
    if door.section:
        closed = closed.filter(section=door.section)
    else:
        seat = closed.filter(seat_id=door.seat_id).first()
        user_id = seat.user_id if seat else people.actor_in_seat(actor, _seat(door)).user_id
        closed = closed.filter(user_id=user_id, section="")
    if closed.delete()[0]:
        journal.written(actor, "privacy.door_opened", about=mine.id, at=now)


@action
def note_closing(actor: Actor, participant_id: UUID, door: Door, *, now: datetime) -> None:
    """An adviser writes down what she said she wants closed. It counts at once, and only she opens it again.

    Says nothing about what was closed before. Raises NotAllowed for anybody but an adviser, NotFound.
    """
    policy.require_may_note_closing(actor)
    people.participant_shown(actor, participant_id)
    _close(actor, participant_id, door, by_seat=actor.seat_id, now=now)
    journal.written(actor, "privacy.closing_noted", about=participant_id, at=now)


def _close(actor: Actor, about: UUID, door: Door, *, by_seat: UUID | None, now: datetime) -> bool:
    user_id = None
    if door.section:
        if door.section not in sections():
            raise NotFound
    else:
        worker = people.actor_in_seat(actor, _seat(door))
        if worker.role is Role.PARTICIPANT:
            raise NotFound
        user_id = worker.user_id
    _, is_new = ClosedDoor.objects.get_or_create(
        organisation_id=actor.organisation_id,
        about=about,
        user_id=user_id,
        section=door.section,
        defaults={"seat_id": door.seat_id, "by_seat": by_seat, "closed_at": now},
    )
    return is_new


def _seat(door: Door) -> UUID:
    if door.seat_id is None:
        raise NotFound
    return door.seat_id
