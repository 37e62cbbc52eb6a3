"""Standing in line for a place: asking for the next one, answering an offer, letting it go by (model.md, E 7)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused

from .. import policy
from ..models import Place
from ..rules import PlaceState, Refusal, answer_by
from . import line
from .places import NO_ROOM, give


@action
def ask_for_next_place(
    actor: Actor, *, round_id: UUID, now: datetime, participant_id: UUID | None = None
) -> UUID:
    """She would like the next place: from now on she waits, and nobody who comes later is asked before her.

    Gives the place's id, the same one when asked twice. Is there a place for her this very moment, it is hers at once.
    An adviser names `participant_id` and records that she said so (S3-19). Raises Refused for all but a lack of room,
    NotFound, NotAllowed.
    """
    if participant_id is None:
        policy.require_may_take_place(actor)
        participant_id = people.my_participant(actor).id
    else:
        policy.require_may_give_place(actor)
        people.participant_shown(actor, participant_id)
    return give(actor, participant_id, line.lock(actor, round_id), now, or_wait=True)


@action
def accept_offer(actor: Actor, *, place_id: UUID, now: datetime) -> None:
    """Yes to the offered place; an adviser may record a spoken yes. Pressing twice is fine.

    As long as the place has not gone on, a late yes counts like an early one. Raises Refused when it has (she keeps
    her number), NotFound for somebody else's place or one that she has left.
    """
    _require_may_answer(actor)
    row, place = line.locked_place(actor, place_id)
    if place.state == PlaceState.LEFT:
        raise NotFound
    try:
        give(actor, place.participant_id, row, now)
    except Refused as refusal:
        raise Refused(Refusal.OFFER_WENT_ON) if refusal.reason in NO_ROOM else refusal from None


@action
def let_go_by(actor: Actor, *, place_id: UUID, now: datetime) -> None:
    """Not this time: the offered place goes on to the next at once, and she keeps her number for the following one.

    The same as letting the time run out, only without waiting for it. Raises NotFound for somebody else's place.
    """
    _require_may_answer(actor)
    row, place = line.locked_place(actor, place_id)
    if place.state == PlaceState.OFFERED:
        _pass_on(actor, place, now)
        line.offer_next(actor, row, now)


@action
def note_reached(actor: Actor, *, place_id: UUID, now: datetime) -> None:
    """The offer has reached her: she opened it, or was told. From now on she has two days to answer.

    Once is enough, and for a place that is not offered it means nothing. Raises NotFound for somebody else's place.
    """
    if actor.may(policy.TIDY):
        policy.require_may_tidy(actor)
    else:
        _require_may_answer(actor)
    _, place = line.locked_place(actor, place_id)
    if place.state != PlaceState.OFFERED or place.reached_at is not None:
        return
    house = people.organisation(actor.organisation_id)
    place.reached_at = now
    place.answer_by = answer_by(
        now, quiet_from=house.quiet_from, quiet_until=house.quiet_until, zone=house.time_zone
    )
    place.save(update_fields=["reached_at", "answer_by"])
    journal.written(actor, "groups.offer_reached", about=place.participant_id, at=now)


@action
def let_lapse(actor: Actor, *, now: datetime) -> int:
    """The clock's chore: offers whose time to answer is over go on to the next in line. How many went on.

    Nobody loses her number by it, and nothing says why she did not answer (S3-47).
    """
    policy.require_may_tidy(actor)
    due = Place.objects.visible_to(actor).filter(state=PlaceState.OFFERED, answer_by__lte=now)
    went_on = 0
    for round_id in sorted(set(due.values_list("round_id", flat=True))):
        row = line.lock(actor, round_id)
        for place in due.filter(round=row).order_by("number"):
            _pass_on(actor, place, now)
            went_on += 1
        line.offer_next(actor, row, now)
    return went_on


@action
def offer_free_places(actor: Actor, *, round_id: UUID, now: datetime) -> None:
    """There is more room in a round, or it takes in new people again: those in line are offered what is free.

    To be called by whatever changes a round, in the same action. Raises NotFound, NotAllowed without the right to plan.
    """
    policy.require_may_plan(actor)
    row = line.lock(actor, round_id)
    line.wake(actor, row, now)
    line.offer_next(actor, row, now)


def _pass_on(actor: Actor, place: Place, now: datetime) -> None:
    line.take_offer_back(actor, place, rests=True, now=now)
    journal.written(actor, "groups.offer_went_on", about=place.participant_id, at=now)


def _require_may_answer(actor: Actor) -> None:
    if not policy.may_give_place(actor):
        policy.require_may_take_place(actor)
