"""What those in line are told, what becomes of a line when its offering ends, and what standing in line costs."""

from datetime import timedelta

import pytest

from stegvis.areas.directory import actions as directory
from stegvis.areas.directory.models import Listing
from stegvis.areas.directory.rules import State
from stegvis.areas.groups import actions
from stegvis.areas.groups.api import KINDS
from stegvis.areas.groups.rules import PlaceState
from stegvis.kernel.roles import Role
from tests.areas.groups.queue_scene import Scene
from tests.factories.admission import NOW
from tests.factories.people import an_actor
from tests.support import asked_of_database, given

pytestmark = pytest.mark.django_db

WAITING, OFFERED, LEFT, HELD = PlaceState.WAITING, PlaceState.OFFERED, PlaceState.LEFT, PlaceState.HELD
DAY = timedelta(days=1)
SQL_TO_STAND_IN_LINE = 12


@pytest.fixture
def scene() -> Scene:
    """One place, and it is taken by the first of those whom a test makes."""
    return Scene(capacity=1)


def test_the_message_tells_and_starts_the_time(scene: Scene):
    kari, eva = scene.people(2)
    scene.take(kari)
    scene.ask(eva)
    scene.leave(kari)
    place = scene.place_of(eva)
    (kind,) = (kind for kind in KINDS if kind.code == "groups.place_offered")
    words = kind.words({"title": "Thursday lunch", "place": str(place.pk)}, "en")
    assert "Thursday lunch" in words.text
    assert words.href == f"/me/places/{place.pk}/"
    assert kind.reached is not None
    kind.reached(scene.clock, place.pk, NOW)
    assert scene.place_of(eva).answer_by == NOW + 2 * DAY


# The offering changes


def test_who_waits_for_what_is_paused_is_told_and_keeps_her_turn(scene: Scene):
    kari, eva, mona = scene.people(3)
    scene.take(kari)
    scene.ask(eva)
    scene.ask(mona)
    scene.leave(kari)
    manager = an_actor(scene.centre, Role.MANAGER)
    directory.pause(manager, listing_id=scene.lunch.pk, told="Vi tar en pause.", now=NOW + DAY)
    assert scene.states(eva, mona) == [WAITING, WAITING]
    assert scene.told(eva) == scene.told(mona) == ["groups.offering_rests"]
    assert not scene.place_of(eva).rests

    with given(scene.centre.pk):
        Listing.objects.filter(pk=scene.lunch.pk).update(state=State.PUBLISHED)
    actions.follow_offering(manager, listing_id=scene.lunch.pk, state=State.PUBLISHED, now=NOW + 2 * DAY)
    assert scene.states(eva, mona) == [OFFERED, WAITING]


def test_who_waits_for_what_is_closed_is_told_and_the_line_is_over(scene: Scene):
    kari, eva, mona, sol = scene.people(4)
    scene.take(kari)
    scene.ask(eva)
    scene.ask(mona)
    scene.leave(kari)
    scene.with_room_for(2)
    scene.leave(eva)
    scene.take(sol)
    directory.close(
        an_actor(scene.centre, Role.MANAGER), listing_id=scene.lunch.pk, told="Det er slutt.", now=NOW
    )
    assert scene.states(mona, sol) == [LEFT, HELD]
    assert (scene.told(mona), scene.told(sol)) == (["groups.offering_has_ended"], [])


# What it costs


def test_standing_in_line_costs_little(scene: Scene):
    kari, eva = scene.people(2)
    scene.take(kari)
    with asked_of_database() as statements:
        scene.ask(eva)
    assert 0 < len(statements) <= SQL_TO_STAND_IN_LINE, "\n".join(statements)


def test_offering_costs_the_same_however_long_the_line(scene: Scene):
    kari, *others = scene.people(12)
    scene.take(kari)
    for one in others[:2]:
        scene.ask(one)
    first = scene.place_of(kari).pk
    with asked_of_database() as short:
        actions.leave_place(kari, place_id=first, now=NOW)
    scene.leave(others[0])
    second = scene.place_of(others[1]).pk
    actions.accept_offer(others[1], place_id=second, now=NOW)
    for one in others[2:]:
        scene.ask(one)
    with asked_of_database() as long:
        actions.leave_place(others[1], place_id=second, now=NOW)
    assert len(long) == len(short), "\n".join(long)
