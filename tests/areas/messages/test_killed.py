"""The worker is killed with an e-mail half out of the door: it is never mailed twice, and nobody is forgotten."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import Any

import psycopg
import pytest
from django.db import connection

from tests.areas.messages.post_office import PostOffice, a_post_office
from tests.kernel.test_worker_killed import Machine, eventually, machine

__all__ = ["machine"]  # a fixture

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with a_post_office() as opened:
        yield opened


@dataclass
class Place:
    """A house with a worker and a mail server, where Kari and Eva are to get an e-mail each."""

    machine: Machine
    office: PostOffice
    here: dict[str, str] = field(default_factory=dict)

    def build(self) -> None:
        self.here = self._ask("build")

    def carry_on(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """How things stand once another worker took over, and how after an hour and more work."""
        found = self._ask("carry_on", *self.here.values())
        return found["soon"], found["later"]

    def _ask(self, *words: str) -> Any:
        return json.loads(self.machine.run("-m", "tests.areas.messages.worked", *words).splitlines()[-1])

    @contextmanager
    def stopped_at(self, where: str) -> Iterator[None]:
        """A worker begins to send; where the mail server has stopped, the block runs, and then it is killed."""
        self.office.stop_at = where
        worker = self.machine.start_worker()
        try:
            eventually(self.office.stopped.is_set)
            yield
        finally:
            _kill(worker)
            self.office.go_on.set()


def _kill(worker: subprocess.Popen[bytes]) -> None:
    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()


@pytest.fixture
def place(machine: Machine, office: PostOffice) -> Place:
    machine.environment |= {"STEGVIS_EMAIL_URL": office.address, "STEGVIS_EMAIL_FROM": "post@example.org"}
    made = Place(machine, office)
    made.build()
    return made


def _is_told_and_mailed_at_most_once(place: Place, *, mailed: int) -> None:
    soon, later = place.carry_on()
    [first] = [name for name, state in soon["states"].items() if state == "sending"]
    [other] = [name for name in soon["states"] if name != first]
    assert soon == {"states": {first: "sending", other: "sent"}, "calls": {}}, "the other one is not held up"
    assert later == {"states": {first: "to_call", other: "sent"}, "calls": {first: "uncertain"}}
    assert (place.office.to(first), place.office.to(other)) == (mailed, 1)


def test_when_nothing_happens_each_gets_one(place: Place, office: PostOffice):
    soon, later = place.carry_on()
    assert soon == later == {"states": {"kari": "sent", "eva": "sent"}, "calls": {}}
    assert (office.to("kari"), office.to("eva")) == (1, 1)
    assert set(office.greetings) == {"ehlo example.org"}, "the machine's own name could tell"


@pytest.mark.parametrize(("where", "mailed"), [("recipient", 0), ("taken", 1)])
def test_killed_in_the_middle_she_is_called_and_never_mailed_twice(place: Place, where: str, mailed: int):
    with place.stopped_at(where):
        pass
    _is_told_and_mailed_at_most_once(place, mailed=mailed)


def test_killed_between_the_servers_yes_and_our_note_of_it(place: Place, office: PostOffice):
    with _nobody_can_write() as hold, place.stopped_at("taken"):
        hold()
        office.go_on.set()  # it reads our yes, says goodbye, and wants to write it down
        eventually(office.goodbye.is_set)
    _is_told_and_mailed_at_most_once(place, mailed=1)


@contextmanager
def _nobody_can_write() -> Iterator[Callable[[], object]]:
    """Gives what takes hold of the table that the worker needs for writing down that the e-mail went."""
    known = connection.settings_dict
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(known["NAME"], isolation_level=None)) as file:
            yield lambda: file.execute("BEGIN IMMEDIATE")
        return
    host = known["HOST"] or known["OPTIONS"].get("host", "")
    with psycopg.connect(dbname=known["NAME"], user=known["USER"], host=host) as other:
        yield lambda: other.execute("LOCK TABLE messages_delivery IN SHARE MODE")
        other.rollback()


@pytest.mark.proof
@pytest.mark.parametrize(("where", "mailed"), [("recipient", 0), ("taken", 1)])
def test_killed_again_and_again_nobody_is_mailed_twice_or_forgotten(
    place: Place, office: PostOffice, where: str, mailed: int
):
    for _ in range(10):
        with place.stopped_at(where):
            pass
        _is_told_and_mailed_at_most_once(place, mailed=mailed)
        office.taken.clear()
        office.stopped.clear()
        office.go_on.clear()
        place.build()
