"""What areas above need to know of rounds and their meetings, in as few questions as can be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import Place, Session
from ..rules import PlaceState, SessionState
from .rounds import not_over


@dataclass(frozen=True, slots=True)
class RunningRound:
    """A round that is not over: its days, and the room it meets in."""

    round_id: UUID
    listing_id: UUID
    from_on: date
    until_on: date
    meeting_place: str


@query
def running_rounds(actor: Actor, now: datetime) -> list[RunningRound]:
    """The organisation's rounds that are not over, soonest first. One question. Raises NotAllowed."""
    policy.require_may_plan(actor)
    rows = not_over(actor, now).order_by("from_on", "starts", "pk")
    return [
        RunningRound(row.pk, row.listing_id, row.from_on, row.until_on, row.meeting_place) for row in rows
    ]


@query
def days_met(actor: Actor, round_id: UUID, now: datetime) -> list[date]:
    """The days on which a round has met, today's meeting too, the first first. Not those that were called off."""
    today = timezone.localtime(now).date()
    rows = Session.objects.visible_to(actor).filter(round_id=round_id, on__lte=today)
    rows = rows.exclude(state=SessionState.CALLED_OFF).order_by("on")
    return list(dict.fromkeys(rows.values_list("on", flat=True)))


@query
def called_in(house: Actor, round_id: UUID) -> frozenset[str]:
    """What those who have a place in a round are called, so that no text names them. For the house itself: nobody is
    shown it, so it is no look. Raises NotAllowed for any person.
    """
    policy.require_may_tidy(house)
    held = Place.objects.visible_to(house).filter(round_id=round_id).exclude(state=PlaceState.LEFT)
    ids = list(held.values_list("participant_id", flat=True))
    return frozenset(people.called(house, ids))
