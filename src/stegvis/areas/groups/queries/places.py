"""Places: the participant's own, and for advisers who is in a round. Nobody else sees either (A.7, S1-19)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from stegvis.areas.admission import api as admission
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from .. import policy
from ..models import Place, Round, Session
from ..rules import InLine, PlaceState, SessionState, is_her_turn
from .queue import lines_of
from .rounds import RoundShown, SessionShown, shown

STILL_MEETS = (SessionState.PLANNED, SessionState.HELD)

SESSIONS_AHEAD = 6
HOLDS = frozenset({PlaceState.HELD})
IN_LINE = frozenset({PlaceState.WAITING, PlaceState.OFFERED})


@dataclass(frozen=True, slots=True)
class MyPlace:
    """A participant's own place: held, offered to her, or waited for. `told_by`: the name of the staff member who wrote
    it down, empty when she did it herself; `confirmed`: nobody else wrote it, or she has confirmed it since.

    `answer_by`: until when an offered place is kept, None until the offer has reached her. `open_now`: she waits, and
    a place is free for whoever asks. `together`: she waits for two places, with somebody; `company_word`: what she can
    tell somebody to make it so. How many are before her is not here, and nowhere (see the README).
    """

    place_id: UUID
    state: PlaceState
    round: RoundShown
    since: datetime
    told_by: str
    confirmed: bool
    sessions: tuple[SessionShown, ...]
    answer_by: datetime | None
    open_now: bool
    together: bool
    company_word: str


@dataclass(frozen=True, slots=True)
class PersonInRound:
    """Somebody in a round, for an adviser: a nickname and the order of coming. No ids of who has closed her door."""

    place_id: UUID | None
    participant_id: UUID | None
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
    in_line: tuple[MyPlace, ...]
    chosen: tuple[RoundShown, ...]


@query
def my_places(actor: Actor, now: datetime, language: str) -> list[MyPlace]:
    """The places the participant holds in rounds that are not over, the next meeting first. Raises NotAllowed."""
    policy.require_may_take_place(actor)
    mine = people.my_participant(actor)
    return _places(actor, mine.id, now, language, HOLDS)


@query
def my_groups(actor: Actor, now: datetime, language: str) -> list[MyPlace]:
    """`my_places` and `my_line` in one: held, offered and waited for, the next meeting first. Raises NotAllowed."""
    policy.require_may_take_place(actor)
    return _places(actor, None, now, language, HOLDS | IN_LINE)


@query
def my_offerings(actor: Actor, now: datetime) -> frozenset[UUID]:
    """The offerings in which the participant has a place, in a round that still meets. One plain question. Raises
    NotAllowed.
    """
    policy.require_may_take_place(actor)
    meets = Q(round__sessions__ends_at__gt=now, round__sessions__state__in=STILL_MEETS)
    held = Place.objects.visible_to(actor).filter(meets, state=PlaceState.HELD)
    return frozenset(held.values_list("round__listing_id", flat=True).distinct())


@query
def my_line(actor: Actor, now: datetime, language: str) -> list[MyPlace]:
    """The places that the participant is offered, and after them those she waits for. Raises NotAllowed."""
    policy.require_may_take_place(actor)
    mine = people.my_participant(actor)
    return _offered_first(_places(actor, mine.id, now, language, IN_LINE))


@query
def my_place(actor: Actor, place_id: UUID, now: datetime, language: str) -> MyPlace:
    """One of the participant's own places, held or not yet. Raises NotFound when it is another's or left."""
    policy.require_may_take_place(actor)
    mine = people.my_participant(actor)
    found = _places(actor, mine.id, now, language, HOLDS | IN_LINE, place_id=place_id)
    if not found:
        raise NotFound
    return found[0]


@query
def people_in(actor: Actor, round_id: UUID, now: datetime) -> list[PersonInRound]:
    """Who holds a place in a round, in the order of coming. Each is logged as seen. Advisers only."""
    policy.require_may_give_place(actor)
    held = Place.objects.visible_to(actor).filter(round_id=round_id, state=PlaceState.HELD)
    places = list(held.order_by("number"))
    ids = [place.participant_id for place in places]
    names = people.nicknames(actor, ids)
    journal.seen(actor, about=names, why="groups.people_in", at=now)
    return [
        PersonInRound(
            place_id=place.pk,
            participant_id=place.participant_id,
            nickname=names[place.participant_id],
            number=place.number,
            confirmed=_confirmed(place),
        )
        if place.participant_id in names
        else PersonInRound(None, None, "", place.number, confirmed=True)
        for place in places
    ]


@query
def places_held(actor: Actor, round_id: UUID, *, now: datetime) -> list[tuple[UUID, str]]:
    """Participant and nickname of whoever holds a place in a round and has closed no door, for higher areas. As
    `people_in`: each a look.
    """
    there = people_in(actor, round_id, now)
    return [(one.participant_id, one.nickname) for one in there if one.participant_id is not None]


@query
def may_be_given(actor: Actor, round_id: UUID, now: datetime) -> list[Candidate]:
    """Who has said "now" to this round's offering and has no place or turn in it, in the order of their talks.

    Each is logged as seen. Raises NotAllowed for anybody but an adviser, NotFound for a foreign round.
    """
    policy.require_may_give_place(actor)
    row = Round.objects.one_visible_to(actor, round_id)
    held = Place.objects.visible_to(actor).filter(round_id=round_id).exclude(state=PlaceState.LEFT)
    has_place = set(held.values_list("participant_id", flat=True))
    ids = [one for one in admission.said_now(actor, row.listing_id) if one not in has_place]
    names = people.nicknames(actor, ids)
    journal.seen(actor, about=names, why="groups.may_be_given", at=now)
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
    mine = _places(actor, participant_id, now, language, HOLDS | IN_LINE)
    wished = clarification.now if clarification else frozenset()
    rounds = Round.objects.visible_to(actor).filter(listing_id__in=wished)
    rounds = rounds.exclude(pk__in=[place.round.round_id for place in mine])
    return PlacesFor(
        participant_id=participant_id,
        nickname=person.nickname,
        talk_held=clarification is not None,
        places=tuple(place for place in mine if place.state in HOLDS),
        in_line=tuple(_offered_first([place for place in mine if place.state in IN_LINE])),
        chosen=tuple(row for row in shown(actor, rounds, now, language) if row.next_session),
    )


def _places(
    actor: Actor,
    participant_id: UUID | None,
    now: datetime,
    language: str,
    states: frozenset[PlaceState],
    *,
    place_id: UUID | None = None,
) -> list[MyPlace]:
    """`participant_id` None: every place that is visible, which to a participant are her own."""
    mine = Place.objects.visible_to(actor).filter(state__in=states)
    if participant_id is not None:
        mine = mine.filter(participant_id=participant_id)
    if place_id is not None:
        mine = mine.filter(pk=place_id)
    places = {place.round_id: place for place in mine}
    if not places:
        return []
    ahead = _sessions_ahead(actor, places, now)
    rounds = shown(actor, Round.objects.visible_to(actor).filter(pk__in=places), now, language, ahead)
    names = people.seat_names(actor, {p.told_by_seat_id for p in places.values() if p.told_by_seat_id})
    lines = lines_of(actor, [key for key, place in places.items() if place.state == PlaceState.WAITING])
    shown_places = [
        _my_place(places[row.round_id], row, ahead[row.round_id], names, lines.get(row.round_id, []))
        for row in rounds
        if row.round_id in ahead
    ]
    return sorted(shown_places, key=lambda place: (place.sessions[0].on, place.sessions[0].starts))


def _sessions_ahead(
    actor: Actor, round_ids: Collection[UUID], now: datetime
) -> dict[UUID, list[SessionShown]]:
    to_come = Session.objects.visible_to(actor).filter(round_id__in=round_ids, ends_at__gt=now)
    to_come = to_come.exclude(state=SessionState.CALLED_OFF)
    ahead: dict[UUID, list[SessionShown]] = {}
    facts = ("round_id", "pk", "on", "starts", "ends", "state")  # a round may have a hundred of them
    for round_id, session_id, on, starts, ends, state in to_come.order_by("starts_at").values_list(*facts):
        ahead.setdefault(round_id, []).append(SessionShown(session_id, on, starts, ends, SessionState(state)))
    return ahead


def _my_place(
    place: Place,
    round_: RoundShown,
    sessions: Sequence[SessionShown],
    names: Mapping[UUID, str],
    others: Sequence[InLine],
) -> MyPlace:
    waits = place.state == PlaceState.WAITING
    line = [one for one in others if one.place_id != place.pk]
    alone = [*line, InLine(place.pk, place.number)]
    return MyPlace(
        place_id=place.pk,
        state=PlaceState(place.state),
        round=round_,
        since=place.since,
        told_by=_told_by(place, names),
        confirmed=_confirmed(place),
        sessions=tuple(sessions[:SESSIONS_AHEAD]),
        answer_by=place.answer_by,
        open_now=waits and round_.open and is_her_turn(place.pk, alone, free=round_.free),
        together=waits and place.company is not None and any(one.company == place.company for one in line),
        company_word=place.company_word if waits else "",
    )


def _offered_first(places: Sequence[MyPlace]) -> list[MyPlace]:
    return sorted(places, key=lambda place: place.state is not PlaceState.OFFERED)


def _told_by(place: Place, names: Mapping[UUID, str]) -> str:
    return names.get(place.told_by_seat_id, "") if place.told_by_seat_id else ""


def _confirmed(place: Place) -> bool:
    return place.told_by_seat_id is None or place.read_by_participant_at is not None
