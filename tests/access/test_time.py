"""What is somebody else's takes as long to be unknown as what is not there at all (promise 1)."""

from __future__ import annotations

import time
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client

from stegvis.kernel.roles import Role
from tests.access.addresses import Address, addresses
from tests.access.keys import Keys, Page, slug_there
from tests.access.table import PAGES
from tests.access.world import World, client_of, path_to, unknown_keys
from tests.support import asked_of_database

NOISE = 1.25
"""The dearer of two that do the same, at the quickest of many tries, by how much at most."""
A_LITTLE = 0.0008
"""Seconds below which nothing can be told over a network."""
SAMPLE = ("messages:thread", "groups:round", "groups:places_for", "admission:talk")
FOREIGN = [address for address in addresses() if address.name in PAGES and PAGES[address.name].foreign]

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("X-02")]


def tells(here: Callable[[], object], there: Callable[[], object], rounds: int) -> bool:
    """Whether one of the two takes longer than the other, by more than noise. Asks again before it says so: on a busy
    machine now one, now the other has to wait, and what really takes longer does so each time.
    """
    for _ in range(8):
        quickest = [float("inf"), float("inf")]
        for turn in range(rounds):
            for which in (0, 1) if turn % 2 else (1, 0):
                started = time.perf_counter()
                (here, there)[which]()
                quickest[which] = min(quickest[which], time.perf_counter() - started)
        less, more = sorted(quickest)
        if more <= max(less * NOISE, less + A_LITTLE):
            return False
    return True


def _asks(client: Client, path: str) -> Callable[[], object]:
    def ask() -> object:
        answer = client.get(path)
        assert answer.status_code == 404
        return answer

    return ask


def _of_others(
    world: World, address: Address, make: Keys
) -> tuple[Callable[[], object], Callable[[], object]]:
    page = PAGES[address.name]
    role = min(page.opens - {Role.HOUSEKEEPER, Role.VISITOR}, key=lambda role: role != Role.ADVISER)
    client = client_of(world.actor(role))
    return _asks(client, path_to(address, make(world))), _asks(
        client, path_to(address, unknown_keys(address))
    )


def _hidden_things(page: Page) -> list[Keys]:
    """What another house has published is known to all: its own page shows it, and its time need not hide it."""
    return [make for make in (page.foreign, page.hidden) if make and make is not slug_there]


def _telling(chosen: list[Address], rounds: int) -> list[str]:
    world, told = World(), []
    for address in chosen:
        page = PAGES[address.name]
        for make in _hidden_things(page) if page.reads else []:
            if tells(*_of_others(world, address, make), rounds):
                told.append(address.name)
    return told


def test_what_is_foreign_takes_no_longer_than_what_is_unknown():
    assert _telling([address for address in FOREIGN if address.name in SAMPLE], 12) == []


@pytest.mark.proof
def test_no_page_tells_by_its_time():
    assert _telling(FOREIGN, 60) == []


def _asking_more(chosen: list[Address]) -> list[tuple[str, int, int]]:
    """Pages that ask the database more often for what is somebody else's, with both numbers: on a busy machine too,
    and with a database that is slow, each question more is time.
    """
    world, more = World(), []
    for address in chosen:
        page = PAGES[address.name]
        for make in _hidden_things(page) if page.reads else []:
            numbers = []
            for ask in _of_others(world, address, make):
                with asked_of_database() as asked:
                    ask()
                numbers.append(len(asked))
            if numbers[0] != numbers[1]:
                more.append((address.name, *numbers))
    return more


NEWER = (
    "admission:introduce",
    "agreements:part",
    "groups:this_time",
    "outings:mine",
    "outings:needs",
    "outings:sheet",
)


@pytest.mark.parametrize(
    "names",
    [pytest.param(None, id="full", marks=pytest.mark.proof), pytest.param(SAMPLE + NEWER, id="sample")],
)
def test_what_is_foreign_is_asked_for_as_often_as_what_is_unknown(names: tuple[str, ...] | None):
    assert _asking_more([one for one in FOREIGN if names is None or one.name in names]) == []


def test_a_page_that_looks_further_for_what_exists_is_noticed():
    existing: UUID = uuid4()

    def look_up(wanted: UUID) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM people_seat")
            for _ in range(800 if wanted == existing else 0):
                cursor.execute("SELECT count(*) FROM people_seat")

    assert tells(lambda: look_up(existing), lambda: look_up(uuid4()), 6)
    assert not tells(lambda: look_up(uuid4()), lambda: look_up(uuid4()), 12)
