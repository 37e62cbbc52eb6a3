"""Rounds in the name of somebody who leaves: another one meets those who are new in them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor

from .. import policy
from ..models import Round


@action
def pass_rounds_on(actor: Actor, *, from_seat: UUID, to_seat: UUID, now: datetime) -> None:
    """In all rounds that are not over, this seat receives newcomers in place of the other. Raises NotAllowed."""
    policy.require_may_plan(actor)
    today = timezone.localtime(now).date()
    rows = Round.objects.visible_to(actor).filter(welcomed_by_id=from_seat, until_on__gte=today)
    rows.update(welcomed_by_id=to_seat)
    journal.written(actor, "groups.rounds_passed_on", about=to_seat, at=now)
