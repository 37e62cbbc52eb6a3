"""The last place, raced for by many at once over the real handler: exactly one gets it, nobody meets an error."""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from stegvis.areas.groups.models import Place
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.access.world import client_of
from tests.factories.admission import a_held_talk, an_offering, participant_of
from tests.factories.groups import a_round
from tests.factories.people import an_actor, an_organisation
from tests.racing import and_close, in_thread
from tests.support import given

AT_ONCE = {"postgresql": 200, "sqlite": 25}
"""So many press in the same instant. Threads of one process share one processor, and two hundred would keep the last
waiting longer than a writer waits on SQLite. tests/faults/test_crowd.py has them all at once, over real web processes.
"""


def _scene(clients: int, rounds: int) -> tuple[Actor, str, list[UUID], list[Client]]:
    centre = an_organisation()
    ingrid = an_actor(centre, Role.ADVISER)
    lunch = an_offering(centre.pk)
    today = timezone.localtime(timezone.now()).date()
    dates = {"from_on": today, "until_on": today, "recurrence": "FREQ=DAILY", "capacity": 1}
    planned = [a_round(ingrid, lunch.pk, **dates) for _ in range(rounds)]
    pressing = []
    for _ in range(clients):
        somebody = an_actor(centre, Role.PARTICIPANT)
        a_held_talk(ingrid, participant_of(somebody).pk, lunch.pk)
        pressing.append(client_of(somebody))
    return ingrid, f"/join/{lunch.slug}/place/", planned, pressing


def _press(start: threading.Barrier, client: Client, address: str, round_id: UUID) -> int:
    start.wait(timeout=60)
    return client.post(address, {"round": round_id}).status_code


def _held(actor: Actor) -> list[tuple[UUID, int]]:
    with given(actor):
        return list(Place.objects.values_list("round_id", "number"))


def _race(clients: int, rounds: int) -> None:
    at_once = AT_ONCE[connection.vendor]
    ingrid, address, planned, pressing = in_thread(_scene, clients, rounds)
    for round_id in planned:
        answers: Counter[int] = Counter()
        with ThreadPoolExecutor(at_once) as crowd:
            for first in range(0, clients, at_once):
                wave = pressing[first : first + at_once]
                start = threading.Barrier(len(wave))
                work = [crowd.submit(and_close, _press, start, one, address, round_id) for one in wave]
                answers.update(one.result() for one in work)
        assert answers == {303: 1, 422: clients - 1}
    assert sorted(in_thread(_held, ingrid)) == sorted((round_id, 1) for round_id in planned)


@pytest.mark.requirement("S1-12")
def test_the_last_place_goes_to_exactly_one(shared_database: None):
    _race(clients=25, rounds=3)


@pytest.mark.proof
def test_the_last_place_goes_to_exactly_one_of_two_hundred_a_hundred_times(shared_database: None):
    _race(clients=200, rounds=100)


def test_the_race_notices_when_the_room_is_not_counted(
    shared_database: None, monkeypatch: pytest.MonkeyPatch
):
    """Take the rule away, and the race fails."""
    monkeypatch.setattr("stegvis.areas.groups.actions.places.decide_place", lambda asking, today: None)
    with pytest.raises(AssertionError):
        _race(clients=5, rounds=1)
