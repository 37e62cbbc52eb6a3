"""Two hundred phones and the last place: one gets it, the others are told so kindly, and nobody meets an error.

Over real web processes, as people are served (deploy/systemd). On PostgreSQL the same race also runs in threads.
"""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.db import connection

from tests.faults.house import Browser, House

pytestmark = pytest.mark.xdist_group("servers")
WORKERS = 2
PATIENCE = 300


@pytest.fixture
def open_house(killable: House) -> House:
    """Korsby with the database's own patience."""
    if connection.vendor == "postgresql":
        return killable
    return House(killable.folder, f"sqlite://{killable.file}")


def _race(house: House, people: int, rounds: int) -> list[Counter[int]]:
    """What everybody was answered, round by round."""
    crowd = house.crowd(people, rounds)
    with house.serving(WORKERS) as server, ThreadPoolExecutor(people) as pool:
        phones = [
            Browser(server.port, patience=PATIENCE, cookies={settings.SESSION_COOKIE_NAME: key})
            for key in crowd["sessions"]
        ]
        forms = list(pool.map(lambda phone: phone.form("/me/messages/").filled(), phones))
        tokens = [form["csrfmiddlewaretoken"] for form in forms]
        return [_press(pool, phones, tokens, *one) for one in crowd["rounds"]]


def _press(
    pool: ThreadPoolExecutor, phones: list[Browser], tokens: list[list[str]], address: str, round_id: str
) -> Counter[int]:
    start = threading.Barrier(len(phones))

    def press(phone: Browser, token: list[str]) -> int:
        start.wait(timeout=PATIENCE)
        return phone.post(address, {"round": round_id, "csrfmiddlewaretoken": token}).status

    return Counter(pool.map(press, phones, tokens))


@pytest.mark.requirement("S1-12")
def test_one_of_many_phones_gets_the_last_place(open_house: House):
    assert _race(open_house, people=30, rounds=2) == [Counter({303: 1, 422: 29})] * 2


@pytest.mark.proof
def test_one_of_two_hundred_phones_gets_the_last_place_a_hundred_times(open_house: House):
    assert _race(open_house, people=200, rounds=100) == [Counter({303: 1, 422: 199})] * 100
