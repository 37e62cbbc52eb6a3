"""Who is to be called, and what to say."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import Delivery, Message, Reach
from ..rules import DeliveryState, Why, known_kind
from ..texts import NO_LONGER, reader_language


@dataclass(frozen=True, slots=True)
class Call:
    """One line of the call list. `phone` is empty when she gave no number: she is told when she comes by."""

    delivery_id: UUID
    participant_id: UUID
    nickname: str
    phone: str
    spoken: str
    why: Why
    since: datetime


@query
def calls_waiting(actor: Actor, now: datetime, *, looked_at: Collection[UUID] = ()) -> list[Call]:
    """Whom an adviser calls or tells when they come by, who has waited longest first.

    Every participant named is logged as seen, but for those in `looked_at`, whom the same page has logged. Raises
    NotAllowed for anybody but an adviser.
    """
    policy.require_may_answer(actor)
    rows = list(
        Delivery.objects.visible_to(actor)
        .filter(state=DeliveryState.TO_CALL, message__reached_at=None, message__withdrawn_at=None)
        .select_related("message")
        .order_by("since", "pk")
    )
    ids = list(dict.fromkeys(row.message.participant_id for row in rows))
    new = [participant_id for participant_id in ids if participant_id not in set(looked_at)]
    journal.seen(actor, about=new, why="messages.calls", at=now)
    names = people.nicknames(actor, ids)
    reach = Reach.objects.visible_to(actor).filter(participant_id__in=ids)
    phones = dict(reach.values_list("participant_id", "phone"))
    return [
        Call(
            delivery_id=row.pk,
            participant_id=row.message.participant_id,
            nickname=names.get(row.message.participant_id, ""),
            phone=phones.get(row.message.participant_id, ""),
            spoken=_spoken(row.message),
            why=Why(row.why),
            since=row.message.at,
        )
        for row in rows
    ]


def _spoken(message: Message) -> str:
    kind = known_kind(message.kind)
    if kind is None:
        return str(NO_LONGER)
    return kind.spoken(json.loads(message.arguments or "{}"), reader_language())
