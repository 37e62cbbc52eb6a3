"""A round as it can be changed, and what a change would do to its dates."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from .. import policy
from ..models import Place, Round, Session
from ..rules import ROOM_TAKEN, Changes, Frame, Refusal, SessionState, edit
from .rounds import RoundShown, shown


@dataclass(frozen=True, slots=True)
class RoundToChange:
    """One round with what its form begins with. `days_met`: the days that are not called off."""

    round: RoundShown
    frame: Frame
    version: int
    welcomed_by: UUID
    days_met: frozenset[date]


@query
def round_to_change(actor: Actor, round_id: UUID, now: datetime, language: str) -> RoundToChange:
    """Raises NotAllowed without the right to plan, NotFound for another house's round."""
    policy.require_may_plan(actor)
    row = Round.objects.one_visible_to(actor, round_id)
    found = shown(actor, Round.objects.visible_to(actor).filter(pk=round_id), now, language)
    if not found:
        raise NotFound
    sessions = Session.objects.visible_to(actor).filter(round=row).exclude(state=SessionState.CALLED_OFF)
    return RoundToChange(
        round=found[0],
        frame=row.frame(),
        version=row.version,
        welcomed_by=row.welcomed_by_id,
        days_met=frozenset(sessions.values_list("on", flat=True)),
    )


@query
def round_changes(
    actor: Actor,
    round_id: UUID,
    new: Frame,
    *,
    leave_out: Collection[date] = (),
    hold: Collection[date] = (),
    now: datetime,
) -> Changes | Refusal:
    """What `change_round` would do to the dates now: the preview. Raises NotAllowed, NotFound."""
    policy.require_may_plan(actor)
    row = Round.objects.one_visible_to(actor, round_id)
    held = Place.objects.filter(organisation_id=actor.organisation_id, round=row, state__in=ROOM_TAKEN)
    sessions = Session.objects.visible_to(actor).filter(round=row).order_by("starts_at")
    return edit(
        [one.dated(now) for one in sessions],
        old=row.frame(),
        new=new,
        held=held.exists(),
        leave_out=leave_out,
        hold=hold,
        now=now,
        zone=people.organisation(actor.organisation_id).time_zone,
    )
