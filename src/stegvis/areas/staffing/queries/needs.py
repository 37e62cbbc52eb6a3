"""What a round needs, for its form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from stegvis.areas.directory import api as directory
from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from .. import policy
from ..models import RoundStaffing
from ..rules import Needs, local_day, looked_after_from
from .meeting import Person


@dataclass(frozen=True, slots=True)
class RoundNeeds:
    """What a round needs, or what its form begins with. `assessed`: the least, by the offering's assessment.

    `version` 0: not in the roster yet. `looked_after_from`: from this day on the roster calls off what cannot be held.
    `people`: who can be named as a substitute.
    """

    round_id: UUID
    title: str
    language: str
    version: int
    assessed: int
    employees: int
    second_adult: bool
    competence: str
    check_days: int
    check_at: time
    instead: str
    substitutes: tuple[UUID, ...]
    looked_after_from: date
    people: tuple[Person, ...]


@query
def needs_of(actor: Actor, round_id: UUID, now: datetime, language: str) -> RoundNeeds:
    """Raises NotFound for a round without meetings or of another house, NotAllowed for whoever is not employed."""
    policy.require_may_plan(actor)
    meetings = groups.meetings_of_round(actor, round_id, language=language)
    if not meetings:
        raise NotFound
    listing_id = meetings[0].listing_id
    assessed = max(directory.employees_needed(actor, [listing_id]).get(listing_id, 1), 1)
    row = RoundStaffing.objects.visible_to(actor).filter(round_id=round_id).first()
    zone = people.organisation(actor.organisation_id).time_zone
    today = local_day(now, zone=zone)
    running = [
        Person(one.seat_id, one.name)
        for one in people.employed(actor)
        if one.until_on is None or one.until_on >= today
    ]
    kept = row or RoundStaffing(
        round_id=round_id, looked_after_from=looked_after_from(now, Needs(), zone=zone), version=0
    )
    return RoundNeeds(
        round_id=round_id,
        title=meetings[0].title,
        language=meetings[0].language,
        version=kept.version,
        assessed=assessed,
        employees=max(kept.employees, assessed),
        second_adult=kept.second_adult,
        competence=kept.competence,
        check_days=kept.check_days,
        check_at=kept.check_at,
        instead=kept.instead,
        substitutes=tuple(map(UUID, kept.substitutes)),
        looked_after_from=kept.looked_after_from,
        people=tuple(running),
    )
