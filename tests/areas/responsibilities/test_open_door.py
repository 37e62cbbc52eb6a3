"""An open door has no places; whoever comes there can want the coffee all the same (S1-26 to S1-29)."""

from __future__ import annotations

from datetime import time
from uuid import UUID

import pytest

from stegvis.areas.groups.models import Session
from stegvis.areas.responsibilities import actions
from stegvis.areas.responsibilities.models import Task
from stegvis.areas.responsibilities.rules import Refusal, Standing, TaskKind
from stegvis.areas.staffing.rules import Carries
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.roles import Role
from tests.areas.staffing.scene import first_of, needing, on_duty
from tests.browsers import english, page_of
from tests.factories.admission import NOW, a_held_talk, an_offering, participant_of
from tests.factories.groups import a_round
from tests.factories.people import an_actor
from tests.support import given

from .scene import Scene

pytestmark = pytest.mark.django_db


class OpenHouse(Scene):
    """Every Thursday evening the door is open. Odd receives there; the house allows coffee as a task."""

    def __init__(self) -> None:
        super().__init__()
        self.house = needing(an_offering(self.centre.pk, "Open house"), 1)
        self.round = a_round(self.ingrid, self.house.pk, capacity=None, starts=time(17), ends=time(20))
        self.evening: Session = first_of(self.ingrid, self.round)
        on_duty(self.berit, self.evening, self.odd, Carries.DROP_IN)
        actions.decide_tasks(
            self.ingrid,
            listing_id=self.house.pk,
            possible=True,
            kinds=[TaskKind.COFFEE],
            version=0,
            now=NOW,
        )
        with given(self.ingrid):
            self.coffee: UUID = Task.objects.get(offering__listing=self.house).pk
        self.kari: Actor = an_actor(self.centre, Role.PARTICIPANT)
        a_held_talk(self.ingrid, participant_of(self.kari).pk, self.lunch.pk)


@pytest.fixture
def scene(db: None) -> OpenHouse:
    return OpenHouse()


@pytest.mark.requirement("S1-26", "S1-27", "S1-28")
def test_the_coffee_is_hers_while_somebody_receives_there_and_the_door_is_open(scene: OpenHouse):
    made = scene.running()
    assert scene.mine().next_is_mine
    scene.fall_ill(scene.odd)
    assert not scene.mine().next_is_mine, "a closed door is nobody's"
    assert scene.mine().standing is Standing.RUNS, "and nothing is taken from her"
    scene.be_back(scene.odd)
    assert scene.mine().next_is_mine
    actions.hand_back(scene.kari, responsibility_id=made, now=NOW)
    assert not page_of(english(scene.kari), "/me/").count("Make coffee")


@pytest.mark.requirement("S1-28")
def test_nothing_can_be_given_while_the_door_is_closed_for_want_of_employees(scene: OpenHouse):
    made = scene.wished()
    scene.fall_ill(scene.odd)
    with pytest.raises(Refused, match=Refusal.TOO_FEW_STAFF):
        actions.agree_on(
            scene.ingrid,
            responsibility_id=made,
            terms=scene.terms(),
            version=scene.row(made).version,
            now=NOW,
        )


@pytest.mark.requirement("S1-27")
def test_she_finds_it_from_her_own_page_without_a_place(scene: OpenHouse):
    me = english(scene.kari)
    assert 'href="/me/tasks/"' in page_of(me, "/me/")
    assert "Open house" in page_of(me, "/me/tasks/")
    hers = me.post("/me/tasks/", {"task": str(scene.coffee)}).headers["Location"]
    assert hers in page_of(me, "/me/")


@pytest.mark.requirement("S1-27")
def test_where_no_door_is_open_she_wishes_only_where_she_has_a_place(scene: OpenHouse):
    with given(scene.ingrid):
        lunch = Task.objects.filter(offering__listing=scene.lunch).first()
    assert lunch
    assert "Thursday lunch" not in page_of(english(scene.kari), "/me/tasks/")
    with pytest.raises(NotFound):
        actions.wish(scene.kari, task_id=lunch.pk, now=NOW)


@pytest.mark.requirement("S1-12", "S1-27")
def test_looking_in_needs_no_talk_and_a_task_does(scene: OpenHouse):
    newcomer = an_actor(scene.centre, Role.PARTICIPANT)
    assert "/me/tasks/" not in page_of(english(newcomer), "/me/")
    with pytest.raises(NotFound):
        actions.wish(newcomer, task_id=scene.coffee, now=NOW)


@pytest.mark.requirement("S1-27")
def test_an_adviser_writes_down_the_wish_of_somebody_who_chose_it_in_her_talk(scene: OpenHouse):
    desk, note = english(scene.ingrid), f"/desk/tasks/note/{scene.round}/"
    assert "Nobody has chosen this in a talk yet" in page_of(desk, note)
    a_held_talk(scene.ingrid, participant_of(scene.kari).pk, scene.house.pk)
    assert f'value="{participant_of(scene.kari).pk}"' in page_of(desk, note)
    assert "to write down a wish" in page_of(english(scene.kari), "/me/looks/")
