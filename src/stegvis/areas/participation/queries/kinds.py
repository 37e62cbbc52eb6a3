"""How people take part in shaping each offering, and what lacks a way (S1-04, S2-18)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from stegvis.areas.directory import api as directory
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import WorkingGroup

KINDS = directory.ParticipationKind
IN_A_GROUP = frozenset({KINDS.SHARE_WITH_WORKING_GROUP, KINDS.DECIDE_IN_WORKING_GROUP})


@dataclass(frozen=True, slots=True)
class TakingPart:
    """One offering. `chosen` in the order of the form; `lacks` a way altogether; `lacks_group`: it says that people
    take part through a working group, and there is none for it or for the house.
    """

    listing_id: UUID
    title: str
    language: str
    state: directory.State
    chosen: tuple[directory.ParticipationKind, ...]
    lacks_group: bool

    @property
    def lacks(self) -> bool:
        return not self.chosen


@query
def taking_part(actor: Actor) -> list[TakingPart]:
    """The offerings that are not closed: first those that lack a way of taking part, then those that lack the group
    they promise, then the others, by title. Two questions to the database. Raises NotAllowed.
    """
    policy.require_may_run(actor)
    running = WorkingGroup.objects.visible_to(actor).filter(ended_on=None)
    about = set(running.values_list("listing_id", flat=True))
    shown = [
        TakingPart(
            one.listing_id,
            one.title,
            one.language,
            one.state,
            tuple(kind for kind in KINDS if kind in one.participation),
            lacks_group=bool(one.participation & IN_A_GROUP) and not about & {one.listing_id, None},
        )
        for one in directory.offering_kinds(actor)
        if one.state is not directory.State.CLOSED
    ]
    return sorted(shown, key=lambda one: (not one.lacks, not one.lacks_group))
