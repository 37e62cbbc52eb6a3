"""A task goes back to the staff. Nothing is kept of whose it was, or why, and nothing else changes (S1-29)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.areas.messages import api as messages
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound

from .. import policy
from ..models import BackWithStaff, Responsibility
from ..policy.house import local_day
from ..texts import TAKEN_OVER
from .reading import locked


@action
def hand_back(actor: Actor, *, responsibility_id: UUID, now: datetime) -> None:
    """She hands it back, takes her wish back, or says no: one step, no reason, and the row is gone (S1-27, S1-29).

    What was hers is the staff's again, and they are told that; never whose it was, nor why, nor another participant. A
    second press finds nothing and is fine. Raises NotAllowed for anybody but a participant.
    """
    policy.require_may_take_on(actor)
    try:
        row = locked(actor, responsibility_id)
    except NotFound:
        return
    _give_to_staff(actor, row, now)


@action
def end(actor: Actor, *, responsibility_id: UUID, now: datetime) -> None:
    """Those who go along with her do it themselves from now on, after a talk with her. She is told kindly.

    Raises NotAllowed for whoever is not employed here, NotFound.
    """
    policy.require_may_guide(actor)
    row = locked(actor, responsibility_id)
    participant_id = row.participant_id
    _give_to_staff(actor, row, now)
    messages.send(
        actor,
        participant_id=participant_id,
        kind=TAKEN_OVER,
        about=responsibility_id,
        arguments={},
        key=f"{TAKEN_OVER}:{responsibility_id}",
        now=now,
    )


@action
def see_back(actor: Actor, *, back_id: UUID, now: datetime) -> None:
    """Somebody who works here has seen that the task is the staff's again. Seen twice is fine. Raises NotAllowed."""
    policy.require_may_guide(actor)
    rows = BackWithStaff.objects.visible_to(actor).filter(pk=back_id)
    if rows.exists():
        rows.delete()
        journal.written(actor, "responsibilities.back_seen", about=back_id, at=now)


def _give_to_staff(actor: Actor, row: Responsibility, now: datetime) -> None:
    """The journal is told by the house, about the task: a no, a wish taken back and an end look the same in it."""
    task = row.task
    was_hers = row.own_yes_on is not None
    row.delete()
    if was_hers:
        BackWithStaff.objects.get_or_create(
            organisation_id=actor.organisation_id, task=task, defaults={"since_on": local_day(now)}
        )
    nobody = Actor.housekeeper(actor.organisation_id)
    journal.written(nobody, "responsibilities.with_the_staff", about=task.pk, at=now)
