"""Promise 7 in a real browser, with and without JavaScript: the session ended, Back shows nothing, a neutral title."""

import shutil
from typing import Any

import pytest
from django.conf import settings

from tests.areas.people.test_actions import a_newcomer
from tests.factories.people import an_organisation

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.requirement("X-01")]
ELSEWHERE = "https://weather.example/"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    return {**browser_type_launch_args, "executable_path": chromium, "args": ["--no-sandbox"]}


@pytest.mark.parametrize(
    ("script", "page_left"), [(True, "/me/code/"), (False, "/seat/"), (False, "/sign-in/")]
)
def test_back_shows_nothing(browser, live_server, monkeypatch, script, page_left):
    monkeypatch.setattr(settings, "LEAVE_TO", ELSEWHERE)
    code = a_newcomer(an_organisation(language="nb")).code
    context = browser.new_context(java_script_enabled=script, base_url=live_server.url, locale="nb-NO")
    page = context.new_page()
    page.route(
        f"{ELSEWHERE}**", lambda route: route.fulfill(body="<title>Sun</title>", content_type="text/html")
    )
    page.goto("/sign-in/")
    if page_left != "/sign-in/":
        page.fill("[name=code]", code)
        page.click("form:has([name=code]) button[type=submit]")
        page.goto(page_left)

    page.click("a[data-leave]")
    page.wait_for_url(ELSEWHERE)
    assert [cookie["name"] for cookie in context.cookies()] == [settings.AWAY_COOKIE_NAME]
    page.go_back()

    assert page.title() == "Tom side"
    assert "Kari" not in page.content()
    assert "Stegvis" not in page.inner_text("body")
    page.click("button")
    assert page.locator("[name=code]").count() == 1
    context.close()
