"""One meeting of the roster, and who could take it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from .. import policy
from ..models import RosterWeek, facts_of
from ..rules import busy_beside, monday_of, substitutes
from .shown import Around, MeetingOnRoster, duty_rows, meeting_on_roster


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works here."""

    seat_id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class MeetingStaffing:
    """One meeting, the `version` of its week for the forms, and the employees who are free then: those whom the plan
    names first, in its order.
    """

    meeting: MeetingOnRoster
    version: int
    free: tuple[Person, ...]


@query
def meeting_staffing(actor: Actor, session_id: UUID, now: datetime, language: str) -> MeetingStaffing:
    """How one meeting stands: "1 of 2, cannot be held yet". Raises NotFound, NotAllowed for whoever is not employed."""
    policy.require_may_plan(actor)
    found = groups.meetings(actor, [session_id], language=language)
    if not found:
        raise NotFound
    planned = found[0]
    zone = people.organisation(actor.organisation_id).time_zone
    times = groups.meeting_times(actor, from_at=planned.starts_at, until_at=planned.ends_at)
    roster = facts_of(actor, times, zone=zone)
    names = {one.seat_id: one.name for one in people.employed(actor)}
    around = Around(
        actor=actor,
        roster=roster,
        names=names,
        rows=duty_rows(actor, [session_id]),
        called_off=groups.called_off(actor, [session_id]),
        now=now,
    )
    meeting = next((one for one in roster.meetings if one.session_id == session_id), None)
    free = substitutes(meeting, roster, busy_beside(roster, meeting)) if meeting else ()
    weeks = RosterWeek.objects.visible_to(actor).filter(monday=monday_of(planned.on))
    return MeetingStaffing(
        meeting=meeting_on_roster(planned, around),
        version=weeks.values_list("version", flat=True).first() or 0,
        free=tuple(Person(seat_id, names[seat_id]) for seat_id in free),
    )
