"""Rounds and their sessions. They hold no word about who comes, so visitors may read them too."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.utils import timezone

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from .. import policy
from ..models import Place, Round, Session
from ..rules import ROOM_TAKEN, SessionState, free_places

FOLLOWED_WITHIN = timedelta(days=182)


@dataclass(frozen=True, slots=True)
class SessionShown:
    """One dated meeting, in local time."""

    session_id: UUID
    on: date
    starts: time
    ends: time
    state: SessionState


@dataclass(frozen=True, slots=True)
class RoundShown:
    """One round. `language` is the code of the title; `free` None where everybody can come; `open`: it takes in
    new people today; `next_session` None when no meeting is left. `unnamed`: so many of those taken are kept without
    a name.
    """

    round_id: UUID
    listing_id: UUID
    slug: str
    title: str
    summary: str
    language: str
    from_on: date
    until_on: date
    starts: time
    ends: time
    recurrence: str
    meeting_place: str
    welcomed_by: str
    capacity: int | None
    taken: int
    unnamed: int
    free: int | None
    open_for_new: bool
    open: bool
    next_session: SessionShown | None

    @property
    def is_open_door(self) -> bool:
        """Whether people look in, and nobody has a place."""
        return self.capacity is None and not self.taken


@dataclass(frozen=True, slots=True)
class SessionToday:
    """A meeting today, for the desk. `taken` is a number, never who."""

    session_id: UUID
    round_id: UUID
    title: str
    starts: time
    ends: time
    meeting_place: str
    welcomed_by: str
    taken: int


@query
def rounds_of(actor: Actor, listing_id: UUID, now: datetime, language: str) -> list[RoundShown]:
    """The rounds of one offering that are not over, those that start first first."""
    return shown(actor, not_over(actor, now).filter(listing_id=listing_id), now, language)


@query
def rounds_elsewhere(actor: Actor, listing_id: UUID, now: datetime, language: str) -> list[RoundShown]:
    """Rounds of other published offerings that take in new people: what else there is when one is full."""
    published = {brief.listing_id for brief in directory.joinable(actor, language)} - {listing_id}
    rows = not_over(actor, now).filter(listing_id__in=published, open_for_new=True)
    return [row for row in shown(actor, rows, now, language) if row.open]


@query
def all_rounds(actor: Actor, now: datetime, language: str) -> list[RoundShown]:
    """Every round of the organisation that is not over, for the desk. Raises NotAllowed without the right to plan."""
    policy.require_may_plan(actor)
    return shown(actor, not_over(actor, now), now, language)


@query
def rounds_to_follow(actor: Actor, now: datetime, language: str) -> list[RoundShown]:
    """The rounds that a new one may go on after: those not over, or over since half a year. Raises NotAllowed."""
    policy.require_may_plan(actor)
    since = timezone.localtime(now).date() - FOLLOWED_WITHIN
    return shown(actor, Round.objects.visible_to(actor).filter(until_on__gte=since), now, language)


@query
def round_shown(actor: Actor, round_id: UUID, now: datetime, language: str) -> RoundShown:
    """One round, over or not. Raises NotFound."""
    found = shown(actor, Round.objects.visible_to(actor).filter(pk=round_id), now, language)
    if not found:
        raise NotFound
    return found[0]


@query
def keeps_names(actor: Actor, listing_id: UUID) -> bool:
    """Whether staff may write down who comes to this offering: not in documentation mode `none` (X-15)."""
    try:
        facts = directory.joining_facts(actor, listing_id)
    except NotFound:  # paused or closed: nobody is added, and who is there stays readable
        return True
    return facts.documentation is not directory.DocumentationMode.NONE


@query
def sessions_of(actor: Actor, round_id: UUID) -> list[SessionShown]:
    """All meetings of a round in order."""
    rows = Session.objects.visible_to(actor).filter(round_id=round_id).order_by("starts_at")
    return [session_shown(row) for row in rows]


@query
def today(actor: Actor, now: datetime, language: str) -> list[SessionToday]:
    """What meets today, by time, for the desk. Raises NotAllowed without the right to plan."""
    policy.require_may_plan(actor)
    day = timezone.localtime(now).date()
    sessions = list(Session.objects.visible_to(actor).filter(on=day).exclude(state=SessionState.CALLED_OFF))
    rows = Round.objects.visible_to(actor).filter(pk__in={row.round_id for row in sessions})
    rounds = {row.round_id: row for row in shown(actor, rows, now, language)}
    meetings = [
        SessionToday(
            session_id=row.pk,
            round_id=row.round_id,
            title=rounds[row.round_id].title,
            starts=row.starts,
            ends=row.ends,
            meeting_place=rounds[row.round_id].meeting_place,
            welcomed_by=rounds[row.round_id].welcomed_by,
            taken=rounds[row.round_id].taken,
        )
        for row in sessions
        if row.round_id in rounds
    ]
    return sorted(meetings, key=lambda meeting: (meeting.starts, meeting.title))


def shown(
    actor: Actor,
    rounds: QuerySet[Round],
    now: datetime,
    language: str,
    ahead: Mapping[UUID, Sequence[SessionShown]] | None = None,
) -> list[RoundShown]:
    """These rounds with words, names and numbers: a constant number of questions, however many rounds.

    `ahead`: the meetings to come by round, the next first, of whoever has read them already.
    """
    if ahead is None:
        rounds = rounds.annotate(next_id=_next_session(now))
    rows = list(rounds.order_by("from_on", "starts", "pk"))
    briefs = directory.listing_briefs(actor, {row.listing_id for row in rows}, language)
    names = people.seat_names(actor, {row.welcomed_by_id for row in rows})
    numbers = taken(actor, [row.pk for row in rows])
    following = _following(actor, rows) if ahead is None else {key: some[0] for key, some in ahead.items()}
    day = timezone.localtime(now).date()
    return [
        _shown(
            row,
            briefs[row.listing_id],
            names,
            row.unnamed + numbers.get(row.pk, 0),
            following.get(row.pk),
            day,
        )
        for row in rows
        if row.listing_id in briefs
    ]


def taken(actor: Actor, round_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many places are held or offered in each round. A count alone, so not narrowed to whose places one may see."""
    places = Place.objects.filter(organisation_id=actor.organisation_id, round_id__in=round_ids)
    counted = places.filter(state__in=ROOM_TAKEN).values("round_id").annotate(number=Count("pk"))
    return {row["round_id"]: row["number"] for row in counted}


