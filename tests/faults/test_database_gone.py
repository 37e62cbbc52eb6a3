"""PostgreSQL goes away and comes back: pages say so meanwhile, and go on by themselves (promise 9)."""

from __future__ import annotations

import json
import time

import pytest

from tests.faults.forms import text_of
from tests.faults.house import Browser, House, eventually, newcomer
from tools import throwaway_postgresql

pytestmark = [pytest.mark.postgresql, pytest.mark.xdist_group("servers")]


def _goes_away_and_comes_back(cluster: House, *, seconds: float) -> None:
    with cluster.serving() as server:
        kari, late = Browser(server.port), Browser(server.port)
        kari.become("kari")
        before = newcomer(late)
        throwaway_postgresql.stop(cluster.address)
        gone_at = time.monotonic()
        try:
            while True:
                _says_so(server.port, kari, late, before)
                if time.monotonic() - gone_at >= seconds:
                    break
        finally:
            throwaway_postgresql.start(cluster.address, throwaway_postgresql.DURABLE)
        eventually(lambda: kari.get("/me/").status == 200, 10)
        assert Browser(server.port).get("/offerings/").status == 200
        assert json.loads(kari.get("/health/").text)["database"] is True
        assert late.post(*before).status == 303, "the form that was refused goes through"
        assert late.get("/me/").status == 200


def _says_so(port: int, kari: Browser, late: Browser, form: tuple[str, dict[str, list[str]]]) -> None:
    for answer in (Browser(port).get("/offerings/"), kari.get("/me/"), late.post(*form)):
        assert answer.status == 503
        assert answer.headers["Retry-After"]
        assert "We are busy for a moment" in text_of(answer.text)
    health = Browser(port).get("/health/")
    assert health.status == 503
    assert json.loads(health.text)["database"] is False
    assert Browser(port).get("/leave/about/").status == 200, "what needs no database stands"
    assert kari.get("/static/ui/mark.svg").status == 200


def test_gone_for_a_moment(cluster: House):
    _goes_away_and_comes_back(cluster, seconds=0)


@pytest.mark.proof
def test_gone_for_ten_seconds(cluster: House):
    _goes_away_and_comes_back(cluster, seconds=10)


def test_leave_goes_even_then(cluster: House):
    """Whoever has to leave at once is not kept by a database that is away."""
    with cluster.serving() as server:
        kari = Browser(server.port)
        kari.become("kari")
        throwaway_postgresql.stop(cluster.address)
        try:
            answer = kari.get("/leave/")
        finally:
            throwaway_postgresql.start(cluster.address, throwaway_postgresql.DURABLE)
        assert answer.status == 303
        assert answer.headers["Location"] == "http://127.0.0.1/"
        assert any(cookie.startswith("session=") and "1970" in cookie for cookie in answer.cookies)
