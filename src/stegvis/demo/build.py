"""Fill an empty installation with the invented town of Korsby and its neighbours, through the actions alone."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor

from .directory import build_directory
from .models import DemoPerson
from .places import KORSBY, PLACES, DemoPlace, Worker
from .town import Extent
from .walk import WHOLE, build_walk


class NotADemo(Exception):
    """There are real organisations here. The demo keeps away from them."""


@dataclass(frozen=True, slots=True)
class Built:
    """`created`: False when Korsby was there already and nothing was done."""

    created: bool
    organisations: int
    offerings: int


@dataclass(frozen=True, slots=True)
class PlaceBuilt:
    """A place once its offerings are published: who works there by name, listings by key."""

    actors: dict[str, Actor]
    listings: dict[str, UUID]


def build(*, now: datetime, extent: Extent = WHOLE) -> Built:
    """Everything or nothing, once. Raises NotADemo where an organisation that is not of the demo exists.

    `extent`: how much of a year Korsby has; less of it stands sooner.
    """
    with transaction.atomic():
        there = people.organisations()
        if any(not organisation.is_demo for organisation in there):
            raise NotADemo
        if there:
            return Built(False, len(there), 0)
        places = {place.slug: _build_place(place, now) for place in PLACES}
        korsby = places[KORSBY.slug]
        for key, (user_id, seat_id) in build_walk(korsby.actors, korsby.listings, now, extent).items():
            introduce(key, key.capitalize(), user_id=user_id, seat_id=seat_id, is_participant=True)
    return Built(True, len(places), sum(len(place.listings) for place in places.values()))


def _build_place(place: DemoPlace, now: datetime) -> PlaceBuilt:
    keeper = Actor.housekeeper(uuid4())
    people.add_organisation(
        keeper,
        slug=place.slug,
        name=place.name,
        kind=place.kind,
        country=place.country,
        language=place.language,
        time_zone=place.time_zone,
        phone=place.phone,
        address=place.address,
        place=place.place,
        open_hours=place.open_hours,
        guidelines=place.guidelines,
        is_demo=True,
        now=now,
    )
    seats = {
        worker.name: people.add_seat(
            keeper, role=worker.role, name=worker.name, email=_email(worker, place), now=now
        )
        for worker in place.workers
    }
    actors = {name: people.actor_in_seat(keeper, seat_id) for name, seat_id in seats.items()}
    for worker in place.workers:
        people.take_seat(actors[worker.name], now=now)
        user_id = actors[worker.name].user_id
        if worker.key and user_id:
            introduce(worker.key, worker.name, user_id=user_id, seat_id=seats[worker.name])
    listings = build_directory(actors[place.editor], place, seats, now)
    return PlaceBuilt(actors, listings)


def _email(worker: Worker, place: DemoPlace) -> str:
    return f"{worker.name.lower()}@{place.slug}.example"


def introduce(key: str, name: str, *, user_id: UUID, seat_id: UUID, is_participant: bool = False) -> None:
    """Remember an invented person as somebody one can become."""
    DemoPerson.objects.create(
        key=key,
        name=name,
        order=DemoPerson.objects.count(),
        is_participant=is_participant,
        user_id=user_id,
        seat_id=seat_id,
    )
