"""E-mails on their way. Three steps, each committed before the next: taken, sent outside, and what came of it.

Whoever dies in between leaves a delivery that says "it may have gone": never mailed again, told on the phone instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor

from .. import policy
from ..models import Delivery, Reach
from ..rules import UNCERTAIN_AFTER, DeliveryState, Outcome, Way, Why, after_sending


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An e-mail that its taker alone may send, once. `attempt` counts from 1."""

    delivery_id: UUID
    attempt: int
    address: str
    language: str


@action
def take_next(actor: Actor, *, now: datetime) -> Outgoing | None:
    """Take the next e-mail of this organisation that is due, or None. Two workers never take the same one.

    Only while she wants e-mails, and in hours that she says are safe; else it waits.
    """
    policy.require_may_deliver(actor)
    due = (
        Delivery.objects.visible_to(actor)
        .filter(state=DeliveryState.WAITING, not_before__lte=now)
        .filter(_wants_it_now(actor, now))
    )
    delivery = (
        due.select_for_update(skip_locked=True, of=("self",))
        .select_related("message__participant")
        .order_by("not_before", "pk")
        .first()
    )
    if delivery is None:
        return None
    message = delivery.message
    reach = Reach.objects.visible_to(actor).filter(participant_id=message.participant_id).first()
    delivery.state, delivery.since = DeliveryState.SENDING, now
    delivery.attempts += 1
    delivery.save(update_fields=["state", "since", "attempts"])
    journal.written(actor, "messages.email_begun", about=message.participant_id, at=now)
    address = reach.address if reach is not None else ""
    return Outgoing(delivery.pk, delivery.attempts, address, message.participant.language)


def _wants_it_now(actor: Actor, now: datetime) -> Exists:
    """Asked of how she wants to be reached at this moment, not of what was planned when the message was written."""
    _, at = policy.house_now(actor, now)
    begun, goes_on = Q(safe_from=None) | Q(safe_from__lte=at), Q(safe_until=None) | Q(safe_until__gt=at)
    hers = Reach.objects.visible_to(actor).filter(participant_id=OuterRef("message__participant_id"))
    return Exists(hers.filter(begun, goes_on, way=Way.EMAIL))


@action
def note_outcome(actor: Actor, *, delivery_id: UUID, attempt: int, outcome: Outcome, now: datetime) -> None:
    """Write down what came of an e-mail. Nothing changes when somebody has judged that attempt meanwhile.

    But for one thing: an attempt that was already called uncertain, and of which its sender now knows that it went.
    """
    policy.require_may_deliver(actor)
    delivery = (
        Delivery.objects.visible_to(actor)
        .select_for_update(of=("self",))
        .select_related("message")
        .get(pk=delivery_id)
    )
    if delivery.attempts != attempt:
        return
    came_late = outcome is Outcome.WENT and (delivery.state, delivery.why) == (
        DeliveryState.TO_CALL,
        Why.UNCERTAIN,
    )
    if delivery.state == DeliveryState.SENDING or came_late:
        _judge(actor, delivery, outcome, now)


@action
def doubt_old(actor: Actor, *, now: datetime) -> None:
    """E-mails that were begun so long ago that their sender must have died: they may have gone, so she is called."""
    policy.require_may_deliver(actor)
    old = (
        Delivery.objects.visible_to(actor)
        .filter(state=DeliveryState.SENDING, since__lte=now - UNCERTAIN_AFTER)
        .select_for_update(skip_locked=True, of=("self",))
        .select_related("message")
    )
    for delivery in old:
        _judge(actor, delivery, Outcome.UNKNOWN, now)


def _judge(actor: Actor, delivery: Delivery, outcome: Outcome, now: datetime) -> None:
    message = delivery.message
    hers = Reach.objects.filter(participant_id=message.participant_id).values_list("way", flat=True).first()
    way = Way(hers or Way.HERE)
    state, why, go_on_at = after_sending(outcome, attempts=delivery.attempts, way=way, now=now)
    settled = message.reached_at is not None or message.withdrawn_at is not None
    if settled and state is not DeliveryState.SENT:
        state, why = DeliveryState.DROPPED, None
    delivery.state, delivery.why, delivery.since, delivery.not_before = state, why or "", now, go_on_at
    delivery.save(update_fields=["state", "why", "since", "not_before"])
    journal.written(actor, "messages.email_judged", about=message.participant_id, outcome=outcome, at=now)
