"""What was typed when the session ended: kept for half an hour, shown to the same seat only, gone with Leave."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor

from .. import policy
from ..models import Draft
from ..rules.seats import DRAFT_KEPT_FOR

Fields = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class DraftShown:
    """`path` is the address of the form's page, `fields` what stood in each field."""

    path: str
    fields: Fields


@action
def keep_draft(actor: Actor, *, seat_id: UUID, path: str, fields: Fields, now: datetime) -> None:
    """Keep what arrived for a seat whose session had ended; the actor is a visitor of that seat's organisation."""
    Draft.objects.create(
        organisation_id=actor.organisation_id,
        seat_id=seat_id,
        content=json.dumps({"path": path, "fields": fields}),
        made_at=now,
    )
    journal.written(actor, "people.draft_kept", about=seat_id, at=now)


@action
def take_drafts(actor: Actor, *, now: datetime) -> list[DraftShown]:
    """The drafts of the actor's seat, newest first; they are in nobody's table afterwards."""
    rows = list(Draft.objects.visible_to(actor).order_by("-made_at"))
    if not rows or actor.seat_id is None:
        return []
    _delete(actor, [row.pk for row in rows], about=actor.seat_id, now=now)
    return [DraftShown(**json.loads(row.content)) for row in rows if now - row.made_at <= DRAFT_KEPT_FOR]


@action
def forget_drafts(actor: Actor, *, now: datetime) -> None:
    """Leave: what this seat had not finished is gone."""
    kept = list(Draft.objects.visible_to(actor).values_list("pk", flat=True))
    if kept and actor.seat_id is not None:
        _delete(actor, kept, about=actor.seat_id, now=now)


@action
def forget_old_drafts(actor: Actor, *, now: datetime) -> int:
    """The clock's chore: delete what is older than half an hour. How many went."""
    policy.require(policy.may_set_up(actor))
    old = Draft.objects.visible_to(actor).filter(made_at__lt=now - DRAFT_KEPT_FOR)
    kept = list(old.values_list("pk", flat=True))
    if kept:
        _delete(actor, kept, about=actor.organisation_id, now=now)
    return len(kept)


def _delete(actor: Actor, ids: list[UUID], *, about: UUID, now: datetime) -> None:
    Draft.objects.visible_to(actor).filter(pk__in=ids).delete()
    journal.written(actor, "people.drafts_forgotten", about=about, at=now)
