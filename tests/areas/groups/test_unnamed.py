"""Where nothing is written about anybody, staff give nobody a place; they keep one without a name (X-15)."""

import pytest

from stegvis.areas.directory.rules import DocumentationMode
from stegvis.areas.groups import actions, queries
from stegvis.areas.groups.models import Place, Round
from stegvis.areas.groups.rules import PlaceState, Refusal
from stegvis.kernel.errors import NotAllowed
from stegvis.kernel.models import JournalEntry
from stegvis.kernel.roles import Role
from tests.areas.groups.queue_scene import Scene
from tests.factories.admission import NOW, participant_of
from tests.factories.people import an_actor
from tests.support import given, refused

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("X-15")]


@pytest.fixture
def scene() -> Scene:
    return Scene(capacity=2, documentation=DocumentationMode.NONE)


def _keep(scene: Scene) -> None:
    actions.keep_unnamed_place(scene.ingrid, round_id=scene.round, now=NOW)


def _free(scene: Scene) -> int | None:
    return queries.round_shown(scene.ingrid, scene.round, NOW, "en").free


def test_staff_write_down_no_place_no_wish_and_no_answer_for_anybody(scene: Scene):
    kari, eva, mona = scene.people(3)
    about = {"participant_id": participant_of(kari).pk, "round_id": scene.round, "now": NOW}
    assert refused(lambda: actions.give_place(scene.ingrid, **about)) is Refusal.HERS_TO_TAKE
    assert refused(lambda: actions.ask_for_next_place(scene.ingrid, **about)) is Refusal.HERS_TO_TAKE
    with given(scene.centre.pk):
        assert not Place.objects.exists()

    scene.take(kari)
    scene.take(eva)
    scene.ask(mona)
    scene.leave(kari)
    offered = scene.place_of(mona).pk
    said_for_her = refused(lambda: actions.accept_offer(scene.ingrid, place_id=offered, now=NOW))
    assert said_for_her is Refusal.HERS_TO_TAKE
    actions.accept_offer(mona, place_id=offered, now=NOW)
    assert scene.states(mona) == [PlaceState.HELD]


def test_it_is_the_rule_that_keeps_her_place_hers(scene: Scene, monkeypatch: pytest.MonkeyPatch):
    (kari,) = scene.people(1)
    monkeypatch.setattr("stegvis.areas.groups.actions.line.keeps_names", lambda facts: True)
    actions.give_place(scene.ingrid, participant_id=participant_of(kari).pk, round_id=scene.round, now=NOW)
    assert scene.states(kari) == [PlaceState.HELD]


def test_a_place_without_a_name_is_a_number_that_takes_room(scene: Scene):
    (kari,) = scene.people(1)
    _keep(scene)
    assert _free(scene) == 1
    scene.take(kari)
    assert refused(lambda: _keep(scene)) is Refusal.ROUND_IS_FULL
    with given(scene.centre.pk):
        assert Round.objects.get(pk=scene.round).unnamed == 1
        told = JournalEntry.objects.filter(what="groups.unnamed_places_counted")
        assert [entry.about for entry in told] == [scene.round]


def test_it_overtakes_nobody_and_goes_on_to_the_next_in_line(scene: Scene):
    kari, eva = scene.people(2)
    _keep(scene)
    scene.take(kari)
    scene.ask(eva)
    actions.give_back_unnamed_place(scene.ingrid, round_id=scene.round, now=NOW)
    assert scene.states(eva) == [PlaceState.OFFERED]
    assert refused(lambda: _keep(scene)) is Refusal.ROUND_IS_FULL
    actions.give_back_unnamed_place(scene.ingrid, round_id=scene.round, now=NOW)
    assert _free(scene) == 0


def test_where_people_have_nicknames_no_place_is_without_one():
    scene = Scene(capacity=2)
    assert refused(lambda: _keep(scene)) is Refusal.HAS_A_NAME_HERE


@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.MANAGER, Role.COORDINATOR, Role.PARTICIPANT])
def test_only_an_adviser_keeps_one_since_the_talk_comes_first(role: Role, scene: Scene):
    somebody = an_actor(scene.centre, role)
    with pytest.raises(NotAllowed):
        actions.keep_unnamed_place(somebody, round_id=scene.round, now=NOW)
    with pytest.raises(NotAllowed):
        actions.give_back_unnamed_place(somebody, round_id=scene.round, now=NOW)
