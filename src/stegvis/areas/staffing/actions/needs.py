"""What a round needs of employees: more than its assessment if the house wants, never less (S1-24)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from uuid import UUID

from stegvis.areas.directory import api as directory
from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotFound, Refused

from .. import policy
from ..models import LONGEST_COMPETENCE, LONGEST_INSTEAD, RoundStaffing
from ..rules import Needs, decide_needs, looked_after_from
from .checking import call_off_what_is_due
from .weeks import zone_of


@action
def set_needs(
    actor: Actor,
    *,
    round_id: UUID,
    employees: int,
    second_adult: bool = False,
    competence: str = "",
    check_days: int = 1,
    check_at: time = time(18),
    instead: str = "",
    substitutes: Sequence[UUID] = (),
    version: int,
    now: datetime,
) -> None:
    """Say what the meetings of a round need, when it is looked whether there are enough, and what happens instead.

    `version`: 0 for a round that is not in the roster yet. First everything is called off that was due before: a later
    check time brings nothing back (S1-31). Raises Changed, Refused (below the assessment), NotFound, NotAllowed.
    """
    policy.require_may_set_needs(actor)
    times = groups.meetings_of_round(actor, round_id)
    if not times:
        raise NotFound
    wanted = Needs(employees, second_adult, competence, check_days, check_at)
    assessed = directory.employees_needed(actor, [times[0].listing_id]).get(times[0].listing_id)
    if refusal := decide_needs(wanted, assessed=assessed):
        raise Refused(refusal)
    if not set(substitutes) <= {one.seat_id for one in people.employed(actor)}:
        raise NotFound
    call_off_what_is_due(actor, now)
    row = _row(actor, round_id, version, wanted, now)
    row.employees, row.second_adult = employees, second_adult
    row.competence = competence.strip()[:LONGEST_COMPETENCE]
    row.check_days, row.check_at, row.instead = check_days, check_at, instead.strip()[:LONGEST_INSTEAD]
    row.substitutes = [str(seat_id) for seat_id in dict.fromkeys(substitutes)]
    row.save()
    journal.written(actor, "staffing.needs_set", about=round_id, at=now)
    call_off_what_is_due(actor, now)


def _row(actor: Actor, round_id: UUID, version: int, wanted: Needs, now: datetime) -> RoundStaffing:
    """The round's line, locked and counted one further. It never goes again, and its first day never moves."""
    since = looked_after_from(now, wanted, zone=zone_of(actor))
    row, made = RoundStaffing.objects.select_for_update().get_or_create(
        organisation_id=actor.organisation_id, round_id=round_id, defaults={"looked_after_from": since}
    )
    if version != (0 if made else row.version):
        raise Changed
    row.version += 0 if made else 1
    return row
