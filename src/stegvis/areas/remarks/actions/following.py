"""Following up whoever was hit: done in one tap, or handed to somebody else (S1-34)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor

from .. import policy
from ..models import Remark
from .noting import require_colleague


@action
def follow_up_done(actor: Actor, *, remark_id: UUID, now: datetime) -> None:
    """The one who was hit has been asked how it is. Not what was said, nor to whom. Twice changes nothing.

    Raises NotAllowed, NotFound for what another seat follows up.
    """
    remark = _mine(actor, remark_id)
    if remark.done_on is None:
        remark.done_on = timezone.localtime(now).date()
        remark.save(update_fields=["done_on"])
        journal.written(actor, "remarks.followed_up", about=remark_id, at=now)


@action
def done_after_all_not(actor: Actor, *, remark_id: UUID, now: datetime) -> None:
    """That tap was too early: it stands on the desk again. Raises as `follow_up_done`."""
    remark = _mine(actor, remark_id)
    if remark.done_on is not None:
        remark.done_on = None
        remark.save(update_fields=["done_on"])
        journal.written(actor, "remarks.not_followed_up_yet", about=remark_id, at=now)


@action
def hand_on(actor: Actor, *, remark_id: UUID, seat_id: UUID, now: datetime) -> None:
    """Somebody else follows up, and reads the words from now on. By whoever has it, or a manager when she is away.

    Raises NotAllowed, NotFound, Refused for a seat that does not work here.
    """
    remark = _mine(actor, remark_id)
    require_colleague(actor, seat_id, now)
    remark.follow_up_seat_id = seat_id
    remark.save(update_fields=["follow_up_seat"])
    journal.written(actor, "remarks.handed_on", about=remark_id, at=now)


@action
def pass_follow_ups_on(actor: Actor, *, from_seat: UUID, to_seat: UUID, now: datetime) -> None:
    """Somebody leaves the house: what she was to follow up goes to another seat. Raises NotAllowed."""
    policy.require_may_act(actor)
    rows = Remark.objects.filter(organisation_id=actor.organisation_id, follow_up_seat_id=from_seat)
    rows.update(follow_up_seat_id=to_seat)
    journal.written(actor, "remarks.passed_on", about=to_seat, at=now)


def _mine(actor: Actor, remark_id: UUID) -> Remark:
    policy.require_may_act(actor)
    return Remark.objects.select_for_update(of=("self",)).one_visible_to(actor, remark_id)
