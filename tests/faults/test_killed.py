"""kill -9 under load: what was acknowledged is there afterwards, and nothing is there by half (promise 9)."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException

import pytest

from tests.faults.house import Browser, House, Server, newcomer, rows
from tools import throwaway_postgresql

pytestmark = pytest.mark.xdist_group("servers")
AT_ONCE = 4


def _people_come_until(stop: threading.Event, server: Server, came: list[Browser]) -> None:
    while not stop.is_set():
        somebody = Browser(server.port, patience=10)
        try:
            if somebody.post(*newcomer(somebody)).status == 303:
                came.append(somebody)
        except (OSError, HTTPException, AssertionError):
            continue


def _round(server: Server, kill: Callable[[], None], *, after: int) -> list[Browser]:
    """Let people come at once, and kill while they do. Returns those who were told that they are in."""
    came: list[Browser] = []
    stop = threading.Event()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        coming = [pool.submit(_people_come_until, stop, server, came) for _ in range(AT_ONCE)]
        while len(came) < after:
            assert not all(one.done() for one in coming)
            stop.wait(0.005)
        kill()
        stop.set()
    return came


def _rounds(house: House, count: int) -> int:
    chance = random.Random(0)
    told = 0
    with house.serving() as server:
        before = rows(house)
        for _ in range(count):
            came = _round(server, server.kill, after=chance.randint(1, 6))
            server.start()
            told += len(came)
            for somebody in came:
                assert somebody.get("/me/").status == 200, "told that she is in, and unknown afterwards"
            after = rows(house)
            new = {table: after[table] - before[table] for table in before}
            assert len(set(new.values())) == 1, f"half: {new}"
            assert new["users"] >= told
    return told


def test_nobody_who_was_told_that_she_is_in_is_lost(killable: House):
    assert _rounds(killable, 2) > 0


@pytest.mark.proof
def test_nobody_is_lost_in_a_hundred_rounds(killable: House):
    assert _rounds(killable, 100) > 100


@pytest.mark.postgresql
def test_nobody_is_lost_when_the_database_is_killed(cluster: House):
    with cluster.serving() as server:
        before = rows(cluster)

        def kill() -> None:
            throwaway_postgresql.stop(cluster.address)

        came = _round(server, kill, after=3)
        throwaway_postgresql.start(cluster.address, throwaway_postgresql.DURABLE)
        for somebody in came:
            assert somebody.get("/me/").status == 200
        after = rows(cluster)
        assert len({after[table] - before[table] for table in before}) == 1
