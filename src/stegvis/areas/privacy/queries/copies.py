"""A copy as far as it has come, and what stands in it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import Copy
from ..rules.copies import COPY_KEPT_FOR, is_gone

ON_ONE_LINE = frozenset({"kernel.Look", "kernel.JournalEntry"})


@dataclass(frozen=True, slots=True)
class CopyShown:
    """How far a copy has come: `step` of `steps`. `gone_at` and `parts` once it is ready: what stands in each table."""

    id: UUID
    language: str
    asked_at: datetime
    step: int
    steps: int
    ready_at: datetime | None
    gone_at: datetime | None
    parts: Sequence[Mapping[str, Any]]


@query
def my_copy(actor: Actor, *, now: datetime) -> CopyShown | None:
    """The participant's own, or None when she has none. No look: it is hers. Raises NotAllowed for anybody else."""
    policy.require_may_take_copy(actor)
    return _shown(actor, people.my_participant(actor).id, now)


@query
def copy_for(actor: Actor, participant_id: UUID, *, now: datetime) -> tuple[str, CopyShown | None]:
    """The nickname and the copy of somebody without a login, for an adviser who prints it. A look.

    Raises NotAllowed, and NotFound for somebody else's participant and for one who has a page of her own.
    """
    policy.require_may_copy_for_others(actor)
    participant = people.participant_shown(actor, participant_id)
    policy.require_without_login(participant.has_login)
    journal.seen(actor, about=[participant_id], why="privacy.copy_printed", at=now)
    return participant.nickname, _shown(actor, participant_id, now)


@query
def copies_to_make(actor: Actor) -> list[UUID]:
    """The copies of this organisation that are not ready yet, the oldest first."""
    policy.require_may_tidy(actor)
    waiting = Copy.objects.visible_to(actor).filter(ready_at=None)
    return list(waiting.order_by("asked_at", "pk").values_list("pk", flat=True))


def readable(copy: CopyShown) -> list[Mapping[str, Any]]:
    """The copy without what is only for machines. `short`: so many small rows that each is told on one line."""
    parts: list[Mapping[str, Any]] = []
    for part in copy.parts:
        rows = [[line for line in row if line["text"]] for row in part["rows"]]
        if any(rows):
            short = part["table"] in ON_ONE_LINE
            parts.append({**part, "rows": [row for row in rows if row], "short": short})
    return parts


def _shown(actor: Actor, participant_id: UUID, now: datetime) -> CopyShown | None:
    row = Copy.objects.visible_to(actor).filter(participant_id=participant_id).first()
    if row is None or is_gone(since=row.ready_at or row.asked_at, now=now):
        return None
    ready = row.ready_at is not None
    return CopyShown(
        row.pk,
        row.language,
        row.asked_at,
        row.step,
        row.steps,
        row.ready_at,
        row.ready_at + COPY_KEPT_FOR if row.ready_at else None,
        json.loads(row.content) if ready and row.content else (),
    )
