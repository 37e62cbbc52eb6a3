"""Somebody else holds the database for longer than a writer waits: an honest page, nothing half, and then it works."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

import pytest

from tests.faults.forms import text_of
from tests.faults.house import Browser, House, Server, newcomer, rows

pytestmark = [pytest.mark.sqlite, pytest.mark.xdist_group("servers")]
BUSY = {
    "nb": "Vi har det travelt et øyeblikk",
    "da": "Vi har travlt et øjeblik",
    "sv": "Det är mycket hos oss just nu",
    "en": "We are busy for a moment",
}


@contextmanager
def locked(house: House) -> Iterator[None]:
    with closing(sqlite3.connect(house.file, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        yield
        holder.execute("ROLLBACK")


@pytest.fixture
def server(house: House) -> Iterator[Server]:
    with house.serving() as server:
        yield server


def test_a_writer_is_told_and_nothing_is_half_written(server: Server):
    house = server.house
    before = rows(house)
    waiting = {language: Browser(server.port, language) for language in BUSY}
    forms = {language: newcomer(browser) for language, browser in waiting.items()}
    with locked(house):
        for language, browser in waiting.items():
            answer = browser.post(*forms[language])
            assert answer.status == 503
            assert answer.headers["Retry-After"]
            assert answer.headers["Content-Language"] == language
            assert BUSY[language] in text_of(answer.text)
        assert rows(house) == before
    for language, browser in waiting.items():
        answer = browser.post(*forms[language])
        assert answer.status == 303, "the very same form goes through afterwards"
        assert browser.get("/me/").status == 200
    after = rows(house)
    new = {table: after[table] - before[table] for table in before}
    assert set(new.values()) == {len(BUSY)}, new


def test_who_only_reads_goes_on_reading(server: Server):
    house = server.house
    reader = Browser(server.port, patience=5)
    reader.become("kari")
    with locked(house):
        for path in ("/", "/offerings/?words=sy", "/me/", "/health/"):
            assert reader.get(path).status == 200, path


@pytest.fixture
def patient(house: House) -> Iterator[Server]:
    """A house whose writers wait as long as people's do: twenty seconds."""
    with replace(house, address=house.address.partition("?")[0]).serving() as server:
        yield server


@pytest.mark.requirement("X-01")
@pytest.mark.parametrize("still", [0, 90, 3 * 60 * 60], ids=["just here", "a minute ago", "hours ago"])
def test_nobody_waits_for_the_lock_to_leave_or_to_read(patient: Server, still: int):
    browser = Browser(patient.port, patience=4)
    browser.become("kari")
    patient.house.still_for(seconds=still)
    with locked(patient.house):
        if still < 3 * 60:
            assert browser.get("/me/").status == 200
        assert browser.get("/leave/").status == 303
    assert browser.get("/me/").status == 200, "away: an empty page"


def test_who_has_been_still_for_a_minute_may_read_on_too(server: Server):
    """That somebody is here is written down once a minute: it must not stop her from reading."""
    house = server.house
    reader = Browser(server.port, patience=5)
    reader.become("kari")
    house.still_for(seconds=90)
    with locked(house):
        assert reader.get("/me/").status == 200
    assert reader.get("/me/").status == 200
