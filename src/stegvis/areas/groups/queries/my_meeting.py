"""One meeting to come of a group in which the participant has a place: what higher areas need to know of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import Place, Session
from ..rules import PlaceState, SessionState


@dataclass(frozen=True, slots=True)
class MyMeeting:
    """A meeting she can come to, by its keys."""

    session_id: UUID
    round_id: UUID
    listing_id: UUID


@query
def my_meeting(actor: Actor, session_id: UUID, now: datetime) -> MyMeeting | None:
    """None for a meeting that is over, called off, or of a group where she holds no place. Raises NotAllowed."""
    policy.require_may_take_place(actor)
    to_come = Session.objects.visible_to(actor).filter(pk=session_id, ends_at__gt=now)
    row = to_come.exclude(state=SessionState.CALLED_OFF).select_related("round").first()
    held = Place.objects.visible_to(actor).filter(state=PlaceState.HELD)
    if row is None or not held.filter(round_id=row.round_id).exists():
        return None
    return MyMeeting(row.pk, row.round_id, row.round.listing_id)
