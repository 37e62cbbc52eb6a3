"""Who is who: seats and the people in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from stegvis.kernel.actor import Actor
from stegvis.kernel.database import within
from stegvis.kernel.query import query
from stegvis.kernel.roles import Role

from .models import Organisation, Participant, Seat


@dataclass(frozen=True, slots=True)
class SeatShown:
    """Who acts, and for whom, as every page shows it (S3-22)."""

    name: str
    role: Role
    organisation_name: str
    others: int


def actor_in_session(session: Mapping[str, Any], *, now: datetime) -> Actor | None:
    """The actor of a signed-in session, or None when nobody is signed in or the seat has ended."""
    user_id, seat_id = session.get("user"), session.get("seat")
    if not user_id or not seat_id:
        return None
    with within(user_id=UUID(user_id)):
        seat = Seat.objects.filter(
            running_on(now.date()), pk=seat_id, user_id=user_id, user__is_active=True
        ).first()
    if seat is None:
        return None
    return Actor.in_seat(
        organisation_id=seat.organisation_id, role=Role(seat.role), user_id=seat.user_id, seat_id=seat.pk
    )


def running_on(day: date) -> Q:
    return Q(from_on__lte=day) & (Q(until_on=None) | Q(until_on__gte=day))


@query
def seat_shown(actor: Actor) -> SeatShown:
    seat = Seat.objects.visible_to(actor).get(pk=actor.seat_id)
    organisation = Organisation.objects.get(pk=actor.organisation_id)
    name = seat.name
    if actor.role is Role.PARTICIPANT:
        name = Participant.objects.visible_to(actor).get().nickname
    with within(user_id=actor.user_id):
        others = Seat.objects.filter(user_id=actor.user_id).exclude(pk=seat.pk).count()
    return SeatShown(name, actor.role, organisation.name, others)
