"""What Leave takes with it, and that it is Leave which takes it: a copied cookie, half-written forms (promise 7)."""

from __future__ import annotations

import shutil
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from stegvis.areas.people import actions
from stegvis.areas.people.models import Draft
from stegvis.areas.people.views import leaving
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.access.world import client_of
from tests.areas.people.pages import NOW, is_in
from tests.factories.people import an_actor, an_organisation
from tests.support import given

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("X-01")]
ELSEWHERE = "https://weather.example/"


@pytest.fixture
def kari() -> Actor:
    return an_actor(an_organisation(), Role.PARTICIPANT)


def _copied(client: Client) -> Client:
    """The same cookie in another browser: somebody took it before she left."""
    copy = Client()
    copy.cookies[settings.SESSION_COOKIE_NAME] = client.cookies[settings.SESSION_COOKIE_NAME].value
    return copy


def test_a_copy_of_her_cookie_opens_nothing_afterwards(kari: Actor):
    client = client_of(kari)
    copy = _copied(client)
    assert is_in(copy)
    client.get("/leave/")
    assert not is_in(copy)


def test_were_the_session_not_ended_the_copy_would_still_open(kari: Actor, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(leaving, "_forget", lambda request: None)
    client = client_of(kari)
    copy = _copied(client)
    client.get("/leave/")
    assert is_in(copy)


def test_what_she_had_half_written_goes(kari: Actor):
    assert kari.seat_id
    visitor = Actor.visitor(kari.organisation_id)
    actions.keep_draft(
        visitor, seat_id=kari.seat_id, path="/me/messages/", fields={"words": ["Hei"]}, now=NOW
    )
    client_of(kari).get("/leave/")
    with given(kari):
        assert not Draft.objects.exists()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    return {**browser_type_launch_args, "executable_path": chromium, "args": ["--no-sandbox"]}


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("script", "added"), [(True, 0), (False, 1)])
def test_with_a_script_the_page_is_replaced_and_its_title_never_tells(
    browser: Any, live_server: Any, monkeypatch: pytest.MonkeyPatch, script: bool, added: int
):
    """Without one the page stays in the history, and shows nothing (see test_leaving_browser)."""
    monkeypatch.setattr(settings, "LEAVE_TO", ELSEWHERE)
    kari = an_actor(an_organisation(language="nb"), Role.PARTICIPANT)
    context = browser.new_context(java_script_enabled=script, base_url=live_server.url, locale="nb-NO")
    session = client_of(kari).cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    page = context.new_page()
    page.route(
        f"{ELSEWHERE}**", lambda route: route.fulfill(body="<title>Sun</title>", content_type="text/html")
    )
    page.goto("/me/reach/")
    before = _entries(page)
    page.click("a[data-leave]")
    page.wait_for_url(ELSEWHERE)
    assert _entries(page) == before + added
    context.close()


def _entries(page: Any) -> int:
    """How many pages Back and Forward could show; asked of the browser, since a page without scripts cannot tell."""
    session = page.context.new_cdp_session(page)
    return len(session.send("Page.getNavigationHistory")["entries"])
