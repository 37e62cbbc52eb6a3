"""A participant leaves, and all about her goes: by her own hand, by her signature, or when it is unused (X-07)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel import journal, rows_about
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused
from stegvis.kernel.personal_data import Erase
from stegvis.kernel.rows_about import Table

from .. import policy
from ..models import LeavingWish, telling
from ..rules.leaving import LeavingRefusal


@action
def leave_us(actor: Actor, *, now: datetime) -> None:
    """She has said herself that everything about her is to go, and it goes. Raises NotAllowed for anybody else."""
    policy.require_may_leave(actor)
    erase(actor, people.my_participant(actor).id, now=now)


@action
def note_leaving(actor: Actor, *, participant_id: UUID, now: datetime) -> None:
    """An adviser writes down that she wants to be deleted. Nothing goes before she has confirmed it; twice is fine.

    Raises NotAllowed, NotFound for somebody else's participant.
    """
    policy.require_may_note_leaving(actor)
    people.participant_shown(actor, participant_id)
    LeavingWish.objects.get_or_create(
        participant_id=participant_id,
        defaults={
            "organisation_id": actor.organisation_id,
            "told_by_seat_id": actor.seat_id,
            "noted_at": now,
        },
    )
    journal.written(actor, "privacy.leaving_noted", about=participant_id, at=now)


@action
def drop_leaving(actor: Actor, *, now: datetime, participant_id: UUID | None = None) -> None:
    """She does not want it (any more), as she says herself or told the adviser. Twice is fine."""
    if participant_id is None:
        policy.require_may_leave(actor)
        participant_id = people.my_participant(actor).id
    else:
        policy.require_may_note_leaving(actor)
        people.participant_shown(actor, participant_id)
    LeavingWish.objects.visible_to(actor).filter(participant_id=participant_id).delete()
    journal.written(actor, "privacy.leaving_dropped", about=participant_id, at=now)


@action
def leave_on_paper(actor: Actor, *, participant_id: UUID, now: datetime) -> None:
    """The adviser has her signature under the wish that was noted, and everything about her goes.

    Only for somebody without a login: whoever has one confirms it there. Raises Refused otherwise and where nothing
    was noted, NotAllowed, NotFound.
    """
    policy.require_may_note_leaving(actor)
    if people.participant_shown(actor, participant_id).has_login:
        raise Refused(LeavingRefusal.HERS_TO_CONFIRM)
    if not LeavingWish.objects.visible_to(actor).filter(participant_id=participant_id).exists():
        raise Refused(LeavingRefusal.NOT_NOTED)
    erase(actor, participant_id, now=now)


@action
def forget_unused(actor: Actor, *, participant_id: UUID, now: datetime) -> bool:
    """The clock's chore: this participant was not here for twelve months, and goes as if she had asked for it.

    False when she has been here again meanwhile.
    """
    policy.require_may_tidy(actor)
    if participant_id not in unused(actor, now=now):
        return False
    erase(actor, participant_id, now=now)
    return True


@action
def unused(actor: Actor, *, now: datetime) -> list[UUID]:
    """Who was not here for twelve months, and holds nothing that goes on."""
    policy.require_may_tidy(actor)
    candidates = people.unused(actor, now=now)
    return [one for one in candidates if one not in telling.still_used(actor, candidates, now)]


def erase(actor: Actor, participant_id: UUID, *, now: datetime) -> None:
    """Let everything about her go, in the caller's action. What stays holds no name and no word of hers."""
    user_id = people.user_of(actor, participant_id)
    telling.get_ready(actor, participant_id, now)
    for table in rows_about.tables():
        _erase_rows(table, actor.organisation_id, participant_id)
    if user_id is not None:
        people.forget_login(actor, user_id=user_id, now=now)
    journal.written(actor, "privacy.erased", about=participant_id, at=now)


def _erase_rows(table: Table, organisation_id: UUID, participant_id: UUID) -> None:
    """Logins go last, by the hand that knows them: one login may be known in several organisations."""
    policy_of_table = table.erase()
    if policy_of_table is Erase.KEEP_UNTIL_AGED or table.label in people.LOGIN_TABLES:
        return
    hers = rows_about.rows(table, organisation_id=organisation_id, participant_id=participant_id)
    keys = list(hers.values_list("pk", flat=True))
    if not keys:
        return
    chosen = table.model._default_manager.filter(pk__in=keys)
    if policy_of_table is Erase.DELETE_ROW:
        chosen.delete()
    else:
        blank = {one.field: "" for one in table.fields() if one.erase is Erase.BLANK_FIELD}
        chosen.update(**blank)
