"""What a form names is checked like what an address names: a foreign thing looks unknown, and nothing changes."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse

from stegvis.areas.groups.models import Place
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import JournalEntry
from stegvis.kernel.roles import Role
from tests.access.world import World, client_of
from tests.factories.admission import participant_of
from tests.support import given

Sent = tuple[Actor, str, dict[str, Any]]
NOWHERE = UUID(int=7)


def _start_a_talk_with_a_stranger(world: World) -> Sent:
    return world.ingrid, reverse("admission:waiting"), {
        "do": "start", "participant": participant_of(world.stranger).pk,
    }  # fmt: skip


def _let_a_stranger_in(world: World) -> Sent:
    return world.ingrid, reverse("people:let_in"), {"participant": participant_of(world.stranger).pk}


def _take_a_place_there(world: World) -> Sent:
    slug = world.offering(world.here).slug
    return world.kari, reverse("groups:choose", args=[slug]), {"round": world.round(world.inger)}


def _give_a_stranger_a_place_here(world: World) -> Sent:
    address = reverse("groups:round", args=[world.round(world.ingrid)])
    return world.ingrid, address, {"do": "give", "participant": participant_of(world.stranger).pk}


def _give_a_place_there(world: World) -> Sent:
    address = reverse("groups:places_for", args=[participant_of(world.kari).pk])
    return world.ingrid, address, {"round": world.round(world.inger)}


def _end_a_strangers_place(world: World) -> Sent:
    address = reverse("groups:round", args=[world.round(world.ingrid)])
    return world.ingrid, address, {"do": "leave", "place": world.place(world.inger, world.stranger)}


def _end_anothers_place_as_a_participant(world: World) -> Sent:
    address = reverse("groups:my_place", args=[world.place(world.ingrid, world.eva)])
    return world.kari, address, {"do": "leave"}


SENT: list[Callable[[World], Sent]] = [
    _start_a_talk_with_a_stranger,
    _let_a_stranger_in,
    _take_a_place_there,
    _give_a_stranger_a_place_here,
    _give_a_place_there,
    _end_a_strangers_place,
    _end_anothers_place_as_a_participant,
]


def _written(world: World) -> list[tuple[int, int]]:
    """How many journal entries and places each of the two organisations has."""
    counts = []
    for organisation in (world.here, world.there):
        with given(organisation.pk):
            counts.append((JournalEntry.objects.count(), Place.objects.exclude(state="left").count()))
    return counts


@pytest.mark.requirement("X-14")
@pytest.mark.django_db
@pytest.mark.parametrize("prepare", SENT, ids=lambda prepare: prepare.__name__.strip("_"))
def test_a_foreign_thing_in_a_form_looks_unknown(prepare: Callable[[World], Sent]):
    world = World()
    actor, address, body = prepare(world)
    before = _written(world)
    foreign = client_of(actor).post(address, body)
    unknown_body = {name: NOWHERE if isinstance(value, UUID) else value for name, value in body.items()}
    unknown = client_of(actor).post(address, unknown_body)
    assert (foreign.status_code, unknown.status_code) == (404, 404)
    assert _written(world) == before


@pytest.mark.django_db
def test_the_same_forms_do_change_something_at_home():
    """The place of one's own can be left by the very form that a stranger cannot use."""
    world = World()
    place_id = world.place(world.ingrid, world.kari)
    before = _written(world)
    answer = client_of(world.actor(Role.PARTICIPANT)).post(
        reverse("groups:my_place", args=[place_id]), {"do": "leave"}
    )
    assert answer.status_code == 303
    assert _written(world) != before
