"""What of this area a participant can share with one person: her groups, and her small aims for meetings to come."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from stegvis.areas.directory import api as directory
from stegvis.areas.privacy import api as privacy
from stegvis.kernel.actor import Actor
from stegvis.ui import dates

from ..models import Place, Session, SmallAim
from ..rules import PlaceState, SessionState


def groups_shared(key: privacy.Released, language: str, now: datetime) -> list[privacy.Part]:
    """The groups where she holds a place, each with its next meeting. What she waits for stays with her."""
    today = timezone.localtime(now).date()
    held = key.rows_of(Place).filter(state=PlaceState.HELD, round__until_on__gte=today)
    rounds = [place.round for place in held.select_related("round").order_by("round__from_on", "pk")]
    anybody = Actor.visitor(key.organisation_id)
    briefs = directory.listing_briefs(anybody, {one.listing_id for one in rounds}, language)
    meetings = _next_meetings(key, {one.pk for one in rounds}, now)
    return [
        privacy.Part(
            briefs[one.listing_id].title,
            "\n".join(filter(None, (_told(meetings.get(one.pk), language), one.meeting_place))),
            briefs[one.listing_id].language,
        )
        for one in rounds
        if one.listing_id in briefs
    ]


def aims_shared(key: privacy.Released, language: str, now: datetime) -> list[privacy.Part]:
    """Her small aims for meetings that are still to come."""
    to_come = key.rows_of(SmallAim).filter(session__ends_at__gt=now).select_related("session")
    return [
        privacy.Part(dates.day(aim.session.on, language), aim.words)
        for aim in to_come.order_by("session__starts_at")
    ]


def _next_meetings(key: privacy.Released, round_ids: Collection[UUID], now: datetime) -> dict[UUID, Session]:
    to_come = Session.objects.filter(
        organisation_id=key.organisation_id, round_id__in=round_ids, ends_at__gt=now
    ).exclude(state=SessionState.CALLED_OFF)
    first: dict[UUID, Session] = {}
    for row in to_come.order_by("starts_at"):
        first.setdefault(row.round_id, row)
    return first


def _told(meeting: Session | None, language: str) -> str:
    if meeting is None:
        return ""
    return dates.moment(datetime.combine(meeting.on, meeting.starts), language)
