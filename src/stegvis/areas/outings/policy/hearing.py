"""What people have said, to reckon with: without names, and never shown as it is."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from stegvis.areas.groups import api as groups
from stegvis.kernel.actor import Actor

from ..models import Capacity, Outing
from ..rules import Needs, from_words


def said_of(actor: Actor, round_of: Mapping[UUID, UUID]) -> dict[UUID, list[Needs]]:
    """By outing, what those say who hold a place in its round. `round_of`: the rounds, by outing.

    Not narrowed to whose words the actor may read: an outing fits also those who have closed a door.
    """
    holding = groups.holding(actor, set(round_of.values())) if round_of else {}
    rows = Capacity.objects.filter(organisation_id=actor.organisation_id, outing_id__in=round_of)
    found: dict[UUID, list[Needs]] = {}
    for row in rows:
        if row.participant_id in holding[round_of[row.outing_id]].participant_ids:
            found.setdefault(row.outing_id, []).append(from_words(row.said))
    return found


def said_about(actor: Actor, row: Outing) -> list[Needs]:
    """What holds for one outing right now: what has settled, and what has been said since. For the planner alone."""
    meeting = groups.meetings(actor, [row.session_id])[0]
    return [row.settled(), *said_of(actor, {row.pk: meeting.round_id}).get(row.pk, [])]
