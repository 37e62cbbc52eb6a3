"""What listings are called, whatever state they are in: for what somebody wrote down about them."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from ..models import ListingText


class Title(NamedTuple):
    """What a listing is called, and the code of the language that is in."""

    words: str
    language: str


@query
def titled(actor: Actor, listing_ids: Collection[UUID], language: str) -> dict[UUID, Title]:
    """Title by listing of the actor's organisation, in this language or else in the one it was written in."""
    if not listing_ids:
        return {}
    rows = ListingText.objects.filter(
        organisation_id=actor.organisation_id, listing_id__in=listing_ids
    ).values_list("listing_id", "language", "title", "listing__language")
    found: dict[UUID, tuple[int, Title]] = {}
    for listing_id, written_in, title, original in rows:
        fits = 0 if written_in == language else 1 if written_in == original else 2
        best = found.get(listing_id)
        if best is None or fits < best[0]:
            found[listing_id] = fits, Title(title, written_in)
    return {listing_id: title for listing_id, (_, title) in found.items()}


def titles(actor: Actor, listing_ids: Collection[UUID], language: str) -> dict[UUID, str]:
    """The same without the language it is in."""
    return {listing_id: title.words for listing_id, title in titled(actor, listing_ids, language).items()}
