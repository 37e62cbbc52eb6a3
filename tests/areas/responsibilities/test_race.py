"""Somebody falls ill in the moment in which a task is agreed on: it is nobody's at that meeting."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import pytest

from stegvis.areas.responsibilities import actions
from stegvis.areas.responsibilities.models import Responsibility
from stegvis.kernel.errors import Refused
from tests.factories.admission import NOW
from tests.racing import and_close, in_thread
from tests.support import given

from .scene import Scene


def _at_once(*steps: Callable[[], Any]) -> None:
    start = threading.Barrier(len(steps))

    def go(step: Callable[[], Any]) -> None:
        start.wait(timeout=30)
        with suppress(Refused):
            step()

    with ThreadPoolExecutor(len(steps)) as pool:
        list(pool.map(lambda step: and_close(go, step), steps))


@pytest.mark.requirement("S1-28")
@pytest.mark.requirement("S1-29")
def test_a_sick_call_and_a_yes_in_the_same_moment(shared_database: None):
    for _ in range(2):
        scene, made = in_thread(_agreed)
        version = in_thread(scene.row, made).version
        _at_once(
            lambda scene=scene: scene.fall_ill(scene.ingrid),
            lambda scene=scene, made=made, version=version: actions.say_yes(
                scene.kari, responsibility_id=made, version=version, now=NOW
            ),
        )
        task = in_thread(scene.mine)
        assert task.own_yes_on is not None, "her yes is heard"
        assert not task.next_is_mine


@pytest.mark.requirement("S1-27")
def test_handed_back_twice_in_the_same_moment(shared_database: None):
    scene, made = in_thread(_agreed)
    back = lambda: actions.hand_back(scene.kari, responsibility_id=made, now=NOW)  # noqa: E731
    _at_once(back, back)
    assert in_thread(_left, scene) == 0


def _agreed() -> tuple[Scene, Any]:
    scene = Scene()
    return scene, scene.agreed()


def _left(scene: Scene) -> int:
    with given(scene.ingrid):
        return Responsibility.objects.count()
