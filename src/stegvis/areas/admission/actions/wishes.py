"""Asking for a talk, taking the wish back, and answering it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound

from .. import policy
from ..models import TalkBooking, TalkRequest
from ..rules import RequestState, Way


@action
def ask_for_talk(
    actor: Actor,
    *,
    listing_id: UUID | None,
    how_to_reach: Way | None,
    phone: str = "",
    now: datetime,
) -> UUID:
    """The participant would like a talk, perhaps because of an offering. Gives the id of her wish.

    Asking again changes the wish she has and keeps her place in the order: pressing twice is one wish. A phone
    number is kept only when she wants to be called. Raises NotAllowed for anybody but the participant herself,
    NotFound for an offering of another organisation.
    """
    policy.require_may_read_own(actor)
    participant = people.my_participant(actor)
    if listing_id is not None:
        directory.joining_facts(actor, listing_id)
    reach = {"way": how_to_reach or "", "phone": phone if how_to_reach is Way.CALL else ""}
    wish, is_new = TalkRequest.objects.get_or_create(
        organisation_id=actor.organisation_id,
        participant_id=participant.id,
        state=RequestState.ASKED,
        defaults={"asked_at": now, "listing_id": listing_id, **reach},
    )
    if not is_new:
        wish.listing_id = listing_id or wish.listing_id
        wish.way, wish.phone = reach["way"], reach["phone"]
        wish.save()
    journal.written(actor, "admission.talk_asked_for", about=participant.id, at=now)
    return wish.pk


@action
def note_first_wish(actor: Actor, *, participant_id: UUID, listing_id: UUID, now: datetime) -> None:
    """The wish of somebody who came in a moment ago, in the same transaction: there is nothing yet to look for.

    `participant_id` is the actor's own. Raises NotAllowed for anybody but a participant, NotFound for an offering of
    another organisation.
    """
    policy.require_may_read_own(actor)
    directory.joining_facts(actor, listing_id)
    TalkRequest.objects.create(
        organisation_id=actor.organisation_id,
        participant_id=participant_id,
        listing_id=listing_id,
        asked_at=now,
    )
    journal.written(actor, "admission.talk_asked_for", about=participant_id, at=now)


@action
def take_back_wish(actor: Actor, *, now: datetime) -> None:
    """The participant no longer waits for a talk. One step, no reason; nothing happens when she did not wait."""
    policy.require_may_read_own(actor)
    participant = people.my_participant(actor)
    wish = TalkRequest.objects.visible_to(actor).filter(
        participant_id=participant.id, state=RequestState.ASKED
    )
    row = wish.first()
    if row is None:
        return
    row.state, row.phone, row.answer = RequestState.TAKEN_BACK, "", ""
    row.save(update_fields=["state", "phone", "answer"])
    TalkBooking.objects.visible_to(actor).filter(wish=row).delete()
    journal.written(actor, "admission.wish_taken_back", about=participant.id, at=now)


@action
def answer_wish(actor: Actor, *, wish_id: UUID, answer: str, now: datetime) -> None:
    """An adviser writes when and where they can meet; the participant reads it on My page. Empty takes it away.

    Raises NotAllowed for anybody but an adviser, NotFound for a wish that no longer waits or is another's.
    """
    policy.require_may_hold_talk(actor)
    wish = TalkRequest.objects.visible_to(actor).filter(pk=wish_id, state=RequestState.ASKED).first()
    if wish is None:
        raise NotFound
    wish.answer = answer.strip()
    wish.answered_by_id = actor.seat_id if wish.answer else None
    wish.answered_at = now if wish.answer else None
    wish.save(update_fields=["answer", "answered_by", "answered_at"])
    journal.written(actor, "admission.wish_answered", about=wish.participant_id, at=now)
