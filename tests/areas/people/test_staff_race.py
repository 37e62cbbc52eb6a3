"""Two managers end each other in the same second: one of them stays."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from stegvis.areas.people import actions
from stegvis.areas.people.actions import staff
from stegvis.areas.people.models import Seat
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, Refused
from stegvis.kernel.roles import Role
from tests.areas.people.pages import NOW
from tests.factories.people import an_actor, an_organisation
from tests.racing import and_close, in_thread
from tests.support import given


def _two_managers() -> list[Actor]:
    centre = an_organisation()
    return [an_actor(centre, Role.MANAGER, name=name, is_taken=True) for name in ("Berit", "Jon")]


def _left(actor: Actor) -> int:
    with given(actor):
        return Seat.objects.filter(organisation_id=actor.organisation_id, until_on=None).count()


def _end_each_other() -> int:
    """How many managers are left when both press in the same second."""
    managers = in_thread(_two_managers)
    start = threading.Barrier(len(managers))

    def end_the_other(actor: Actor) -> bool:
        other = next(one for one in managers if one is not actor)
        start.wait(timeout=30)
        try:
            actions.end_seat(actor, seat_id=other.seat_id, now=NOW)
        except (NotAllowed, Refused):
            return False
        return True

    with ThreadPoolExecutor(len(managers)) as pool:
        done = list(pool.map(lambda actor: and_close(end_the_other, actor), managers))
    left: int = in_thread(_left, managers[0])
    assert left == len(managers) - sum(done)
    return left


def test_one_manager_is_left(shared_database: None):
    assert {_end_each_other() for _ in range(5)} == {1}


@pytest.mark.postgresql
def test_the_race_notices_when_they_do_not_wait_for_each_other(
    shared_database: None, monkeypatch: pytest.MonkeyPatch
):
    """Take the lock away and let both look before either acts: nobody is left. SQLite has one writer by itself."""
    both_have_looked = threading.Barrier(2)

    def decide(*arguments: Any, **named: Any) -> None:
        assert staff.decide_ending_as_it_is(*arguments, **named) is None
        both_have_looked.wait(timeout=30)

    monkeypatch.setattr(staff, "decide_ending_as_it_is", staff.decide_ending, raising=False)
    monkeypatch.setattr(staff, "decide_ending", decide)
    monkeypatch.setattr(staff, "_alone", lambda actor, now: None)

    assert _end_each_other() == 0


@pytest.mark.proof
def test_one_manager_is_left_a_hundred_times(shared_database: None):
    assert {_end_each_other() for _ in range(100)} == {1}
