"""Showing the guideline to those who come: on the wall of a room, or written down together (S1-16)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from stegvis.areas.groups import api as groups
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused

from .. import policy
from ..models import GuidelineVersion, PosterInRoom, WrittenDown
from ..rules import Refusal, room_key


@action
def hang_up(actor: Actor, *, room: str, on: date, now: datetime) -> UUID:
    """The poster, as the guideline stands now, hangs in this room since that day. Gives the key of it.

    Where an older one hung, the new one hangs instead; the same again changes nothing. Raises NotAllowed, Refused
    without a guideline, without a room, and for a day to come.
    """
    policy.require_may_act(actor)
    if not room_key(room):
        raise Refused(Refusal.NO_ROOM)
    if on > timezone.localtime(now).date():
        raise Refused(Refusal.NOT_TO_COME)
    number = _in_force(actor)
    poster, is_new = PosterInRoom.objects.get_or_create(
        organisation_id=actor.organisation_id,
        key=room_key(room),
        defaults={"room": " ".join(room.split()), "since": on, "number": number},
    )
    if not is_new and poster.number != number:
        poster.since, poster.number = on, number
        poster.save(update_fields=["since", "number"])
    journal.written(actor, "remarks.poster_hung", about=poster.pk, at=now)
    return poster.pk


@action
def take_down(actor: Actor, *, poster_id: UUID, now: datetime) -> None:
    """The poster hangs there no more. Raises NotAllowed, NotFound."""
    policy.require_may_act(actor)
    PosterInRoom.objects.all().one_visible_to(actor, poster_id).delete()
    journal.written(actor, "remarks.poster_taken_down", about=poster_id, at=now)


@action
def write_down(actor: Actor, *, round_id: UUID, on: date, now: datetime) -> None:
    """This group wrote the guideline down together at its meeting of that day. Another day puts the first one right.

    Raises NotAllowed, NotFound, Refused without a guideline and for a day on which the group has not met.
    """
    policy.require_may_act(actor)
    group = groups.round_shown(actor, round_id, now, "nb")
    _in_force(actor)
    if on not in groups.days_met(actor, group.round_id, now):
        raise Refused(Refusal.NOT_MET_THEN)
    WrittenDown.objects.update_or_create(
        organisation_id=actor.organisation_id, round_id=group.round_id, defaults={"on": on}
    )
    journal.written(actor, "remarks.written_down", about=round_id, at=now)


@action
def not_written_down(actor: Actor, *, round_id: UUID, now: datetime) -> None:
    """It was not, after all: takes the tick away. Nothing happens when there is none. Raises NotAllowed."""
    policy.require_may_act(actor)
    WrittenDown.objects.visible_to(actor).filter(round_id=round_id).delete()
    journal.written(actor, "remarks.not_written_down", about=round_id, at=now)


def _in_force(actor: Actor) -> int:
    """The number of the guideline that stands. Raises Refused where there is none."""
    newest = GuidelineVersion.objects.visible_to(actor).order_by("-number").values_list("number", flat=True)
    number = newest.first()
    if number is None:
        raise Refused(Refusal.NO_GUIDELINE)
    return number
