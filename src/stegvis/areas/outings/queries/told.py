"""What outings are called elsewhere in the house: in her own copy, and in whose name one stands."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from stegvis.areas.groups import api as groups
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query
from stegvis.ui import dates

from ..models import Outing


@query
def outings_told(actor: Actor, outing_ids: Collection[UUID], language: str) -> dict[UUID, str]:
    """The name of the offering and the day, by outing. The actor is the house itself."""
    rows = Outing.objects.visible_to(actor).filter(pk__in=outing_ids)
    session_of = dict(rows.values_list("pk", "session_id"))
    meetings = groups.meetings(actor, list(session_of.values()), language=language)
    name_of = {one.session_id: f"{one.title}, {dates.day(one.on, language, year=True)}" for one in meetings}
    return {key: name_of.get(session_id, "") for key, session_id in session_of.items()}


@query
def plans_outings(actor: Actor, seat_id: UUID, now: datetime) -> bool:
    """Whether this seat plans an outing to come. Never how many."""
    rows = Outing.objects.visible_to(actor).filter(planner_id=seat_id, session__ends_at__gt=now)
    return rows.exists()
