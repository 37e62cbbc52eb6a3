"""Meetings as they stand in the calendar, for areas that look after them: what and when, never who comes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from ..models import Session
from ..rules import CallOffWhy, SessionState


class MeetingTime(NamedTuple):
    """When one meeting is, in local time and in moments. `is_open_door`: no places, everybody can come."""

    session_id: UUID
    round_id: UUID
    listing_id: UUID
    on: date
    starts: time
    ends: time
    starts_at: datetime
    ends_at: datetime
    state: SessionState
    is_open_door: bool


@dataclass(frozen=True, slots=True)
class MeetingPlanned:
    """One meeting with words. `language` is the code of the title."""

    session_id: UUID
    round_id: UUID
    listing_id: UUID
    slug: str
    title: str
    language: str
    on: date
    starts: time
    ends: time
    starts_at: datetime
    ends_at: datetime
    state: SessionState
    is_open_door: bool
    meeting_place: str


@dataclass(frozen=True, slots=True)
class CalledOff:
    """Why and when a meeting was called off, what happens instead, and to how many with a place we wrote."""

    session_id: UUID
    why: CallOffWhy
    at: datetime
    instead: str
    told: int


_TIMES = (
    *("pk", "round_id", "round__listing_id", "on", "starts", "ends", "starts_at", "ends_at"),
    *("state", "round__capacity"),
)

STATES = {state.value: state for state in SessionState}


@query
def meeting_times(actor: Actor, *, from_at: datetime, until_at: datetime) -> list[MeetingTime]:
    """What meets between two moments, called off or not, by time. One plain question: for what is worked out often."""
    return _times(_between(actor, from_at, until_at))


@query
def open_doors(
    actor: Actor, listing_ids: Collection[UUID], *, from_at: datetime, until_at: datetime
) -> frozenset[UUID]:
    """Those of these offerings that meet between two moments without places, so that everybody can come; called off
    or not. One plain question.
    """
    within = Q(starts_at__lt=until_at, ends_at__gt=from_at, round__capacity=None)
    doors = Session.objects.visible_to(actor).filter(within, round__listing_id__in=list(listing_ids))
    return frozenset(doors.values_list("round__listing_id", flat=True).distinct())


@query
def meeting_times_of(actor: Actor, session_ids: Collection[UUID]) -> list[MeetingTime]:
    """When these meetings are, by time; those of other organisations are left out. One plain question."""
    rows = Session.objects.visible_to(actor).filter(pk__in=list(session_ids))
    return _times(rows.order_by("starts_at", "pk"))


@query
def meetings_between(
    actor: Actor, *, from_at: datetime, until_at: datetime, language: str = ""
) -> list[MeetingPlanned]:
    """What meets between two moments, called off or not, by time; titles in `language`, else the house's own."""
    return _planned(actor, _between(actor, from_at, until_at), language)


@query
def meetings(actor: Actor, session_ids: Collection[UUID], *, language: str = "") -> list[MeetingPlanned]:
    """These meetings by time; those of other organisations are left out."""
    return _planned(actor, Session.objects.visible_to(actor).filter(pk__in=list(session_ids)), language)


@query
def meetings_of_round(actor: Actor, round_id: UUID, *, language: str = "") -> list[MeetingPlanned]:
    """All meetings of one round by time; none for another organisation's."""
    return _planned(actor, Session.objects.visible_to(actor).filter(round_id=round_id), language)


@query
def called_off(actor: Actor, session_ids: Collection[UUID]) -> dict[UUID, CalledOff]:
    """Those of these meetings that are called off, and for which it is known why."""
    rows = Session.objects.visible_to(actor).filter(pk__in=list(session_ids), state=SessionState.CALLED_OFF)
    return {
        row.pk: CalledOff(
            row.pk, CallOffWhy(row.called_off_why), row.called_off_at, row.instead, row.told or 0
        )
        for row in rows.exclude(called_off_at=None)
        if row.called_off_at
    }


def _between(actor: Actor, from_at: datetime, until_at: datetime) -> QuerySet[Session]:
    within = Q(starts_at__lt=until_at, ends_at__gt=from_at)
    return Session.objects.visible_to(actor).filter(within).order_by("starts_at", "pk")


def _times(sessions: QuerySet[Session]) -> list[MeetingTime]:
    return [_time(row) for row in sessions.values_list(*_TIMES)]


def _time(row: Sequence[Any]) -> MeetingTime:
    """From a row that begins with _TIMES."""
    return MeetingTime._make((*row[:8], STATES[row[8]], row[9] is None))


def _planned(actor: Actor, sessions: QuerySet[Session], language: str) -> list[MeetingPlanned]:
    rows: list[Any] = list(sessions.order_by("starts_at", "pk").values_list(*_TIMES, "round__meeting_place"))
    times = [_time(row) for row in rows]
    language = language or people.organisation(actor.organisation_id).language
    briefs = directory.listing_briefs(actor, {one.listing_id for one in times}, language)
    return [
        _with_words(one, briefs[one.listing_id], meeting_place)
        for one, (*_, meeting_place) in zip(times, rows, strict=True)
        if one.listing_id in briefs
    ]


def _with_words(one: MeetingTime, brief: directory.ListingBrief, meeting_place: str) -> MeetingPlanned:
    return MeetingPlanned(
        session_id=one.session_id,
        round_id=one.round_id,
        listing_id=one.listing_id,
        slug=brief.slug,
        title=brief.title,
        language=brief.language,
        on=one.on,
        starts=one.starts,
        ends=one.ends,
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        state=one.state,
        is_open_door=one.is_open_door,
        meeting_place=meeting_place,
    )
