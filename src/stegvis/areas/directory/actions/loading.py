"""Fetching the one offering that an action is about to change."""

from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound

from ..models import Offering
from ..rules import ListingKind


def offering_to_change(actor: Actor, listing_id: UUID) -> Offering:
    """The offering with all its parts, held until the action ends. Raises NotFound: unknown, or somebody else's."""
    offering = (
        Offering.objects.visible_to(actor)
        .filter(listing_id=listing_id, listing__kind=ListingKind.OFFERING)
        .select_related("listing", "responsible")
        .prefetch_related("listing__texts", "listing__times", "alternatives__listing")
        .select_for_update(of=("self", "listing"))
        .first()
    )
    if offering is None:
        raise NotFound
    return offering
