"""When an offering meets next, for its public page: two questions to the database and no word about who comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from ..models import Place, Session
from ..rules import PlaceState, SessionState, free_places


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """The next meeting of one round, in local time. `open`: somebody new can still come into the round."""

    on: date
    starts: time
    ends: time
    meeting_place: str
    welcomed_by: str
    open: bool


@query
def next_meetings(actor: Actor, listing_id: UUID, now: datetime) -> list[NextMeeting]:
    """The next meeting of each of the offering's rounds that still meet, soonest first."""
    to_come = Session.objects.filter(ends_at__gt=now, state=SessionState.PLANNED)
    first = to_come.filter(round_id=OuterRef("round_id")).order_by("starts_at").values("pk")[:1]
    held = Place.objects.filter(round_id=OuterRef("round_id")).exclude(state=PlaceState.LEFT)
    counted = held.order_by().values("round_id").annotate(number=Count("pk")).values("number")
    rows = list(
        Session.objects.visible_to(actor)
        .filter(pk=Subquery(first), round__listing_id=listing_id)
        .annotate(taken=Coalesce(Subquery(counted, output_field=IntegerField()), 0))
        .select_related("round")
        .order_by("starts_at")
    )
    names = people.seat_names(actor, {row.round.welcomed_by_id for row in rows})
    today = timezone.localtime(now).date()
    return [
        NextMeeting(
            on=row.on,
            starts=row.starts,
            ends=row.ends,
            meeting_place=row.round.meeting_place,
            welcomed_by=names.get(row.round.welcomed_by_id, ""),
            open=row.round.open_for_new
            and row.round.until_on >= today
            and free_places(capacity=row.round.capacity, taken=row.taken) != 0,
        )
        for row in rows
    ]
