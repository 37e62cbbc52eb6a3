"""Those whom a participant can meet here: everybody in a seat but the participants themselves."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query
from stegvis.kernel.roles import Role

from ..models import Seat, running_on
from ..rules.seats import BY_INVITATION
from .seats import StaffShown


@query
def helpers(actor: Actor, *, now: datetime) -> list[StaffShown]:
    """Everybody whose seat runs and whom this actor may know of, by name: who works here, volunteers, facilitators."""
    return [_shown(row) for row in _running(actor, now).order_by("name", "pk")]


@query
def helper(actor: Actor, seat_id: UUID, *, now: datetime) -> StaffShown:
    """One of them. Raises NotFound for a seat that has ended, is a participant's, or is somebody else's."""
    row = _running(actor, now).filter(pk=seat_id).first()
    if row is None:
        raise NotFound
    return _shown(row)


@query
def users_in(actor: Actor, seat_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """Who sits in these seats, by user: the same one may sit in several. Only seats that this actor may know of."""
    if not seat_ids:
        return {}
    return dict(Seat.objects.visible_to(actor).filter(pk__in=seat_ids).values_list("pk", "user_id"))


@query
def seats_named(actor: Actor, seat_ids: Collection[UUID]) -> list[StaffShown]:
    """Name and role of these seats, ended ones too, as far as this actor may know of them."""
    return [_shown(row) for row in Seat.objects.visible_to(actor).filter(pk__in=seat_ids)]


def _running(actor: Actor, now: datetime) -> QuerySet[Seat]:
    running = running_on(timezone.localtime(now).date())
    return Seat.objects.visible_to(actor).filter(running, role__in=BY_INVITATION)


def _shown(row: Seat) -> StaffShown:
    return StaffShown(row.pk, row.name, Role(row.role))
