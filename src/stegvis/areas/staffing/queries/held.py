"""Whether meetings can be held, for higher areas. No table of people who come is reachable from here (S1-25)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import facts_of, needs_in
from ..rules import staffing_of, there


@dataclass(frozen=True, slots=True)
class Staffed:
    """`on_duty` of `needed` employees; `names` and `seats` of those who are there for some of it, as they come."""

    needed: int
    on_duty: int
    can_be_held: bool
    names: tuple[str, ...]
    seats: tuple[UUID, ...]
    has_begun: bool


@query
def employees_needed(actor: Actor, rounds: Mapping[UUID, UUID]) -> dict[UUID, int]:
    """How many employees the meetings of each round need, by round, given its listing: as the roster says, and never
    fewer than the assessment. Asks nothing of who works when. Two questions. Raises NotAllowed.
    """
    policy.require_may_plan(actor)
    return {round_id: needs.adults for round_id, needs in needs_in(actor, rounds).items()}


@query
def staffed(actor: Actor, session_ids: Collection[UUID], now: datetime) -> dict[UUID, Staffed]:
    """How each of these meetings stands; what is called off cannot be held. Constant in SQL, for every role.

    Only employees count whose seat runs, who have been in, and who are not away (S1-25).
    """
    times = groups.meeting_times_of(actor, session_ids)
    roster = facts_of(actor, times, zone=people.organisation(actor.organisation_id).time_zone)
    meetings = {one.session_id: one for one in roster.meetings}
    names = {one.seat_id: one.name for one in people.employed(actor)}

    held = {}
    for time in times:
        meeting = meetings.get(time.session_id)
        if meeting is None:
            held[time.session_id] = Staffed(1, 0, False, (), (), time.starts_at <= now)
            continue
        staffing = staffing_of(meeting, roster)
        present = there(meeting, roster.duties_at(meeting), roster.gone, roster.employees)
        in_order = sorted(present, key=lambda one: (one.starts_at, names.get(one.seat_id, "")))
        seats = tuple(dict.fromkeys(one.seat_id for one in in_order))
        held[time.session_id] = Staffed(
            needed=staffing.needed,
            on_duty=staffing.on_duty,
            can_be_held=staffing.can_be_held,
            names=tuple(names.get(seat_id, "") for seat_id in seats),
            seats=seats,
            has_begun=time.starts_at <= now,
        )
    return held
