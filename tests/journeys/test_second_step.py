"""The second step of logging in, in a real browser: with a passkey, by keyboard alone, without a script."""

from __future__ import annotations

import re

import pyotp
import pytest
from django.conf import settings
from playwright.sync_api import CDPSession, Page, expect

from stegvis.areas.people.models import Authenticator, Passkey
from stegvis.kernel.roles import Role
from tests.areas.people.pages import PASSWORD, an_employee
from tests.factories.people import an_organisation
from tests.journeys.conftest import DESK, PHONE, Opens
from tests.journeys.keyboard import press, tab_to
from tests.journeys.test_every_page import Visit, take, wrong_on, wrong_with
from tests.support import given

pytestmark = pytest.mark.django_db(transaction=True)

SECOND, SET_UP, CODES = "**/sign-in/second/", "**/sign-in/second/set-up/", "**/sign-in/second/codes/"


@pytest.fixture
def ingrid():
    return an_employee(an_organisation(), Role.ADVISER)


def a_key_inside(page: Page) -> tuple[CDPSession, str]:
    """A device that makes and keeps passkeys and is opened by its owner, as far as the browser can tell."""
    driver = page.context.new_cdp_session(page)
    driver.send("WebAuthn.enable")
    kind = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    alive = {"isUserVerified": True, "automaticPresenceSimulation": True}
    added = driver.send("WebAuthn.addVirtualAuthenticator", {"options": {**kind, **alive}})
    return driver, added["authenticatorId"]


def give_password(page: Page) -> None:
    page.goto("/sign-in/")
    page.locator("summary", has_text="Jeg jobber her").click()
    page.locator("input[name=email]").fill("ingrid@korsby.no")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("details button[type=submit]").click()


def log_out(page: Page) -> None:
    page.get_by_role("button", name="Logg ut").first.click()
    page.wait_for_url(re.compile(r"/$"))


def adds_a_passkey(page: Page) -> None:
    """The first time in: this device becomes her second step."""
    give_password(page)
    page.wait_for_url(SET_UP)
    page.get_by_role("button", name="Bruk denne enheten").click()
    page.wait_for_url(CODES)
    page.get_by_role("button", name="Jeg har dem nå").click()
    page.wait_for_url("**/desk/")
    log_out(page)


@pytest.mark.requirement("X-02")
def test_a_passkey_is_made_lets_in_and_somebody_elses_does_not(opens: Opens, ingrid):
    page = opens()
    driver, device = a_key_inside(page)
    adds_a_passkey(page)

    give_password(page)
    page.wait_for_url(SECOND)
    page.get_by_role("button", name="Bruk passnøkkelen min").click()
    page.wait_for_url("**/desk/")
    with given():
        assert Passkey.objects.get(user_id=ingrid.user_id).uses > 0
    log_out(page)

    driver.send("WebAuthn.clearCredentials", {"authenticatorId": device})
    give_password(page)
    page.wait_for_url(SECOND)
    page.get_by_role("button", name="Bruk passnøkkelen min").click()
    expect(page.get_by_role("status")).to_contain_text("Prøv en gang til")
    page.goto("/desk/")
    page.wait_for_url("**/sign-in/**")


@pytest.mark.requirement("X-02")
def test_what_a_passkey_signed_counts_once(opens: Opens, ingrid):
    """What the browser sends is caught on its way, and sent again."""
    page = opens()
    a_key_inside(page)
    adds_a_passkey(page)
    give_password(page)
    page.wait_for_url(SECOND)
    sent: list[str] = []
    page.on(
        "request",
        lambda asked: sent.append(asked.post_data or "") if "key_says=" in (asked.post_data or "") else None,
    )
    page.get_by_role("button", name="Bruk passnøkkelen min").click()
    page.wait_for_url("**/desk/")
    log_out(page)
    answer = re.search(r"key_says=([^&]+)", " ".join(sent))[1]

    give_password(page)
    page.wait_for_url(SECOND)
    page.evaluate(
        """answer => {
          const form = document.querySelector("form[data-passkey]");
          form.elements.key_says.value = decodeURIComponent(answer.replace(/\\+/g, " "));
          form.submit();
        }""",
        answer,
    )
    expect(page.get_by_role("alert")).to_contain_text("Det passet ikke")
    page.goto("/desk/")
    page.wait_for_url("**/sign-in/**")


@pytest.mark.requirement("X-11")
def test_without_a_script_an_app_and_spare_codes_do(opens: Opens, ingrid):
    page = opens(script=False)
    give_password(page)
    page.wait_for_url(SET_UP)
    expect(page.get_by_role("button", name="Bruk denne enheten")).to_be_hidden()
    secret = page.locator("main details p[translate=no] strong").text_content().replace(" ", "")
    page.locator("input[name=code]").fill(pyotp.TOTP(secret).now())
    page.get_by_role("button", name="Gå videre").click()
    page.wait_for_url(CODES)
    code = page.locator("main code").first.inner_text()
    page.get_by_role("button", name="Jeg har dem nå").click()
    page.wait_for_url("**/desk/")
    log_out(page)

    give_password(page)
    page.wait_for_url(SECOND)
    page.locator("input[name=code]").fill(code)
    page.get_by_role("button", name="Gå videre").click()
    page.wait_for_url("**/desk/")


@pytest.mark.requirement("X-11")
def test_the_set_up_goes_by_keyboard_alone(opens: Opens, ingrid):
    page = opens(size=DESK)
    give_password(page)
    page.wait_for_url(SET_UP)
    secret = page.locator("main details p[translate=no] strong").text_content().replace(" ", "")
    tab_to(page, "textbox", "De seks sifrene appen viser nå")
    page.keyboard.type(pyotp.TOTP(secret).now())
    press(page, "button", "Gå videre")
    page.wait_for_url(CODES)
    press(page, "button", "Jeg har dem nå")
    page.wait_for_url("**/desk/")
    with given():
        assert Authenticator.objects.filter(user_id=ingrid.user_id).exists()


@pytest.mark.requirement("X-11")
def test_the_pages_of_the_second_step_are_accessible_and_fit(opens: Opens, ingrid):
    page = opens()
    a_key_inside(page)
    give_password(page)
    page.wait_for_url(SET_UP)
    wrong = wrong_with(page, "/sign-in/second/set-up/", Visit("da", True, PHONE), settings)
    take(page, settings.LANGUAGE_COOKIE_NAME, "nb")
    page.goto("/sign-in/second/set-up/")
    page.locator("input[name=code]").fill("000000")
    page.get_by_role("button", name="Gå videre").click()
    wrong += wrong_on(page, "nb")
    page.get_by_role("button", name="Bruk denne enheten").click()
    page.wait_for_url(CODES)
    wrong += wrong_with(page, "/sign-in/second/codes/", Visit("en", False, DESK), settings)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/desk/")
    wrong += wrong_with(page, "/desk/me/", Visit("nb", False, PHONE), settings)
    wrong += wrong_with(page, "/sign-in/second/", Visit("sv", True, DESK), settings)

    assert wrong == []
