"""All listings of an organisation, for its chores."""

from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from ..models import Listing


@query
def listing_ids(actor: Actor, *, after: UUID | None, most: int) -> list[UUID]:
    """The next `most` ids in order, so that a chore can go through all of them in small steps."""
    rows = Listing.objects.visible_to(actor).order_by("pk")
    if after is not None:
        rows = rows.filter(pk__gt=after)
    return list(rows.values_list("pk", flat=True)[:most])
