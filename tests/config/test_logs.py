"""One line a request, and nowhere a word about a person: not from us, not from what we are built on."""

import io
import json
import logging
from collections.abc import Callable

import pytest
import structlog
from django.http import HttpResponse
from django.test import Client
from django.urls import path

from stegvis.config.logs import Wordless
from stegvis.config.urls import urlpatterns as ours
from stegvis.kernel.http import StegvisRequest, public
from stegvis.kernel.roles import Role
from tests.access.world import client_of
from tests.factories.people import an_actor, an_organisation

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]
NICKNAME, EMAIL = "Solstråle77", "kari.solstrale@example.org"


@public
def fine(request: StegvisRequest, who: str) -> HttpResponse:
    structlog.get_logger("stegvis.test").info("looked", at="desk")
    return HttpResponse("fine")


@public
def breaks(request: StegvisRequest, who: str) -> HttpResponse:
    raise ValueError(f"{who} {request.POST} {request.GET}")


@public
def talks(request: StegvisRequest, who: str) -> HttpResponse:
    logging.getLogger("somebody.else").error("not found: %s", who)
    logging.getLogger("somebody.else").error(f"not found: {who}")
    structlog.get_logger("stegvis.test").exception("caught", exc_info=ValueError(who))
    return HttpResponse("said")


urlpatterns = [
    *ours,
    path("test/<str:who>/fine/", fine, name="fine"),
    path("test/<str:who>/breaks/", breaks, name="breaks"),
    path("test/<str:who>/talks/", talks, name="talks"),
]


@pytest.fixture
def house() -> logging.StreamHandler[io.StringIO]:
    """The handler of the settings, whatever else the test runner has put beside it."""
    return next(h for h in logging.getLogger().handlers if any(isinstance(f, Wordless) for f in h.filters))  # type: ignore[return-value]


@pytest.fixture
def written(house: logging.StreamHandler[io.StringIO], monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    stream = io.StringIO()
    monkeypatch.setattr(house, "stream", stream)  # not setStream: the runner may have closed the one before
    return stream.getvalue


def _visit_everything(client: Client) -> None:
    for page in ("fine", "breaks", "talks"):
        address = f"/test/{NICKNAME}/{page}/?email={EMAIL}&nickname={NICKNAME}"
        client.get(address, headers={"User-Agent": NICKNAME, "Referer": f"https://{EMAIL}/"})
        client.post(address, {"nickname": NICKNAME, "email": EMAIL})
    client.get(f"/{NICKNAME}/{EMAIL}/")
    client.get("/health/", headers={"Host": f"{NICKNAME}.example.org"})
    client.generic(NICKNAME, f"/test/{NICKNAME}/fine/")


def test_no_nickname_and_no_address_is_written_down(written: Callable[[], str]):
    _visit_everything(Client(raise_request_exception=False))
    assert len(written().splitlines()) > 10
    for trace in (NICKNAME, "Solstr", EMAIL, "kari.solstrale"):
        assert trace not in written()


def test_it_is_the_filter_that_takes_the_words_out(
    written: Callable[[], str], house: logging.StreamHandler[io.StringIO]
):
    filters = house.filters[:]
    house.filters.clear()
    try:
        logging.getLogger("somebody.else").error(f"not found: {NICKNAME}")
    finally:
        house.filters[:] = filters
    assert "Solstr" in written()


def test_one_line_a_request_with_the_pages_name_and_the_role(written: Callable[[], str]):
    adviser = an_actor(an_organisation(), Role.ADVISER)
    client_of(adviser).get(f"/test/{NICKNAME}/fine/")
    lines = [json.loads(line) for line in written().splitlines()]
    (line,) = [line for line in lines if line["event"] == "request"]
    assert line.pop("ms") >= 0
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "request", "level": "info", "method": "GET", "route": "fine", "status": 200, "role": "adviser",
    }  # fmt: skip


def test_a_fault_is_written_with_its_place_and_kind(written: Callable[[], str]):
    Client(raise_request_exception=False).get(f"/test/{NICKNAME}/breaks/")
    faults = [json.loads(line) for line in written().splitlines() if "ValueError" in line]
    assert faults[0]["error"] == "ValueError"
    assert faults[0]["through"][-1].startswith("test_logs.py:")
