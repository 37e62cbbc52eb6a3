"""Who is to be called, and what to say."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import Delivery, Message, Reach
from ..rules import ANY_TIME, DeliveryState, Hours, Way, Why, is_safe_now, known_kind
from ..texts import NO_LONGER, reader_language


@dataclass(frozen=True, slots=True)
class Call:
    """One line of the call list. `phone` is empty when she gave no number: she is told when she comes by.

    It is empty too, and so is the code word, while it is `not_now`: outside the hours that she says are safe, or in
    the house's quiet ones. `still_right_at`: when she last said that the way is right; None when she chose none.
    """

    delivery_id: UUID
    participant_id: UUID
    nickname: str
    phone: str
    spoken: str
    why: Why
    since: datetime
    hours: Hours = ANY_TIME
    code_word: str = ""
    not_now: bool = False
    still_right_at: datetime | None = None


@query
def calls_waiting(actor: Actor, now: datetime, *, looked_at: Collection[UUID] = ()) -> list[Call]:
    """Whom an adviser calls or tells when they come by, who has waited longest first. Never who said never.

    Every participant named is logged as seen, but for those in `looked_at`, whom the same page has logged. Raises
    NotAllowed for anybody but an adviser.
    """
    policy.require_may_answer(actor)
    never = Reach.objects.visible_to(actor).filter(way=Way.NEVER).values("participant_id")
    rows = list(
        Delivery.objects.visible_to(actor)
        .filter(state=DeliveryState.TO_CALL, message__reached_at=None, message__withdrawn_at=None)
        .exclude(message__participant_id__in=never)
        .select_related("message")
        .order_by("since", "pk")
    )
    if not rows:
        return []
    ids = list(dict.fromkeys(row.message.participant_id for row in rows))
    new = [participant_id for participant_id in ids if participant_id not in set(looked_at)]
    journal.seen(actor, about=new, why="messages.calls", at=now)
    names = people.nicknames(actor, ids)
    reach = {
        row.participant_id: row for row in Reach.objects.visible_to(actor).filter(participant_id__in=ids)
    }
    safe_now = _safe_now(actor, now)
    return [
        _line(row, names.get(row.message.participant_id, ""), reach.get(row.message.participant_id), safe_now)
        for row in rows
    ]


def _safe_now(actor: Actor, now: datetime) -> Callable[[Hours], bool]:
    house, at = policy.house_now(actor, now)
    return lambda hours: is_safe_now(at, hours, house)


def _line(row: Delivery, nickname: str, reach: Reach | None, safe_now: Callable[[Hours], bool]) -> Call:
    line = Call(
        delivery_id=row.pk,
        participant_id=row.message.participant_id,
        nickname=nickname,
        phone="",
        spoken=_spoken(row.message),
        why=Why(row.why),
        since=row.message.at,
    )
    if reach is None:
        return line
    line = replace(line, still_right_at=reach.still_right_at)
    if reach.way != Way.CALL:
        return line
    hours = Hours(reach.safe_from, reach.safe_until)
    if not safe_now(hours):
        return replace(line, hours=hours, not_now=True)
    return replace(line, hours=hours, phone=reach.phone, code_word=reach.code_word)


def _spoken(message: Message) -> str:
    kind = known_kind(message.kind)
    if kind is None:
        return str(NO_LONGER)
    return kind.spoken(json.loads(message.arguments or "{}"), reader_language())
