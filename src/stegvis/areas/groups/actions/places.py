"""Taking, giving, confirming and leaving places. Decided and written in one transaction (S1-12, S3-19)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.utils import timezone

from stegvis.areas.admission import api as admission
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused

from .. import policy
from ..models import Place, Round
from ..rules import Asking, InLine, PlaceState, Refusal, decide_place, is_her_turn
from . import line

NO_ROOM = frozenset({Refusal.ROUND_IS_FULL, Refusal.OTHERS_WAIT})
"""What waiting helps against."""


@action
def take_place(actor: Actor, *, round_id: UUID, now: datetime) -> UUID:
    """The participant takes a place herself. Gives its id; pressing twice gives the same place.

    Raises Refused with the first thing in the way (S1-12 before all), NotFound for another organisation's round,
    NotAllowed for anybody but a participant.
    """
    policy.require_may_take_place(actor)
    participant = people.my_participant(actor)
    return give(actor, participant.id, line.lock(actor, round_id), now)


@action
def give_place(actor: Actor, *, participant_id: UUID, round_id: UUID, now: datetime) -> UUID:
    """An adviser records a participant's spoken yes. She sees who wrote it down until she confirms it (S3-19).

    The rules are the same as for her own hand, and stricter: staff cannot place her where she said "not now", and
    cannot let her overtake. Raises Refused, NotFound for another organisation's participant or round, NotAllowed for
    anybody else.
    """
    policy.require_may_give_place(actor)
    people.participant_shown(actor, participant_id)
    return give(actor, participant_id, line.lock(actor, round_id), now)


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
    """She leaves the group, declines the place she is offered or leaves the line: in one step, without a reason.

    An adviser may record that she said so. What is free by it is offered to the next in the same moment. Leaving twice
    is fine, and one leaving looks like any other. Raises NotFound for somebody else's place.
    """
    if not policy.may_give_place(actor):
        policy.require_may_take_place(actor)
    row, place = line.locked_place(actor, place_id)
    if place.state == PlaceState.LEFT:
        return
    was = PlaceState(place.state)
    line.let_go(actor, place, now)
    if was is PlaceState.HELD:
        line.wake(actor, row, now)
    line.offer_next(actor, row, now)


def give(actor: Actor, participant_id: UUID, row: Round, now: datetime, *, or_wait: bool = False) -> UUID:
    """Decide and give under the round's lock. `or_wait`: where there is no room she stands in line instead."""
    places = line.places_in(row)
    mine = next((place for place in places if place.participant_id == participant_id), None)
    if mine is not None and mine.state == PlaceState.HELD:
        return mine.pk
    if mine is not None and mine.state == PlaceState.OFFERED:
        _require_hers_to_say(actor, row)
        return _hold(actor, mine, now)
    refusal = decide_place(_asking(actor, participant_id, row, places), today=timezone.localtime(now).date())
    if refusal is None and mine is not None:
        return _hold(actor, mine, now)
    if refusal is None:
        return _new(actor, participant_id, row, PlaceState.HELD, now)
    if not or_wait or (mine is None and refusal not in NO_ROOM):
        raise Refused(refusal)
    return mine.pk if mine is not None else _new(actor, participant_id, row, PlaceState.WAITING, now)


def _require_hers_to_say(actor: Actor, row: Round) -> None:
    """Her yes is not written down by others where nothing is written about anybody (X-15)."""
    if policy.may_give_place(actor) and not line.keeps_names(line.facts_of(actor, row.listing_id)):
        raise Refused(Refusal.HERS_TO_TAKE)


def _hold(actor: Actor, place: Place, now: datetime) -> UUID:
    """The place that she was offered, or waited for, is hers."""
    line.take_message_back(actor, place, now)
    place.state, place.rests, place.answer_by, place.company_word = PlaceState.HELD, False, None, ""
    place.told_by_seat_id = actor.seat_id if policy.may_give_place(actor) else None
    place.read_by_participant_at = None
    place.save(
        update_fields=[
            "state",
            "rests",
            "answer_by",
            "company_word",
            "told_by_seat",
            "read_by_participant_at",
        ]
    )
    journal.written(actor, "groups.place_given", about=place.participant_id, at=now)
    return place.pk


def _new(actor: Actor, participant_id: UUID, row: Round, state: PlaceState, now: datetime) -> UUID:
    row.last_number += 1
    row.save(update_fields=["last_number"])
    place = Place.objects.create(
        organisation_id=actor.organisation_id,
        round=row,
        participant_id=participant_id,
        state=state,
        number=row.last_number,
        since=now,
        told_by_seat_id=actor.seat_id if policy.may_give_place(actor) else None,
    )
    what = "groups.place_given" if state is PlaceState.HELD else "groups.stands_in_line"
    journal.written(actor, what, about=participant_id, at=now)
    return place.pk


def _asking(actor: Actor, participant_id: UUID, row: Round, places: Sequence[Place]) -> Asking:
    facts = line.facts_of(actor, row.listing_id)
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
        taken=line.taken_in(row, places),
        others_wait=_others_wait(participant_id, row, places),
        keeps_names=line.keeps_names(facts),
    )


def _others_wait(participant_id: UUID, row: Round, places: Sequence[Place]) -> bool:
    """Whether she would overtake somebody. She asks now, and alone, so she neither rests nor waits for company."""
    mine = next((place for place in places if place.participant_id == participant_id), None)
    her = InLine(mine.pk, mine.number) if mine else InLine(uuid4(), row.last_number + 1)
    others = [one for one in line.waiting_in(places) if one.place_id != her.place_id]
    return not is_her_turn(her.place_id, [*others, her], free=line.free_in(row, places))
