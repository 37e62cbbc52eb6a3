"""Leave: from anywhere, at once, and nothing to come Back to (X-01, promise 7)."""

from contextlib import closing
from datetime import timedelta
from unittest.mock import patch

import pytest
import time_machine
from django.conf import settings
from django.db import DatabaseError
from django.test import Client

from stegvis.areas.people import actions
from tests.areas.people.pages import NOW, body, is_in, with_code
from tests.areas.people.test_actions import a_newcomer
from tests.factories.people import an_organisation

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("X-01")]
TELLING = ("stegvis", "sign", "code", "kode", "senter", "centre", "help", "hjelp", "steps")


def test_leaving_ends_the_session_and_goes_somewhere_neutral(client):
    with_code(client, a_newcomer(an_organisation()).code)
    assert is_in(client)

    response = client.get("/leave/")

    assert (response.status_code, response["Location"]) == (303, settings.LEAVE_TO)
    with closing(client.get(settings.LEAVE_TO)) as elsewhere:
        assert elsewhere.status_code == 200
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert "no-store" in response["Cache-Control"]
    assert not is_in(client)
    assert {name for name, cookie in client.cookies.items() if cookie.value} == {settings.AWAY_COOKIE_NAME}


def test_a_visitor_leaves_too(client):
    response = client.get("/leave/")

    assert response.status_code == 303
    assert {name for name, cookie in response.cookies.items() if cookie.value} == {settings.AWAY_COOKIE_NAME}
    cookie = response.cookies[settings.AWAY_COOKIE_NAME]
    assert (cookie["max-age"], cookie["httponly"], cookie.value) == (600, True, "1")


@pytest.mark.parametrize("address", ["/sign-in/", "/", "/offerings/?q=lunsj", "/desk/", "/no/such/page/"])
def test_back_shows_an_empty_page(client, address):
    client.get("/leave/")

    page = client.get(address)

    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    shown = body(page).split("<form")[0].replace("ui/stegvis.css", "").lower()
    assert not [word for word in TELLING if word in shown]


def test_open_again_leads_to_the_same_page(client):
    client.get("/leave/")
    assert 'value="/sign-in/?next=/me/"' in body(client.get("/sign-in/?next=/me/"))

    response = client.get("/leave/back/", {"to": "/sign-in/?next=/me/"})

    assert response["Location"] == "/sign-in/?next=/me/"
    assert 'name="door"' in body(client.get(response["Location"]))


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example", ""])
def test_open_again_leads_nowhere_else(client, elsewhere):
    assert client.get("/leave/back/", {"to": elsewhere})["Location"] == "/"


def test_what_is_not_a_page_stays_as_it_is(client):
    client.get("/leave/")

    assert client.get("/leave/").status_code == 303
    with closing(client.get("/static/ui/mark.svg")) as drawing:
        assert drawing.status_code == 200
        assert "svg" in drawing["Content-Type"]


def test_the_empty_page_goes_by_itself():
    with time_machine.travel(NOW, tick=False):
        client = Client()
        client.get("/leave/")
        age = client.cookies[settings.AWAY_COOKIE_NAME]["max-age"]

    assert timedelta(seconds=age) == timedelta(minutes=10)


def test_leaving_works_when_the_database_is_away(client):
    with_code(client, a_newcomer(an_organisation()).code)

    with patch.object(actions, "forget_drafts", side_effect=DatabaseError):
        response = client.get("/leave/")

    assert response.status_code == 303
    assert response.cookies["session"]["max-age"] == 0
