"""How many employees the assessment of an offering asks for (S1-24)."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from ..models import Offering


@query
def employees_needed(actor: Actor, listing_ids: Collection[UUID]) -> dict[UUID, int]:
    """By listing of the actor's organisation; those whose assessment says nothing yet are left out."""
    rows = Offering.objects.filter(
        organisation_id=actor.organisation_id,
        listing_id__in=list(listing_ids),
        employees_needed__isnull=False,
    ).values_list("listing_id", "employees_needed")
    return {listing_id: needed for listing_id, needed in rows if needed is not None}