def session_shown(row: Session) -> SessionShown:
    return SessionShown(row.pk, row.on, row.starts, row.ends, SessionState(row.state))


def not_over(actor: Actor, now: datetime) -> QuerySet[Round]:
    """Rounds whose last day has not passed."""
    return Round.objects.visible_to(actor).filter(until_on__gte=timezone.localtime(now).date())


def _following(actor: Actor, rows: Sequence[Any]) -> dict[UUID, SessionShown]:
    """The next meeting of each round that was read with its `next_id`."""
    ids = {row.next_id: row.pk for row in rows if row.next_id}
    sessions = Session.objects.visible_to(actor).filter(pk__in=ids)
    return {ids[session.pk]: session_shown(session) for session in sessions}


def _next_session(now: datetime) -> Subquery:
    to_come = Session.objects.filter(round_id=OuterRef("pk"), ends_at__gt=now)
    to_come = to_come.exclude(state=SessionState.CALLED_OFF)
    return Subquery(to_come.order_by("starts_at").values("pk")[:1])


def _shown(
    row: Round,
    brief: directory.ListingBrief,
    names: dict[UUID, str],
    number: int,
    following: SessionShown | None,
    day: date,
) -> RoundShown:
    free = free_places(capacity=row.capacity, taken=number)
    return RoundShown(
        round_id=row.pk,
        listing_id=row.listing_id,
        slug=brief.slug,
        title=brief.title,
        summary=brief.summary,
        language=brief.language,
        from_on=row.from_on,
        until_on=row.until_on,
        starts=row.starts,
        ends=row.ends,
        recurrence=row.recurrence,
        meeting_place=row.meeting_place,
        welcomed_by=names.get(row.welcomed_by_id, ""),
        capacity=row.capacity,
        taken=number,
        unnamed=row.unnamed,
        free=free,
        open_for_new=row.open_for_new,
        open=row.open_for_new and free != 0 and row.until_on >= day,
        next_session=following,
    )
