"""Places: the participant's own, and for advisers who is in a round. Nobody else sees either (A.7, S1-19)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from stegvis.areas.admission import api as admission
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from .. import policy
from ..models import Place, Round, Session
from ..rules import PlaceState
from .rounds import RoundShown, SessionShown, session_shown, shown

SESSIONS_AHEAD = 6


@dataclass(frozen=True, slots=True)
class MyPlace:
    """A participant's own place. `told_by`: the name of the staff member who wrote it down, empty when she took it
    herself; `confirmed`: nobody else wrote it, or she has confirmed it since.
    """

    place_id: UUID
    round: RoundShown
    since: datetime
    told_by: str
    confirmed: bool
    sessions: tuple[SessionShown, ...]


@dataclass(frozen=True, slots=True)
class PersonInRound:
    """Somebody in a round, for an adviser: a nickname and the order of coming."""

    place_id: UUID
    participant_id: UUID
    nickname: str
    number: int
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who has said "now" to the offering and holds no place in the round yet."""

    participant_id: UUID
    nickname: str


@dataclass(frozen=True, slots=True)
class PlacesFor:
    """What an adviser sees when giving one participant a place: her places, and rounds of what she chose now."""

    participant_id: UUID
    nickname: str
    talk_held: bool
    places: tuple[MyPlace, ...]
    chosen: tuple[RoundShown, ...]


@query
def my_places(actor: Actor, now: datetime, language: str) -> list[MyPlace]:
    """The participant's own places in rounds that are not over, the next meeting first. Raises NotAllowed."""
    policy.require_may_take_place(actor)
    mine = people.my_participant(actor)
    return _places(actor, mine.id, now, language)


@query
def my_place(actor: Actor, place_id: UUID, now: datetime, language: str) -> MyPlace:
    """One of the participant's own places. Raises NotFound when it is another's or left."""
    found = [place for place in my_places(actor, now, language) if place.place_id == place_id]
    if not found:
        raise NotFound
    return found[0]


@query
def people_in(actor: Actor, round_id: UUID, now: datetime) -> list[PersonInRound]:
    """Who holds a place in a round, in the order of coming. Each is logged as seen. Advisers only."""
    policy.require_may_give_place(actor)
    held = Place.objects.visible_to(actor).filter(round_id=round_id).exclude(state=PlaceState.LEFT)
    places = list(held.order_by("number"))
    ids = [place.participant_id for place in places]
    journal.seen(actor, about=ids, why="groups.people_in", at=now)
    names = people.nicknames(actor, ids)
    return [
        PersonInRound(
            place_id=place.pk,
            participant_id=place.participant_id,
            nickname=names.get(place.participant_id, ""),
            number=place.number,
            confirmed=_confirmed(place),
        )
        for place in places
    ]


@query
def may_be_given(actor: Actor, round_id: UUID, now: datetime) -> list[Candidate]:
    """Who has said "now" to this round's offering and holds no place in it, in the order of their talks.

    Each is logged as seen. Raises NotAllowed for anybody but an adviser, NotFound for a foreign round.
    """
    policy.require_may_give_place(actor)
    row = Round.objects.one_visible_to(actor, round_id)
    held = Place.objects.visible_to(actor).filter(round_id=round_id).exclude(state=PlaceState.LEFT)
    has_place = set(held.values_list("participant_id", flat=True))
    ids = [one for one in admission.said_now(actor, row.listing_id) if one not in has_place]
    journal.seen(actor, about=ids, why="groups.may_be_given", at=now)
    names = people.nicknames(actor, ids)
    return [Candidate(one, names[one]) for one in ids if one in names]


@query
def places_for(actor: Actor, participant_id: UUID, now: datetime, language: str) -> PlacesFor:
    """One participant's places and the rounds of what she chose now, logged as a look. Advisers only.

    Raises NotAllowed, and NotFound for a participant of another organisation.
    """
    policy.require_may_give_place(actor)
    person = people.participant_shown(actor, participant_id)
    journal.seen(actor, about=[participant_id], why="groups.places_for", at=now)
    clarification = admission.clarification_of(actor, participant_id)
    places = _places(actor, participant_id, now, language)
    wished = clarification.now if clarification else frozenset()
    rounds = Round.objects.visible_to(actor).filter(listing_id__in=wished)
    rounds = rounds.exclude(pk__in=[place.round.round_id for place in places])
    return PlacesFor(
        participant_id=participant_id,
        nickname=person.nickname,
        talk_held=clarification is not None,
        places=tuple(places),
        chosen=tuple(row for row in shown(actor, rounds, now, language) if row.next_session),
    )


def _places(actor: Actor, participant_id: UUID, now: datetime, language: str) -> list[MyPlace]:
    held = Place.objects.visible_to(actor).filter(participant_id=participant_id, state=PlaceState.HELD)
    places = {place.round_id: place for place in held}
    rounds = shown(actor, Round.objects.visible_to(actor).filter(pk__in=places), now, language)
    to_come = (
        Session.objects.visible_to(actor).filter(round_id__in=places, ends_at__gt=now).order_by("starts_at")
    )
    ahead: dict[UUID, list[SessionShown]] = {}
    for row in to_come:
        ahead.setdefault(row.round_id, []).append(session_shown(row))
    names = people.seat_names(actor, {p.told_by_seat_id for p in places.values() if p.told_by_seat_id})
    mine = [
        MyPlace(
            place_id=places[row.round_id].pk,
            round=row,
            since=places[row.round_id].since,
            told_by=_told_by(places[row.round_id], names),
            confirmed=_confirmed(places[row.round_id]),
            sessions=tuple(ahead[row.round_id][:SESSIONS_AHEAD]),
        )
        for row in rounds
        if row.round_id in ahead
    ]
    return sorted(mine, key=lambda place: (place.sessions[0].on, place.sessions[0].starts))


def _told_by(place: Place, names: Mapping[UUID, str]) -> str:
    return names.get(place.told_by_seat_id, "") if place.told_by_seat_id else ""


def _confirmed(place: Place) -> bool:
    return place.told_by_seat_id is None or place.read_by_participant_at is not None
