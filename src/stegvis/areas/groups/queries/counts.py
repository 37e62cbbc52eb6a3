"""How many meetings and how many people, from the calendar alone: nobody fills in a form for it, nobody is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from django.db.models import Count

from stegvis.areas.admission import api as admission
from stegvis.areas.directory import api as directory
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import Attendance, Session
from ..rules import SessionState, how_many


@dataclass(frozen=True, slots=True)
class MeetingCount:
    """One meeting and how many came; `came` None where nobody has counted. `title` is in `language`."""

    session_id: UUID
    listing_id: UUID
    title: str
    language: str
    on: date
    starts: time
    came: int | None
    called_off: bool


@dataclass(frozen=True, slots=True)
class OfferingCount:
    """The meetings of one offering together. `came` sums up those that were counted; `uncounted` are the others."""

    listing_id: UUID
    title: str
    language: str
    held: int
    called_off: int
    came: int
    uncounted: tuple[MeetingCount, ...]


@query
def counts(actor: Actor, from_on: date, until_on: date, language: str) -> list[MeetingCount]:
    """The meetings between two days, both included, in order of time, with how many came. Raises NotAllowed."""
    policy.require_may_plan(actor)
    rows = Session.objects.visible_to(actor).filter(on__gte=from_on, on__lte=until_on)
    sessions = list(rows.select_related("round").order_by("starts_at", "pk"))
    there = Attendance.objects.filter(
        organisation_id=actor.organisation_id, session__on__gte=from_on, session__on__lte=until_on
    )
    noted = dict(there.values_list("session_id").annotate(number=Count("pk")))
    briefs = directory.listing_briefs(actor, {row.round.listing_id for row in sessions}, language)
    return [
        MeetingCount(
            session_id=row.pk,
            listing_id=row.round.listing_id,
            title=briefs[row.round.listing_id].title,
            language=briefs[row.round.listing_id].language,
            on=row.on,
            starts=row.starts,
            came=how_many(counted=row.came, noted=noted.get(row.pk, 0)),
            called_off=row.state == SessionState.CALLED_OFF,
        )
        for row in sessions
        if row.round.listing_id in briefs
    ]


@query
def noted_again(actor: Actor, from_on: date, until_on: date) -> dict[date, int]:
    """By day, how often somebody was noted as here who had been noted at an earlier meeting of that day: numbers only,
    so that a visitor counts once a day. One question. Raises NotAllowed.
    """
    policy.require_may_plan(actor)
    there = Attendance.objects.filter(
        organisation_id=actor.organisation_id, session__on__gte=from_on, session__on__lte=until_on
    ).exclude(session__state=SessionState.CALLED_OFF)
    by_day = there.values_list("session__on").annotate(
        noted=Count("pk"), people=Count("participant", distinct=True)
    )
    return {on: noted - people for on, noted, people in by_day if noted > people}


@query
def noted_after_a_talk(actor: Actor, from_on: date, until_on: date) -> dict[date, int]:
    """By day, how many were noted as here whom the house met for a talk as well: numbers only, as above. Three
    questions. Raises NotAllowed.
    """
    policy.require_may_plan(actor)
    met = admission.met_for_a_talk(actor, from_on, until_on)
    there = Attendance.objects.filter(
        organisation_id=actor.organisation_id, session__on__gte=from_on, session__on__lte=until_on
    ).exclude(session__state=SessionState.CALLED_OFF)
    noted: dict[date, set[UUID]] = {}
    for on, participant_id in there.values_list("session__on", "participant_id"):
        if participant_id in met.get(on, ()):
            noted.setdefault(on, set()).add(participant_id)
    return {on: len(people) for on, people in noted.items()}


def by_offering(meetings: Sequence[MeetingCount]) -> list[OfferingCount]:
    """The same numbers offering by offering, by title."""
    of: dict[UUID, list[MeetingCount]] = {}
    for one in meetings:
        of.setdefault(one.listing_id, []).append(one)
    summed = [
        OfferingCount(
            listing_id=listing_id,
            title=here[0].title,
            language=here[0].language,
            held=sum(not one.called_off for one in here),
            called_off=sum(one.called_off for one in here),
            came=sum(one.came or 0 for one in here if not one.called_off),
            uncounted=tuple(one for one in here if one.came is None and not one.called_off),
        )
        for listing_id, here in of.items()
    ]
    return sorted(summed, key=lambda one: (one.title.casefold(), str(one.listing_id)))
