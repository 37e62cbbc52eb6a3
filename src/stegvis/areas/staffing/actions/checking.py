"""Calling off what cannot be held: at its check time, or at once when that has passed. Nobody is asked (S1-31)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Max

from stegvis.areas.groups import api as groups
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor

from .. import policy
from ..models import Duty, RoundStaffing, facts_of
from ..rules import Employee, Roster, what_to_call_off
from .weeks import zone_of


@action
def check_due(actor: Actor, *, now: datetime) -> list[UUID]:
    """The clock's look: every meeting whose check time has come and that has too few is called off, in that order.

    Gives those that were. A second look finds nothing: what is called off is not called off again. Raises NotAllowed
    for anybody but the house.
    """
    policy.require_may_check(actor)
    return call_off_what_is_due(actor, now)


def call_off_what_is_due(actor: Actor, now: datetime) -> list[UUID]:
    """As part of another action: what it changed may have left a meeting with too few after its check time."""
    ahead = RoundStaffing.objects.filter(organisation_id=actor.organisation_id).aggregate(
        most=Max("check_days")
    )["most"]
    if ahead is None:
        return []
    house = Actor.housekeeper(actor.organisation_id)
    times = groups.meeting_times(house, from_at=now, until_at=now + timedelta(days=ahead + 2))
    return _call_off(house, times, facts_of(house, times, zone=zone_of(house)), now)


def call_off_without(
    actor: Actor,
    seat_id: UUID,
    *,
    from_at: datetime,
    until_at: datetime | None,
    zone: str,
    employees: Mapping[UUID, Employee],
    now: datetime,
) -> list[UUID]:
    """The same when somebody is away: only the meetings where she is on duty then can be other than before."""
    house = Actor.housekeeper(actor.organisation_id)
    times = meetings_with(house, seat_id, from_at=from_at, until_at=until_at)
    return _call_off(house, times, facts_of(house, times, zone=zone, employees=employees), now)


def meetings_with(
    actor: Actor, seat_id: UUID, *, from_at: datetime, until_at: datetime | None
) -> list[groups.MeetingTime]:
    """The meetings at which this seat is on duty between two moments, by time."""
    hers = Duty.objects.filter(organisation_id=actor.organisation_id, seat_id=seat_id, ends_at__gt=from_at)
    if until_at is not None:
        hers = hers.filter(starts_at__lt=until_at)
    return groups.meeting_times_of(actor, list(hers.values_list("session_id", flat=True)))


def _call_off(house: Actor, times: Sequence[groups.MeetingTime], roster: Roster, now: datetime) -> list[UUID]:
    """The house calls off, whoever is signed in: the journal does not tell whose illness it was."""
    due = what_to_call_off(now, roster)
    if not due:
        return []
    round_of = {one.session_id: one.round_id for one in times}
    plans = RoundStaffing.objects.filter(organisation_id=house.organisation_id)
    instead = dict(plans.values_list("round_id", "instead"))
    done: list[UUID] = []
    for session_id in due:
        done += groups.call_off(
            house,
            session_ids=[session_id],
            why=groups.CallOffWhy.STAFF,
            instead=instead.get(round_of[session_id], ""),
            now=now,
        )
    return done
