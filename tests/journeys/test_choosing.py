"""Pages that a link or a login leads to once: a password, a new code, one of several seats; seen in a real browser."""

from __future__ import annotations

from itertools import cycle

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from stegvis.areas.people import api as people
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.factories.people import an_actor, an_organisation
from tests.journeys.axe import wrong_on
from tests.journeys.conftest import DESK, PHONE, SMALL_PHONE, Opens
from tests.support import given

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.requirement("X-11")]

PASSWORD = "en lang setning å huske"


@pytest.fixture
def centre() -> Organisation:
    return an_organisation(name="Senteret i Korsby", phone="55 51 00 00")


def _link(centre: Organisation, role: Role, email: str = "nina@korsby.no") -> str:
    with given(centre.pk):
        keeper = Actor.housekeeper(centre.pk)
        invited = people.invite(keeper, email=email, role=role, name="Nina", now=timezone.now())
    return f"/choose/{invited.link}/"


def _send(page: Page) -> None:
    page.locator("main [type=submit]").first.click()


def test_choosing_a_password_and_one_of_several_seats(opens: Opens, centre: Organisation):
    sizes, wrong = cycle([SMALL_PHONE, PHONE, DESK]), []
    for language, dark in (("nb", False), ("da", True), ("sv", False), ("en", True)):
        email = f"{language}@korsby.no"
        _link(centre, Role.HOST, email)
        page = opens(size=next(sizes), language=language, dark=dark)
        page.goto(_link(centre, Role.VOLUNTEER, email))
        wrong += wrong_on(page, f"password {language}")
        page.locator("input[type=password]").fill("kort")
        _send(page)
        wrong += wrong_on(page, f"password refused {language}")
        page.locator("input[type=password]").fill(PASSWORD)
        _send(page)
        page.wait_for_url("**/seat/")
        wrong += wrong_on(page, f"seats {language}")
        _send(page)
        page.wait_for_url("**/desk/")
        page.goto("/seat/")
        wrong += wrong_on(page, f"seats again {language}")

    assert wrong == []


def test_a_new_code_from_the_advisers_list_to_the_slip(opens: Opens, centre: Organisation):
    with given(centre.pk):
        people.make_code(
            Actor.visitor(centre.pk),
            nickname="Kari",
            language="nb",
            adviser_may_let_in=True,
            over_minimum_age=True,
            secret="cup path birch rain",
            now=timezone.now(),
        )
    ingrid, wrong = an_actor(centre, Role.ADVISER), []
    desk = opens(size=DESK, language="da", dark=True, actor=ingrid)
    desk.goto("/desk/let-in/")
    wrong += wrong_on(desk, "list")
    _send(desk)
    wrong += wrong_on(desk, "link")
    hers = opens(size=SMALL_PHONE, language="nb")
    hers.goto(str(desk.locator("main a[href*='/choose/']").get_attribute("href")))
    wrong += wrong_on(hers, "new code")
    hers.locator("input[name=secret]").fill("kort")
    _send(hers)
    wrong += wrong_on(hers, "new code refused")
    hers.locator("input[name=secret]").fill("fire helt nye ord")
    _send(hers)
    hers.wait_for_url("**/me/code/")
    wrong += wrong_on(hers, "slip")
    hers.goto("/me/looks/")
    wrong += wrong_on(hers, "who has looked")
    assert "Ingrid" in hers.locator("main").inner_text()

    assert wrong == []
