"""What listings are called, whatever state they are in: for what somebody wrote down about them."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from ..models import ListingText


@query
def titles(actor: Actor, listing_ids: Collection[UUID], language: str) -> dict[UUID, str]:
    """Title by listing of the actor's organisation, in this language or else in the one it was written in."""
    rows = ListingText.objects.filter(
        organisation_id=actor.organisation_id, listing_id__in=listing_ids
    ).values_list("listing_id", "language", "title", "listing__language")
    found: dict[UUID, tuple[int, str]] = {}
    for listing_id, written_in, title, original in rows:
        fits = 0 if written_in == language else 1 if written_in == original else 2
        found[listing_id] = min(found.get(listing_id, (3, "")), (fits, title))
    return {listing_id: title for listing_id, (_, title) in found.items()}
