"""Her own part: wishing for a task, her yes, and how it is for her."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotFound, Refused

from .. import policy
from ..models import OwnWords, Responsibility
from ..policy.house import house, local_day
from ..policy.meetings import where_she_comes
from ..rules import Missing, Purpose, Refusal, Said, missing
from .reading import facts_of, locked, task_of


@action
def wish(actor: Actor, *, task_id: UUID, purpose: Purpose | None = None, now: datetime) -> UUID:
    """She would like this task, where she has a place or, after her talk, at an open door.

    Gives the wish's id; wished for twice, it is one, and it can say what it is for later (`purpose`, as long as she
    has not said yes).

    Raises NotAllowed for anybody but a participant, NotFound where she does not come, Refused where it is no task here.
    """
    policy.require_may_take_on(actor)
    task = task_of(actor, task_id)
    there = Responsibility.objects.visible_to(actor).filter(task=task).select_for_update(of=("self",)).first()
    if there is None:
        return _wish(actor, task_id, purpose, now)
    if purpose is not None and purpose != there.purpose and there.own_yes_on is None:
        there.purpose, there.version = purpose, there.version + 1
        there.save(update_fields=["purpose", "version"])
        journal.written(actor, "responsibilities.purpose_chosen", about=there.pk, at=now)
    return there.pk


def _wish(actor: Actor, task_id: UUID, purpose: Purpose | None, now: datetime) -> UUID:
    task = task_of(actor, task_id)
    if not where_she_comes(actor, [task.offering.listing_id], now):
        raise NotFound
    if not house(actor, [], "nb", now).allows(task):
        raise Refused(Refusal.NOT_POSSIBLE)
    me = people.my_participant(actor)
    row, _ = Responsibility.objects.get_or_create(
        organisation_id=actor.organisation_id,
        task=task,
        participant_id=me.id,
        defaults={"called": me.nickname, "wished_on": local_day(now), "purpose": purpose or ""},
    )
    journal.written(actor, "responsibilities.wished", about=row.pk, at=now)
    return row.pk


@action
def say_yes(actor: Actor, *, responsibility_id: UUID, version: int, now: datetime) -> None:
    """Her own dated yes to what she has read (S1-27). Said twice, the first day counts.

    It is heard whenever she says it; at a meeting with too few staff the task is not hers all the same (S1-28). Raises
    NotAllowed, NotFound, Changed when it reads otherwise by now, Refused when something is missing on the staff's side.
    """
    policy.require_may_take_on(actor)
    row = locked(actor, responsibility_id)
    if row.version != version:
        raise Changed
    if row.own_yes_on is not None:
        return
    if missing(facts_of(actor, row, now), local_day(now)) - {Missing.OWN_YES}:
        raise Refused(Refusal.NOT_COMPLETE)
    row.own_yes_on = local_day(now)
    row.save(update_fields=["own_yes_on"])
    journal.written(actor, "responsibilities.yes_said", about=row.pk, at=now)


@action
def say_how_it_is(
    actor: Actor, *, responsibility_id: UUID, said: Said | None, words: str, shared: bool, now: datetime
) -> None:
    """Her answer to "is this good for you?", and words of her own; those stay hers unless `shared` (S1-29). Either can
    be left out (S1-20); what she answered before then stands.

    Whoever does not want it any more hands it back: that is no answer, and stands nowhere. Raises NotAllowed, NotFound.
    """
    policy.require_may_take_on(actor)
    row = locked(actor, responsibility_id)
    if said is not None:
        row.said = said
        row.save(update_fields=["said"])
    if words.strip():
        OwnWords.objects.update_or_create(
            organisation_id=actor.organisation_id,
            responsibility=row,
            defaults={"words": words.strip(), "shared": shared},
        )
    else:
        OwnWords.objects.filter(responsibility=row).delete()
    journal.written(actor, "responsibilities.said_how_it_is", about=row.pk, at=now)
