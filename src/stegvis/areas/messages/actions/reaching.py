"""She has seen a message, or somebody told her: from then on she knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.database import as_actor
from stegvis.kernel.errors import NotFound

from .. import policy
from ..models import Delivery, Message
from ..rules import UNDER_WAY, DeliveryState, known_kind
from .channels import note_still_right


def open_mine(actor: Actor, *, now: datetime) -> None:
    """The participant has opened her page of messages: whatever stands there is reached now.

    Each message by itself, so that one whose handler fails keeps no other from her. Raises NotAllowed for anybody but
    a participant.
    """
    policy.require_may_read_own(actor)
    for message_id in _unopened(actor):
        _open(actor, message_id=message_id, now=now)


def _unopened(actor: Actor) -> list[UUID]:
    with as_actor(actor):
        rows = Message.objects.visible_to(actor).filter(reached_at=None, withdrawn_at=None).order_by("at")
        return list(rows.values_list("pk", flat=True))


@action
def _open(actor: Actor, *, message_id: UUID, now: datetime) -> None:
    message = Message.objects.visible_to(actor).get(pk=message_id)
    if _reach(message, now):
        not_out_yet = UNDER_WAY - {DeliveryState.SENDING}
        Delivery.objects.filter(message=message, state__in=not_out_yet).update(
            state=DeliveryState.DROPPED, since=now
        )
        journal.written(actor, "messages.opened", about=message.participant_id, at=now)


@dataclass(frozen=True, slots=True)
class Told:
    """To whom the message was; `now` is False when it was settled already: she saw it, or somebody told it."""

    participant_id: UUID
    now: bool


@action
def tell(actor: Actor, *, delivery_id: UUID, still_right: bool = False, now: datetime) -> Told:
    """An adviser has told her what the message says. `still_right`: she was asked how she is reached, and it is right.

    Raises NotAllowed for anybody but an adviser, NotFound for what never was to be told.
    """
    policy.require_may_answer(actor)
    delivery = Delivery.objects.select_related("message").visible_to(actor).filter(pk=delivery_id).first()
    if delivery is None:
        raise NotFound
    participant_id = delivery.message.participant_id
    if still_right:
        note_still_right(actor, participant_id=participant_id, now=now)
    if delivery.state != DeliveryState.TO_CALL or not _reach(delivery.message, now):
        return Told(participant_id, now=False)
    delivery.state, delivery.since, delivery.told_by_seat_id = DeliveryState.TOLD, now, actor.seat_id
    delivery.save(update_fields=["state", "since", "told_by_seat"])
    journal.written(actor, "messages.told", about=participant_id, at=now)
    return Told(participant_id, now=True)


def _reach(message: Message, now: datetime) -> bool:
    """Let the message's area know, and mark it as reached. False when somebody was faster, or it was taken back.

    The area comes first: it locks its own rows before ours, in the same order as when it takes a message back.
    """
    if message.reached_at is not None or message.withdrawn_at is not None:
        return False
    kind = known_kind(message.kind)
    if kind is not None and kind.reached is not None:
        kind.reached(Actor.housekeeper(message.organisation_id), message.about, now)
    still_open = Message.objects.filter(pk=message.pk, reached_at=None, withdrawn_at=None)
    return still_open.exists() and bool(still_open.update(reached_at=now))
