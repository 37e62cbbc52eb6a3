"""The line of a round under the round's lock: who is offered a free place, and what each is told.

Whoever changes places takes the lock first, on PostgreSQL the row's, on SQLite that of the one writer. So each free
place is counted once, and the same line is never read by two at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from stegvis.areas.directory import api as directory
from stegvis.areas.messages import api as messages
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.models import require_open_door

from ..models import Place, Round
from ..rules import ROOM_TAKEN, InLine, PlaceState, Told, free_places, next_to_offer, takes_in_from_line


def lock(actor: Actor, round_id: UUID) -> Round:
    """The round, locked until the action is over. Raises NotFound for another organisation's."""
    return Round.objects.select_for_update(of=("self",)).one_visible_to(actor, round_id)


def locked_place(actor: Actor, place_id: UUID) -> tuple[Round, Place]:
    """A place as it is once nobody else can change it, and its round. Raises NotFound for somebody else's, and for
    one of somebody who has closed her door to the actor.
    """
    seen = Place.objects.one_visible_to(actor, place_id)
    require_open_door(actor, seen.participant_id, Place.SECTION)
    row = lock(actor, seen.round_id)
    return row, Place.objects.one_visible_to(actor, place_id)


def places_in(row: Round) -> list[Place]:
    """All who hold, are offered or wait for a place, in the order of coming."""
    live = Place.objects.filter(organisation_id=row.organisation_id, round=row).exclude(state=PlaceState.LEFT)
    return list(live.order_by("number"))


def free_in(row: Round, places: Iterable[Place]) -> int | None:
    """How many places nobody holds or is offered; None where everybody can come."""
    return free_places(capacity=row.capacity, taken=taken_in(row, places))


def taken_in(row: Round, places: Iterable[Place]) -> int:
    """How many places are held or offered, with those that are kept without a name."""
    return row.unnamed + sum(place.state in ROOM_TAKEN for place in places)


def waiting_in(places: Iterable[Place]) -> list[InLine]:
    return [
        InLine(place.pk, place.number, place.rests, place.company)
        for place in places
        if place.state == PlaceState.WAITING
    ]


def wake(actor: Actor, row: Round, now: datetime) -> None:
    """There is a new free place: it comes to everybody again, also to those who let the one before go by."""
    resting = [place for place in places_in(row) if place.rests]
    if not resting:
        return
    for place in resting:
        place.rests = False
    Place.objects.bulk_update(resting, ["rests"])
    journal.written(actor, "groups.line_begins_anew", about=row.pk, at=now)


def offer_next(actor: Actor, row: Round, now: datetime) -> None:
    """Offer what is free to those whose turn it is, and tell them. To be called whenever something became free."""
    places = places_in(row)
    waiting = waiting_in(places)
    if not waiting or free_in(row, places) == 0 or not _takes_in(actor, row, now):
        return
    turn = next_to_offer(waiting, free=free_in(row, places))
    by_id = {place.pk: place for place in places}
    title = title_of(actor, row) if turn else ""
    for place_id in turn:
        _offer(actor, by_id[place_id], title, now)


def _offer(actor: Actor, place: Place, title: str, now: datetime) -> None:
    place.state, place.offered_at, place.reached_at, place.answer_by = PlaceState.OFFERED, now, None, None
    place.save(update_fields=["state", "offered_at", "reached_at", "answer_by"])
    tell(actor, Told.PLACE_OFFERED, place, title=title, key=_offer_key(place), now=now)
    journal.written(actor, "groups.place_offered", about=place.participant_id, at=now)


def tell(actor: Actor, kind: Told, place: Place, *, title: str, key: str, now: datetime) -> None:
    messages.send(
        actor,
        participant_id=place.participant_id,
        kind=kind,
        about=place.pk,
        arguments={"title": title, "place": str(place.pk)},
        key=key,
        now=now,
    )


def take_message_back(actor: Actor, place: Place, now: datetime) -> None:
    """The offer is answered or has gone on: one who has not read of it need not."""
    if place.state == PlaceState.OFFERED:
        messages.withdraw(actor, key=_offer_key(place), now=now)


def _offer_key(place: Place) -> str:
    """Names one offer of one place. The same place may be offered again, at another time."""
    offered = place.offered_at.isoformat() if place.offered_at else ""
    return f"{Told.PLACE_OFFERED}:{place.pk}:{offered}"


def take_offer_back(actor: Actor, place: Place, *, rests: bool, now: datetime) -> None:
    """She waits again, with the number she had. A message she has not seen is taken back."""
    take_message_back(actor, place, now)
    place.state, place.rests = PlaceState.WAITING, rests
    place.offered_at = place.reached_at = place.answer_by = None
    place.save(update_fields=["state", "rests", "offered_at", "reached_at", "answer_by"])


def let_go(actor: Actor, place: Place, now: datetime) -> None:
    """The place is left, whatever it was before; one who was to come with her goes on alone, with her own number."""
    take_message_back(actor, place, now)
    part_company(place)
    place.state, place.company_word = PlaceState.LEFT, ""
    place.offered_at = place.reached_at = place.answer_by = None
    place.save(update_fields=["state", "company_word", "offered_at", "reached_at", "answer_by"])
    journal.written(actor, "groups.place_left", about=place.participant_id, at=now)


def part_company(place: Place) -> None:
    """The two go on alone, each with her own number."""
    if place.company is None:
        return
    Place.objects.filter(organisation_id=place.organisation_id, company=place.company).update(company=None)
    place.company = None


def title_of(actor: Actor, row: Round) -> str:
    """What the offering is called, in the organisation's own language."""
    language = people.organisation(actor.organisation_id).language
    briefs = directory.listing_briefs(actor, [row.listing_id], language)
    return briefs[row.listing_id].title if row.listing_id in briefs else ""


def facts_of(actor: Actor, listing_id: UUID) -> directory.JoiningFacts | None:
    """None for an offering that the actor cannot see any more: paused or closed since the round was planned."""
    try:
        return directory.joining_facts(actor, listing_id)
    except NotFound:
        return None


def keeps_names(facts: directory.JoiningFacts | None) -> bool:
    """Whether staff may write down who comes: not where the service documents nothing (X-15)."""
    return facts is None or facts.documentation is not directory.DocumentationMode.NONE


def _takes_in(actor: Actor, row: Round, now: datetime) -> bool:
    facts = facts_of(actor, row.listing_id)
    return takes_in_from_line(
        offering_published=facts is not None and facts.state == "published",
        open_for_new=row.open_for_new,
        joining=(facts.joining or "") if facts else "",
        from_on=row.from_on,
        until_on=row.until_on,
        today=timezone.localtime(now).date(),
    )
