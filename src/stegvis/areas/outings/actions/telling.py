"""What those who have said something are told: that somebody else plans the outing now, and reads it."""

from __future__ import annotations

from datetime import datetime

from stegvis.areas.groups import api as groups
from stegvis.areas.messages import api as messages
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor

from ..models import Capacity, Outing
from ..texts import PLANNED_BY_ANOTHER


def tell_new_planner(actor: Actor, row: Outing, meeting: groups.MeetingPlanned, now: datetime) -> None:
    """Part of planning: whoever has said what she can learns who reads it from now on, and can take it back."""
    said = Capacity.objects.filter(organisation_id=actor.organisation_id, outing=row)
    name = people.seat_names(actor, [row.planner_id]).get(row.planner_id, "")
    for participant_id in said.values_list("participant_id", flat=True):
        messages.send(
            actor,
            participant_id=participant_id,
            kind=PLANNED_BY_ANOTHER,
            about=row.session_id,
            arguments={"name": name, "title": meeting.title, "session": str(row.session_id)},
            key=f"{PLANNED_BY_ANOTHER}:{row.pk}:{participant_id}:{row.version}",
            now=now,
        )
