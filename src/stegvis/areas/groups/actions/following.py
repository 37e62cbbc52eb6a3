"""A round that follows another keeps its people: nobody who was in the group has to ask again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused

from ..models import Place, Round
from ..rules import PlaceState, Refusal, Told
from . import line
from .dates import tell


def keep_people(actor: Actor, row: Round, now: datetime) -> None:
    """Give everybody who has a place in the round before this one a place here, and keep the line behind them.

    In the order they had, with new numbers. Their own yes to the group counts on; whoever would rather not come gives
    the place back in one tap, and all are told. Nothing happens for a round that follows none. Raises Refused with too
    little room, NotFound for a round of another offering or organisation.
    """
    if row.follows_id is None:
        return
    before = line.lock(actor, row.follows_id)
    if before.listing_id != row.listing_id:
        raise NotFound
    places = line.places_in(before)
    held = [place for place in places if place.state == PlaceState.HELD]
    if row.capacity is not None and before.unnamed + len(held) > row.capacity:
        raise Refused(Refusal.FOLLOWS_NEEDS_ROOM)
    pairs: dict[UUID | None, UUID] = {}
    waiting = [place for place in places if place.state in {PlaceState.WAITING, PlaceState.OFFERED}]
    kept = [_kept(place, row, number, pairs, now) for number, place in enumerate([*held, *waiting], start=1)]
    Place.objects.bulk_create(kept)
    row.last_number, row.unnamed = len(kept), before.unnamed
    row.save(update_fields=["last_number", "unnamed"])
    for place in kept:
        journal.written(actor, "groups.place_kept", about=place.participant_id, at=now)
    tell(actor, Told.GOES_ON, row, {"from_on": row.from_on.isoformat()}, now)
    line.offer_next(actor, row, now)


def _kept(place: Place, row: Round, number: int, pairs: dict[UUID | None, UUID], now: datetime) -> Place:
    held = place.state == PlaceState.HELD
    return Place(
        organisation_id=row.organisation_id,
        round=row,
        participant_id=place.participant_id,
        state=PlaceState.HELD if held else PlaceState.WAITING,
        number=number,
        since=place.since if held else now,
        told_by_seat_id=place.told_by_seat_id,
        read_by_participant_at=place.read_by_participant_at,
        company=pairs.setdefault(place.company, uuid4()) if place.company else None,
        company_word=place.company_word,
    )
