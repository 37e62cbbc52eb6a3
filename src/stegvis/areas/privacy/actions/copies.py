"""Making a participant's own copy: asked for by her, read table by table by the worker, gone after a week (X-07)."""

from __future__ import annotations

import json
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from stegvis.areas.people import api as people
from stegvis.kernel import journal, rows_about
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor

from .. import policy
from ..models import Copy
from ..rules.copies import COPY_KEPT_FOR, TABLES_A_STEP, steps_for
from .telling import told_rows


@action
def ask_for_copy(actor: Actor, *, language: str, now: datetime, participant_id: UUID | None = None) -> UUID:
    """Begin a copy in this language; gives its id. One that is being made already goes on; a ready one is replaced.

    For somebody without a login, an adviser asks and names her. Raises NotAllowed, NotFound for somebody else's
    participant or one who has a page of her own.
    """
    policy.require_may_ask_for_copy(actor)
    if participant_id is None:
        participant_id = people.my_participant(actor).id
    else:
        policy.require_without_login(people.participant_shown(actor, participant_id).has_login)
    begun = Copy.objects.visible_to(actor).select_for_update(of=("self",))
    there = begun.filter(participant_id=participant_id).first()
    if there is not None and there.ready_at is None:
        return there.pk
    if there is not None:
        there.delete()
    copy = Copy.objects.create(
        organisation_id=actor.organisation_id,
        participant_id=participant_id,
        language=language,
        asked_at=now,
        steps=steps_for(len(rows_about.tables())),
    )
    journal.written(actor, "privacy.copy_asked", about=participant_id, at=now)
    return copy.pk


@action
def make_next_step(actor: Actor, *, copy_id: UUID, now: datetime) -> bool:
    """Read a few more tables into the copy. False when there is nothing more to do, or the copy has gone meanwhile."""
    policy.require_may_tidy(actor)
    copy = Copy.objects.visible_to(actor).select_for_update(of=("self",)).filter(pk=copy_id).first()
    if copy is None or copy.ready_at is not None:
        return False
    parts = json.loads(copy.content) if copy.content else []
    at = copy.step * TABLES_A_STEP
    for table in rows_about.in_reading_order()[at : at + TABLES_A_STEP]:
        part = told_rows(actor, table, copy.participant_id, copy.language)
        parts += [part] if part else []
    copy.content, copy.step = json.dumps(parts, ensure_ascii=False), copy.step + 1
    copy.ready_at = now if copy.step >= copy.steps else None
    copy.save()
    journal.written(actor, "privacy.copy_made", about=actor.organisation_id, at=now)
    return copy.ready_at is None


@action
def forget_old_copies(actor: Actor, *, now: datetime) -> int:
    """The clock's chore: copies that have had their week go. How many went."""
    policy.require_may_tidy(actor)
    old = Copy.objects.visible_to(actor).filter(old_copies(now))
    whose = list(old.values_list("participant_id", flat=True))
    if whose:
        old.delete()
        journal.written(actor, "privacy.copies_forgotten", about=actor.organisation_id, at=now)
    return len(whose)


def old_copies(now: datetime) -> Q:
    before = now - COPY_KEPT_FOR
    return Q(ready_at__lte=before) | Q(ready_at=None, asked_at__lte=before)
