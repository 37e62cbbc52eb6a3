"""What is new for the participant, and who waits for an answer from an adviser."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import Letter, Message

HOW_MANY_ANSWERED = 30


@dataclass(frozen=True, slots=True)
class WrittenToUs:
    """Somebody who wrote to us, and when: the first letter without an answer, or the last that has one."""

    participant_id: UUID
    nickname: str
    since: datetime


@query
def has_news(actor: Actor) -> bool:
    """Whether she has messages that she has not opened yet. Raises NotAllowed for anybody but a participant.

    Asking opens nothing: only her page of messages does.
    """
    policy.require_may_read_own(actor)
    return Message.objects.visible_to(actor).filter(reached_at=None, withdrawn_at=None).exists()


@query
def written_to_us(actor: Actor, now: datetime, *, looked_at: Collection[UUID] = ()) -> list[WrittenToUs]:
    """Who wrote to us and has no answer yet, who has waited longest first.

    Every participant named is logged as seen, but for those in `looked_at`, whom the same page has logged. Raises
    NotAllowed for anybody but an adviser.
    """
    policy.require_may_answer(actor)
    waiting = Letter.objects.visible_to(actor).filter(by_seat=None, answered_at=None).order_by("at", "pk")
    since: dict[UUID, datetime] = {}
    for participant_id, at in waiting.values_list("participant_id", "at"):
        since.setdefault(participant_id, at)
    return _named(actor, since, now, looked_at)


@query
def answered_lately(actor: Actor, now: datetime, *, looked_at: Collection[UUID] = ()) -> list[WrittenToUs]:
    """Who has an answer to what they wrote, the latest first, and only so many. Looks and errors as above."""
    policy.require_may_answer(actor)
    hers = Letter.objects.visible_to(actor).filter(by_seat=None)
    waiting = hers.filter(answered_at=None).values("participant_id")
    latest = (
        hers.exclude(participant_id__in=waiting)
        .values("participant_id")
        .annotate(latest=Max("answered_at"))
        .order_by("-latest", "participant_id")[:HOW_MANY_ANSWERED]
    )
    since = {row["participant_id"]: row["latest"] for row in latest}
    return _named(actor, since, now, looked_at)


def _named(
    actor: Actor, since: dict[UUID, datetime], now: datetime, looked_at: Collection[UUID]
) -> list[WrittenToUs]:
    names = people.nicknames(actor, list(since))
    new = [participant_id for participant_id in names if participant_id not in set(looked_at)]
    journal.seen(actor, about=new, why="messages.written_to_us", at=now)
    return [WrittenToUs(pk, names.get(pk, ""), at) for pk, at in since.items()]
