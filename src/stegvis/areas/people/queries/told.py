"""Who seats are, by first name and role, ended ones too."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query
from stegvis.kernel.roles import Role

from ..models import Seat
from .seats import StaffShown


@query
def who_they_are(actor: Actor, seat_ids: Collection[UUID]) -> list[StaffShown]:
    """As far as this actor may know of them; a participant's own seat has no name."""
    rows = Seat.objects.visible_to(actor).filter(pk__in=seat_ids)
    return [StaffShown(row.pk, row.name, Role(row.role)) for row in rows]
