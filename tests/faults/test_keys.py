"""Keys that are turned under load and killed in the middle (promise 15), and keys that are missing (promise 14)."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
from base64 import b64encode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPException
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse

from stegvis.kernel import keys
from tests.access.world import World, client_of
from tests.architecture.sources import ROOT
from tests.factories.people import a_participant
from tests.faults.house import Browser, House, Server, eventually, newcomer, numbers

servers = pytest.mark.xdist_group("servers")
ROTATE = ("-m", "stegvis.config.cli", "rotate-keys", "--json")
ANOTHER = b64encode(b"another key of thirty-two bytes!").decode()
KEYS = {
    "all": "SELECT count(*) FROM kernel_organisationkey",
    "retired": "SELECT count(*) FROM kernel_organisationkey WHERE retired",
    "in letters": "SELECT count(DISTINCT substr(words, 1, 32)) FROM messages_letter",
}


@contextmanager
def people_coming(server: Server) -> Iterator[list[Browser]]:
    """Newcomers, two at a time, until the block ends. Those who were told that they are in."""
    came: list[Browser] = []
    stop = threading.Event()

    def come() -> None:
        while not stop.is_set():
            somebody = Browser(server.port, patience=30)
            try:
                if somebody.post(*newcomer(somebody)).status == 303:
                    came.append(somebody)
            except (OSError, HTTPException):
                continue

    with ThreadPoolExecutor(2) as pool:
        coming = [pool.submit(come) for _ in range(2)]
        try:
            yield came
        finally:
            stop.set()
    for one in coming:
        one.result()


def kill_in_the_middle(house: House, *, after: float = 0) -> None:
    """Begin a rotation and kill -9 it while letters have old and new keys."""
    process = subprocess.Popen([sys.executable, *ROTATE], cwd=ROOT, env=house.environment)
    eventually(lambda: numbers(house, KEYS)["in letters"] > 1, 60)
    threading.Event().wait(after)
    process.kill()
    process.wait()


def turned(house: House) -> dict[str, int]:
    done = house.python(*ROTATE)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def _turn_under_load(house: House, *, letters: int, chance: random.Random) -> None:
    house.letters(letters)
    organisations = numbers(house, KEYS)["all"]
    with house.serving() as server, people_coming(server) as came:
        eventually(lambda: len(came) > 1, 60)
        kill_in_the_middle(house, after=chance.random() / 20)
        assert numbers(house, KEYS)["in letters"] > 1, "or it was not in the middle"
        before = len(came)
        eventually(lambda: len(came) > before, 60)
        done = turned(house)
        assert (done["unreadable"], done["old_left"], done["retired_keys"]) == (0, 0, organisations)
        before = len(came)
        eventually(lambda: len(came) > before, 60)
        for somebody in list(came):
            assert somebody.get("/me/").status == 200
    assert numbers(house, KEYS) == {"all": organisations, "retired": 0, "in letters": 1}
    found = house.opened()
    assert found["unreadable"] == 0
    assert found["values"] > letters + len(came)


@servers
def test_keys_turned_under_load_and_killed_in_the_middle(killable: House):
    _turn_under_load(killable, letters=3_000, chance=random.Random(0))


@servers
@pytest.mark.proof
@pytest.mark.parametrize("time", range(10))
def test_keys_turned_and_killed_ten_times_at_any_moment(killable: House, time: int):
    _turn_under_load(killable, letters=6_000, chance=random.Random(time))


@servers
def test_without_its_key_the_house_does_not_open(house: House):
    kept = house.folder / "keys.json"
    right = kept.read_text()
    kept.write_text(json.dumps(json.loads(right) | {"fields": {"k1": ANOTHER}}))
    for begin in (
        ("-c", "import stegvis.config.wsgi"),
        ("-m", "stegvis.config.cli", "worker", "--until-idle"),
    ):
        done = house.python(*begin)
        assert done.returncode != 0
        assert "The master key k1 is missing from STEGVIS_FIELD_KEYS" in done.stderr
        assert ANOTHER not in done.stderr
    kept.write_text(right)
    assert house.opened()["unreadable"] == 0
    with house.serving() as server:
        browser = Browser(server.port)
        assert browser.become("kari").status == 302
        assert browser.get("/me/").status == 200


SAYS = {
    "nb": "Vi får ikke åpnet dette akkurat nå",
    "da": "Vi kan ikke åbne det her lige nu",
    "sv": "Vi kan inte öppna det här just nu",
    "en": "We cannot open this just now",
}


@pytest.mark.django_db
@pytest.mark.parametrize("language", SAYS)
def test_a_key_that_is_missing_while_people_are_served(
    language: str, settings: Any, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    world = World()
    adviser = client_of(world.ingrid)
    with_words = a_participant(world.here, nickname="Kari from the third floor")
    page = reverse("messages:thread", args=[with_words.pk])
    assert adviser.get(page).status_code == 200
    right = settings.FIELD_KEYS

    settings.FIELD_KEYS = {"other": ANOTHER}
    monkeypatch.setattr(keys, "_opened", {})
    capfd.readouterr()
    answer = adviser.get(page, headers={"accept-language": language})
    shown = answer.content.decode()
    assert answer.status_code == 503
    assert SAYS[language] in shown
    logged = "".join(capfd.readouterr())
    for secret in ("third floor", ANOTHER, *right.values()):
        assert secret not in shown + logged
    assert Client().get("/").status_code == 200  # what needs no key is served on

    settings.FIELD_KEYS = right
    assert "third floor" in adviser.get(page).content.decode()
    assert right == django_settings.FIELD_KEYS
