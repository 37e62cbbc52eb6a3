"""What is to be followed up after something was said. The words are for the seat that follows up, and no other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import Remark


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One line: the day it happened, by when to follow up, who does, and whether that day has passed."""

    remark_id: UUID
    on: date
    by: date
    late: bool
    seat_id: UUID
    who: str
    mine: bool


@dataclass(frozen=True, slots=True)
class FollowUpShown:
    """One with what stands about it. `words` are empty for whoever does not follow up herself."""

    line: FollowUp
    session_id: UUID | None
    words: str
    done_on: date | None
    expires_on: date


@query
def my_follow_ups(actor: Actor, now: datetime) -> list[FollowUp]:
    """What this seat is to follow up, the soonest first; for a manager what is past its day too. Raises NotAllowed."""
    policy.require_may_act(actor)
    today = timezone.localtime(now).date()
    rows = list(Remark.objects.visible_to(actor).filter(done_on=None).order_by("follow_up_by", "on", "pk"))
    names = people.seat_names(actor, {row.follow_up_seat_id for row in rows} - {actor.seat_id})
    lines = [_line(actor, row, names, today) for row in rows]
    return [line for line in lines if line.mine or line.late]


@query
def follow_up(actor: Actor, remark_id: UUID, now: datetime) -> FollowUpShown:
    """One. Raises NotAllowed, and NotFound for what another seat follows up, unless a manager asks."""
    policy.require_may_act(actor)
    row = Remark.objects.all().one_visible_to(actor, remark_id)
    names = people.seat_names(actor, {row.follow_up_seat_id})
    line = _line(actor, row, names, timezone.localtime(now).date())
    return FollowUpShown(line, row.session_id, row.words if line.mine else "", row.done_on, row.expires_on)


@query
def has_follow_ups(actor: Actor, seat_id: UUID, now: datetime) -> bool:
    """Whether this seat has something left to follow up. Never how much."""
    rows = Remark.objects.filter(organisation_id=actor.organisation_id, follow_up_seat_id=seat_id)
    return rows.filter(done_on=None).exists()


def _line(actor: Actor, row: Remark, names: dict[UUID, str], today: date) -> FollowUp:
    return FollowUp(
        remark_id=row.pk,
        on=row.on,
        by=row.follow_up_by,
        late=row.follow_up_by < today,
        seat_id=row.follow_up_seat_id,
        who=names.get(row.follow_up_seat_id, ""),
        mine=row.follow_up_seat_id == actor.seat_id,
    )
