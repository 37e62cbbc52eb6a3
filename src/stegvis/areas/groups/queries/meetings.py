"""When an offering meets next, for its public page: three plain questions and no word about who comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.utils import timezone

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from ..models import Round, Session
from ..rules import SessionState, free_places
from .rounds import taken


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """The next meeting of one round, in local time. `open`: somebody new can still come into the round.
    `is_open_door`: people look in, and nobody has a place.
    """

    on: date
    starts: time
    ends: time
    meeting_place: str
    welcomed_by: str
    open: bool
    is_open_door: bool


@query
def next_meetings(actor: Actor, listing_id: UUID, now: datetime) -> list[NextMeeting]:
    """The next meeting of each of the offering's rounds that still meet, soonest first."""
    to_come = Session.objects.visible_to(actor).filter(round__listing_id=listing_id, ends_at__gt=now)
    to_come = to_come.exclude(state=SessionState.CALLED_OFF)
    first: dict[UUID, Session] = {}
    for session in to_come.select_related("round").order_by("starts_at"):
        first.setdefault(session.round_id, session)
    names = people.seat_names(actor, {session.round.welcomed_by_id for session in first.values()})
    numbers = taken(actor, first)
    today = timezone.localtime(now).date()
    return [
        NextMeeting(
            on=session.on,
            starts=session.starts,
            ends=session.ends,
            meeting_place=session.round.meeting_place,
            welcomed_by=names.get(session.round.welcomed_by_id, ""),
            open=_takes_in(session.round, session.round.unnamed + numbers.get(session.round_id, 0), today),
            is_open_door=session.round.capacity is None,
        )
        for session in first.values()
    ]


def _takes_in(row: Round, number: int, today: date) -> bool:
    return (
        row.open_for_new and row.until_on >= today and free_places(capacity=row.capacity, taken=number) != 0
    )
