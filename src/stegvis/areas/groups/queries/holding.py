"""Who holds a place, by id alone: for the rules of higher areas, never for a page (A.7)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from ..models import Place, Round
from ..rules import PlaceState


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds a place in one round. `unnamed`: so many more of whom nothing is written (X-15)."""

    participant_ids: frozenset[UUID]
    unnamed: int

    @property
    def number(self) -> int:
        return len(self.participant_ids) + self.unnamed


@query
def holding(actor: Actor, round_ids: Collection[UUID]) -> dict[UUID, Holding]:
    """By round. Ids to reckon with, so not narrowed to whose places the actor may see; no page shows one of them."""
    rounds = Round.objects.visible_to(actor).filter(pk__in=round_ids).values_list("pk", "unnamed")
    held = Place.objects.filter(
        organisation_id=actor.organisation_id, round_id__in=round_ids, state=PlaceState.HELD
    )
    by_round: dict[UUID, set[UUID]] = {}
    for round_id, participant_id in held.values_list("round_id", "participant_id"):
        by_round.setdefault(round_id, set()).add(participant_id)
    return {key: Holding(frozenset(by_round.get(key, ())), unnamed) for key, unnamed in rounds}
