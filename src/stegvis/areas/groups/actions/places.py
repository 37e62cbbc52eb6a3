"""Taking, giving, confirming and leaving places. Decided and written in one transaction (S1-12, S3-19)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from stegvis.areas.admission import api as admission
from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused

from .. import policy
from ..models import Place, Round
from ..rules import Asking, PlaceState, decide_place


@action
def take_place(actor: Actor, *, round_id: UUID, now: datetime) -> UUID:
    """The participant takes a place herself. Gives its id; pressing twice gives the same place.

    Raises Refused with the first thing in the way (S1-12 before all), NotFound for another organisation's round,
    NotAllowed for anybody but a participant.
    """
    policy.require_may_take_place(actor)
    participant = people.my_participant(actor)
    return _give(actor, participant.id, round_id, now)


@action
def give_place(actor: Actor, *, participant_id: UUID, round_id: UUID, now: datetime) -> UUID:
    """An adviser records a participant's spoken yes. She sees who wrote it down until she confirms it (S3-19).

    The rules are the same as for her own hand, and stricter: staff cannot place her where she said "not now".
    Raises Refused, NotFound for another organisation's participant or round, NotAllowed for anybody else.
    """
    policy.require_may_give_place(actor)
    people.participant_shown(actor, participant_id)
    return _give(actor, participant_id, round_id, now)


@action
def confirm_place(actor: Actor, *, place_id: UUID, now: datetime) -> None:
    """She has read what staff wrote down for her, and it is right. Once is enough."""
    policy.require_may_take_place(actor)
    place = Place.objects.one_visible_to(actor, place_id)
    if place.read_by_participant_at is not None:
        return
    place.read_by_participant_at = now
    place.save(update_fields=["read_by_participant_at"])
    journal.written(actor, "groups.place_confirmed", about=place.participant_id, at=now)


@action
def leave_place(actor: Actor, *, place_id: UUID, now: datetime) -> None:
    """She leaves, in one step and without a reason; an adviser may record that she said so. Leaving twice is fine.

    Raises NotFound for somebody else's place.
    """
    if not policy.may_give_place(actor):
        policy.require_may_take_place(actor)
    place = Place.objects.one_visible_to(actor, place_id)
    if place.state == PlaceState.LEFT:
        return
    place.state = PlaceState.LEFT
    place.save(update_fields=["state"])
    journal.written(actor, "groups.place_left", about=place.participant_id, at=now)


def _give(actor: Actor, participant_id: UUID, round_id: UUID, now: datetime) -> UUID:
    """Decide and give under the round's lock: on PostgreSQL the row's, on SQLite that of the one writer."""
    row = Round.objects.select_for_update(of=("self",)).one_visible_to(actor, round_id)
    places = Place.objects.filter(organisation_id=actor.organisation_id, round=row).exclude(
        state=PlaceState.LEFT
    )
    held = places.filter(participant_id=participant_id).values_list("pk", flat=True).first()
    if held is not None:
        return held
    asking = _asking(actor, participant_id, row, taken=places.count())
    if refusal := decide_place(asking, today=timezone.localtime(now).date()):
        raise Refused(refusal)
    row.last_number += 1
    row.save(update_fields=["last_number"])
    place = Place.objects.create(
        organisation_id=actor.organisation_id,
        round=row,
        participant_id=participant_id,
        state=PlaceState.HELD,
        number=row.last_number,
        since=now,
        told_by_seat_id=None if asking.by_herself else actor.seat_id,
    )
    journal.written(actor, "groups.place_given", about=participant_id, at=now)
    return place.pk


def _asking(actor: Actor, participant_id: UUID, row: Round, *, taken: int) -> Asking:
    facts = _facts(actor, row.listing_id)
    clarification = admission.clarification_of(actor, participant_id)
    said_not_now = (
        clarification is not None and row.listing_id in clarification.later | clarification.not_for_me
    )
    return Asking(
        gated=facts is None or facts.gated,
        talk_held=clarification is not None,
        said_not_now=said_not_now,
        by_herself=not policy.may_give_place(actor),
        joining=(facts.joining or "") if facts else "",
        offering_published=facts is not None and facts.state == "published",
        open_for_new=row.open_for_new,
        from_on=row.from_on,
        until_on=row.until_on,
        capacity=row.capacity,
        taken=taken,
    )


def _facts(actor: Actor, listing_id: UUID) -> directory.JoiningFacts | None:
    """None for an offering that the actor cannot see any more: paused or closed since the round was planned."""
    try:
        return directory.joining_facts(actor, listing_id)
    except NotFound:
        return None
