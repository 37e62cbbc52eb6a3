"""One time for a talk, pressed by many at once over the real handler: exactly one has it, nobody meets an error."""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import time, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from stegvis.areas.admission import actions, queries
from stegvis.areas.admission.models import TalkBooking
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.access.world import client_of
from tests.factories.admission import an_offering
from tests.factories.people import an_actor, an_organisation
from tests.racing import and_close, in_thread
from tests.support import given

AT_ONCE = {"postgresql": 50, "sqlite": 25}


def _scene(clients: int, times: int) -> tuple[Actor, list[UUID], list[Client]]:
    centre = an_organisation()
    ingrid = an_actor(centre, Role.ADVISER)
    an_offering(centre.pk)
    now = timezone.now()
    actions.offer_times(
        ingrid,
        first_on=timezone.localdate(now) + timedelta(days=1),
        weeks=times,
        starts=time(10),
        until=time(11),
        minutes=60,
        place="",
        now=now,
    )
    offered = [row.time.time_id for row in queries.offered_times(ingrid, now)]
    return ingrid, offered, [client_of(an_actor(centre, Role.PARTICIPANT)) for _ in range(clients)]


def _press(start: threading.Barrier, client: Client, time_id: UUID) -> int:
    start.wait(timeout=60)
    return client.post("/me/talk/", {"time": time_id}).status_code


def _booked(actor: Actor) -> list[UUID]:
    with given(actor):
        return list(TalkBooking.objects.values_list("time_id", flat=True))


def _race(clients: int, times: int) -> None:
    """All press for each time in turn. A winner who wins again has given back the one she had."""
    at_once = AT_ONCE[connection.vendor]
    ingrid, offered, pressing = in_thread(_scene, clients, times)
    for time_id in offered:
        answers: Counter[int] = Counter()
        with ThreadPoolExecutor(at_once) as crowd:
            for first in range(0, clients, at_once):
                wave = pressing[first : first + at_once]
                start = threading.Barrier(len(wave))
                work = [crowd.submit(and_close, _press, start, one, time_id) for one in wave]
                answers.update(one.result() for one in work)
        assert answers == {303: 1, 422: clients - 1}
        booked = in_thread(_booked, ingrid)
        assert booked.count(time_id) == 1
        assert len(booked) == len(set(booked))


def test_a_time_is_had_by_exactly_one(shared_database: None):
    _race(clients=10, times=3)


@pytest.mark.proof
def test_a_time_is_had_by_exactly_one_of_fifty_six_times(shared_database: None):
    _race(clients=50, times=6)


def test_the_race_notices_when_nobody_looks_whether_it_is_free(
    shared_database: None, monkeypatch: pytest.MonkeyPatch
):
    """Take the rule and the table's own guard away, and the race fails."""
    monkeypatch.setattr("stegvis.areas.admission.actions.times.decide_time", lambda **facts: None)
    monkeypatch.setattr("stegvis.areas.admission.actions.times.IntegrityError", ZeroDivisionError)
    with pytest.raises(AssertionError):
        _race(clients=4, times=1)
