"""Behind a closed door she is somebody: counted, with nothing by which that worker knows or changes anything (X-06)."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from stegvis.areas.groups import actions, queries
from stegvis.areas.groups.rules import PlaceState
from stegvis.areas.privacy import actions as privacy
from stegvis.areas.privacy.rules.doors import Door
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.roles import Role
from tests.areas.groups.queue_scene import Scene
from tests.browsers import english, page_of
from tests.factories.groups import a_round, sessions_in
from tests.factories.people import an_actor

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("X-06")]


@pytest.fixture
def scene() -> Scene:
    """A lunch that meets every day from today, with one place. Nothing of it is open to Ingrid."""
    scene, today = Scene(), timezone.localdate()
    dates = {"from_on": today, "until_on": today + timedelta(days=2), "recurrence": "FREQ=DAILY"}
    scene.round = a_round(scene.ingrid, scene.lunch.pk, capacity=1, **dates)
    return scene


@pytest.fixture
def kari(scene: Scene) -> Actor:
    """She has the place."""
    return _shut(scene, scene.person(), scene.take)


@pytest.fixture
def eva(scene: Scene, kari: Actor) -> Actor:
    """She waits for it."""
    return _shut(scene, scene.person(), scene.ask)


@pytest.fixture
def first(scene: Scene) -> UUID:
    return sessions_in(scene.ingrid, scene.round)[0].pk


def _shut(scene: Scene, somebody: Actor, take: Callable[..., UUID]) -> Actor:
    take(somebody, timezone.now())
    privacy.close_door(somebody, Door(seat_id=scene.ingrid.seat_id), now=timezone.now())
    return somebody


def test_at_a_meeting_nothing_tells_what_she_said_or_that_she_came(scene: Scene, kari: Actor, first: UUID):
    now = timezone.localtime().replace(hour=11)
    as_it_was = queries.people_at(scene.ingrid, first, now)
    assert [person.nickname for person in as_it_was] == [""], "she is counted"
    ids = {"session_id": first, "participant_ids": [scene.id_of(kari)]}
    for change in (
        lambda: actions.write_aim(kari, session_id=first, words="Say hi", shared=True, now=now),
        lambda: actions.attend(an_actor(scene.centre, Role.ADVISER), now=now, **ids),
    ):
        change()
        assert queries.people_at(scene.ingrid, first, now) == as_it_was


def test_no_page_of_the_group_holds_a_key_to_her(scene: Scene, kari: Actor, eva: Actor, first: UUID):
    keys = {str(scene.id_of(one)) for one in (kari, eva)} | {
        str(scene.place_of(one).pk) for one in (kari, eva)
    }
    other = an_actor(scene.centre, Role.ADVISER)
    for address in (
        f"/desk/rounds/{scene.round}/",
        f"/desk/sessions/{first}/",
        f"/desk/sessions/{first}/list/",
    ):
        shown = page_of(english(scene.ingrid), address)
        assert "Somebody" in shown
        assert [key for key in keys if key in shown] == []
    assert str(scene.id_of(kari)) in page_of(english(other), f"/desk/sessions/{first}/"), (
        "else it says nothing"
    )
    assert queries.places_held(scene.ingrid, scene.round, now=timezone.now()) == []


WRITES: dict[str, Callable[[Actor, Scene, Actor, UUID], object]] = {
    "here": lambda by, scene, one, first: actions.attend(
        by, session_id=first, participant_ids=[scene.id_of(one)], now=timezone.now()
    ),
    "not_here": lambda by, scene, one, first: actions.undo_attendance(
        by, session_id=first, participant_id=scene.id_of(one), now=timezone.now()
    ),
    "leave": lambda by, scene, one, first: actions.leave_place(
        by, place_id=scene.place_of(one).pk, now=timezone.now()
    ),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_a_worker_who_is_shut_out_changes_nothing_of_hers(
    write: Callable[[Actor, Scene, Actor, UUID], object], scene: Scene, kari: Actor, first: UUID
):
    with pytest.raises(NotFound):
        write(scene.ingrid, scene, kari, first)
    assert scene.place_of(kari).state == PlaceState.HELD
    write(an_actor(scene.centre, Role.ADVISER), scene, kari, first)


@pytest.mark.parametrize("answer", [actions.accept_offer, actions.let_go_by, actions.note_reached])
def test_nor_does_he_answer_for_her(answer: Callable[..., None], scene: Scene, kari: Actor, eva: Actor):
    scene.leave(kari, timezone.now())
    offered = scene.place_of(eva)
    assert offered.state == PlaceState.OFFERED
    with pytest.raises(NotFound):
        answer(scene.ingrid, place_id=offered.pk, now=timezone.now())
    assert (scene.place_of(eva).state, scene.place_of(eva).reached_at) == (PlaceState.OFFERED, None)
    answer(eva, place_id=offered.pk, now=timezone.now())
