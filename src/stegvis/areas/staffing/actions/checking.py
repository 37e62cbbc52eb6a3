"""Calling off what cannot be held: at its check time, or at once when that has passed. Nobody is asked (S1-31)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Max

from stegvis.areas.groups import api as groups
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor

from .. import policy
from ..models import RoundStaffing, facts_of
from ..rules import what_to_call_off
from .weeks import zone_of

CalledOffHandler = Callable[[Actor, Collection[UUID], datetime], None]
"""What a higher area does when meetings are called off for want of employees. Part of the same transaction."""

_handlers: list[CalledOffHandler] = []


def declare_called_off(handler: CalledOffHandler) -> None:
    """Call this with the house, the meetings and the moment. To be called from a higher area's `ready()`."""
    if handler not in _handlers:
        _handlers.append(handler)


@action
def check_due(actor: Actor, *, now: datetime) -> list[UUID]:
    """The clock's look: every meeting whose check time has come and that has too few is called off, in that order.

    Gives those that were. A second look finds nothing: what is called off is not called off again. Raises NotAllowed
    for anybody but the house.
    """
    policy.require_may_check(actor)
    return call_off_what_is_due(actor, now)


def call_off_what_is_due(actor: Actor, now: datetime) -> list[UUID]:
    """As part of another action: what it changed may have left a meeting with too few after its check time.

    The house calls off, whoever is signed in: the journal does not tell whose illness it was.
    """
    house = Actor.housekeeper(actor.organisation_id)
    plans = RoundStaffing.objects.filter(organisation_id=actor.organisation_id)
    ahead = plans.aggregate(most=Max("check_days"))["most"]
    if ahead is None:
        return []
    times = groups.meeting_times(house, from_at=now, until_at=now + timedelta(days=ahead + 2))
    due = what_to_call_off(now, facts_of(house, times, zone=zone_of(house)))
    if not due:
        return []
    round_of = {one.session_id: one.round_id for one in times}
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
    for handler in _handlers:
        handler(house, done, now)
    return done
