"""Each guard taken away: the test that watches it must see it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from stegvis.areas.responsibilities.actions import ending, terms
from stegvis.areas.responsibilities.policy import house as house_now
from stegvis.areas.responsibilities.queries import own
from stegvis.areas.responsibilities.rules import Facts, missing
from stegvis.kernel.actor import Actor

from .scene import Scene
from .test_actions import test_nobody_can_read_a_no as nobody_can_read_a_no
from .test_actions import test_with_too_few_staff_it_is_nobodys_and_nothing_can_be_given as too_few_staff
from .test_histories import RUNNING, House


def _whatever_the_staff(facts: Facts, on: Any, **_: bool) -> bool:
    return not missing(facts, on)


def _whoever(*_: Any) -> Any:
    return type(
        "Everybody", (dict,), {"__contains__": lambda self, seat: True, "get": lambda self, *of: ""}
    )()


GUARDS = [
    pytest.param(own, "is_hers", _whatever_the_staff, "ill", id="enough staff (S1-28)"),
    pytest.param(own, "is_hers", _whatever_the_staff, "guide_ill", id="the guide is there (S1-27)"),
    pytest.param(house_now, "staff", _whoever, "guide_leaves", id="the guide is employed (S1-27)"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("where", "guard", "without", "what"), GUARDS)
def test_a_task_without_its_guard_is_noticed(
    where: Any, guard: str, without: Callable[..., Any], what: str, monkeypatch: pytest.MonkeyPatch
):
    house = House()
    for step in [*RUNNING, (what, 0)]:
        house.step(*step)
    house.what_is_hers_has_all_of_it()
    monkeypatch.setattr(where, guard, without)
    if what == "guide_leaves":  # the roster has a guard of its own
        monkeypatch.setattr(own, "is_hers", _whatever_the_staff)
    with pytest.raises(AssertionError):
        house.what_is_hers_has_all_of_it()


def test_giving_from_a_gap_is_noticed(scene: Scene, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(terms, "next_meetings", lambda *_: {})
    with pytest.raises(pytest.fail.Exception):
        too_few_staff(scene)


def test_a_no_that_names_her_is_noticed(scene: Scene, monkeypatch: pytest.MonkeyPatch):
    class Herself(Actor):
        @classmethod
        def housekeeper(cls, organisation_id: UUID) -> Actor:
            return scene.kari

    monkeypatch.setattr(ending, "Actor", Herself)
    with pytest.raises(AssertionError):
        nobody_can_read_a_no(scene)
