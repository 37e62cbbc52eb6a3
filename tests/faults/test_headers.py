"""What every answer carries, whatever comes of the request (promise 20)."""

import re
from contextlib import closing

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client, override_settings

from stegvis.kernel.roles import Role
from tests.access.world import World, client_of

PUBLIC = ("/", "/contact/", "/leave/about/", "/offerings/", "/sign-in/", "/demo/", "/health/")
ERRORS = ("/no-such-page/", "/offerings/no-such-offering/", "/desk/", "/demo/become/nobody/")
ROLES = (Role.PARTICIPANT, Role.ADVISER, Role.EMPLOYEE, Role.MANAGER)

pytestmark = pytest.mark.django_db


def _has_all(answer: HttpResponse) -> None:
    headers = answer.headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert {"camera=()", "microphone=()", "geolocation=()"} <= set(headers["Permissions-Policy"].split(", "))
    assert headers["Referrer-Policy"] == "same-origin"
    for cookie in answer.cookies.values():
        if cookie.value:
            assert cookie["httponly"], cookie
            assert cookie["samesite"] in {"Lax", "Strict"}, cookie


def _is_not_kept(answer: HttpResponse) -> None:
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.requirement("X-17")
@pytest.mark.parametrize("path", PUBLIC + ERRORS)
def test_pages_for_anybody(path: str):
    answer = Client(raise_request_exception=False).get(path)
    assert answer.status_code < 500
    _has_all(answer)
    _is_not_kept(answer)


@pytest.mark.requirement("X-17")
@pytest.mark.parametrize("role", ROLES, ids=str)
def test_pages_for_somebody_in_a_seat(role: Role):
    client = client_of(World().actor(role))
    home = "/me/" if role is Role.PARTICIPANT else "/desk/"
    pages = [home, "/seat/", *re.findall(r'href="(/[^"#]*)"', client.get(home).content.decode())]
    assert client.get(home).status_code == 200
    for path in pages:
        if not path.startswith(("/static/", "/leave/")):
            answer = client.get(path)
            _has_all(answer)
            _is_not_kept(answer)


@override_settings(WHITENOISE_USE_FINDERS=True)
def test_files_carry_them_too():
    with closing(Client().get("/static/ui/mark.svg")) as answer:
        assert answer.status_code == 200
        _has_all(answer)


def test_a_page_that_breaks_carries_them_too(monkeypatch: pytest.MonkeyPatch):
    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("stegvis.areas.people.api.actor_in_session", breaks)
    client = Client(raise_request_exception=False)
    client.cookies["session"] = "a" * 32
    answer = client.get("/")
    assert answer.status_code == 500
    _has_all(answer)
    _is_not_kept(answer)


@override_settings(MIDDLEWARE=[name for name in settings.MIDDLEWARE if "csp" not in name])
def test_a_header_that_is_missing_is_noticed():
    with pytest.raises((AssertionError, KeyError)):
        _has_all(Client().get("/leave/about/"))
