"""Rounds of an offering, planned through the actions."""

from datetime import date, time
from typing import Any
from uuid import UUID

from stegvis.areas.groups import actions
from stegvis.areas.groups.models import Place, Session
from stegvis.kernel.actor import Actor
from tests.factories.admission import NOW
from tests.support import given


def a_round(planner: Actor, listing_id: UUID, **fields: Any) -> UUID:
    """Thursdays from twelve to two, three weeks to come, met by whoever plans it."""
    defaults = {
        "from_on": date(2026, 11, 26),
        "until_on": date(2026, 12, 10),
        "capacity": 8,
        "recurrence": "FREQ=WEEKLY;BYDAY=TH",
        "starts": time(12),
        "ends": time(14),
        "meeting_place": "The back door",
        "welcomed_by": planner.seat_id,
        "now": NOW,
    }
    return actions.plan_round(planner, listing_id=listing_id, **{**defaults, **fields})


def places_in(actor: Actor, round_id: UUID) -> list[Place]:
    with given(actor):
        return list(Place.objects.filter(round_id=round_id).order_by("number"))


def sessions_in(actor: Actor, round_id: UUID) -> list[Session]:
    with given(actor):
        return list(Session.objects.filter(round_id=round_id).order_by("starts_at"))
