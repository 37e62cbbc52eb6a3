"""When an offering meets next, for its public page: three plain questions and no word about who comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple
from uuid import UUID

from django.utils import timezone

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from ..models import Session
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


class _Coming(NamedTuple):
    """What is told of a meeting and its round: columns by their names there."""

    round_id: UUID
    on: date
    starts: time
    ends: time
    round__meeting_place: str
    round__welcomed_by_id: UUID
    round__open_for_new: bool
    round__until_on: date
    round__capacity: int | None
    round__unnamed: int


@query
def next_meetings(actor: Actor, listing_id: UUID, now: datetime) -> list[NextMeeting]:
    """The next meeting of each of the offering's rounds that still meet, soonest first."""
    to_come = Session.objects.visible_to(actor).filter(round__listing_id=listing_id, ends_at__gt=now)
    to_come = to_come.exclude(state=SessionState.CALLED_OFF)
    first: dict[UUID, _Coming] = {}
    for row in to_come.order_by("starts_at").values_list(*_Coming._fields):
        first.setdefault(row[0], _Coming._make(row))
    names = people.seat_names(actor, {one.round__welcomed_by_id for one in first.values()})
    numbers = taken(actor, first)
    today = timezone.localtime(now).date()
    return [
        NextMeeting(
            on=one.on,
            starts=one.starts,
            ends=one.ends,
            meeting_place=one.round__meeting_place,
            welcomed_by=names.get(one.round__welcomed_by_id, ""),
            open=_takes_in(one, one.round__unnamed + numbers.get(one.round_id, 0), today),
            is_open_door=one.round__capacity is None,
        )
        for one in first.values()
    ]


def _takes_in(one: _Coming, number: int, today: date) -> bool:
    still = one.round__open_for_new and one.round__until_on >= today
    return still and free_places(capacity=one.round__capacity, taken=number) != 0
