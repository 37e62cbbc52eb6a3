"""Which group somebody is in, for higher areas: ids in, ids out, and never a name."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from ..models import Place
from ..rules import PlaceState


@query
def groups_of(actor: Actor, *, listing_id: UUID, participant_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """For each of these participants who holds a place in this offering, the round of it that begins last.

    As far as the actor may see whose place it is: one question to the database, however many they are. No look: the
    page that asks names them, and logs it.
    """
    held = Place.objects.visible_to(actor).filter(
        round__listing_id=listing_id, participant_id__in=participant_ids, state=PlaceState.HELD
    )
    rows = held.order_by("round__from_on", "round_id").values_list("participant_id", "round_id")
    return dict(rows)
