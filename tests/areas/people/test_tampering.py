"""Cookies that somebody changed, forms sent from elsewhere or twice, and a clock that was set back."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core import signing
from django.test import Client

from stegvis.areas.people import api
from stegvis.areas.people.models import Seat
from stegvis.areas.people.views import devices
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import Tick
from stegvis.kernel.roles import Role
from tests.areas.people.pages import (
    NOW,
    PASSWORD,
    an_app,
    an_employee,
    body,
    in_both_steps,
    is_in,
    shows_now,
    with_code,
    with_password,
)
from tests.areas.people.test_actions import a_newcomer
from tests.factories.people import an_organisation
from tests.support import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

SECOND = "/sign-in/second/"
MANGLED = ["", "x", "../../etc", "a" * 5000, "' OR 1=1 --", "\u00f8", "0" * 32]


@pytest.mark.parametrize("value", MANGLED)
@pytest.mark.parametrize(
    "name", [settings.SESSION_COOKIE_NAME, "device", settings.LANGUAGE_COOKIE_NAME, "form"]
)
def test_a_changed_cookie_opens_nothing_and_breaks_nothing(client, seat, name, value):
    in_both_steps(client)
    kept = client.cookies.get(settings.SESSION_COOKIE_NAME).value
    for cookie in (
        (value, kept[:-1] + "A", kept.upper()) if name == settings.SESSION_COOKIE_NAME else (value,)
    ):
        browser = Client(raise_request_exception=False)
        browser.cookies[name] = cookie
        assert browser.get("/desk/").status_code in {302, 400}
        assert with_password(browser, password="ikke det rette").status_code in {400, 422}


def test_a_device_cookie_that_somebody_made_is_not_one_of_ours(seat):
    """It would pay from a purse of its own: then every guess could come from a new device."""
    elsewhere = Client(REMOTE_ADDR="203.0.113.7")
    statuses = []
    for number in range(40):
        forged = signing.dumps(
            [f"device {number}", [devices._mark("ingrid@korsby.no")]], key="a thief's", salt="people.device"
        )
        elsewhere.cookies["device"] = forged
        statuses.append(with_password(elsewhere, password="ikke det rette").status_code)
    assert statuses[-1] == 429


def test_ones_own_device_cookie_is_none_for_another_name(seat):
    an_employee(an_organisation(), Role.ADVISER, email="odd@korsby.no")
    own = Client()
    in_both_steps(own, email="odd@korsby.no")
    own.post("/sign-out/")
    for _ in range(6):
        with_password(Client(), password="ikke det rette")
    assert with_password(own, password=PASSWORD).status_code == 429


@pytest.mark.parametrize(
    "address",
    [
        "/sign-in/",
        "/sign-in/second/",
        "/sign-in/second/set-up/",
        "/sign-in/second/codes/",
        "/desk/me/",
        "/seat/",
    ],
)
def test_a_form_sent_from_elsewhere_is_refused(seat, address):
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(address, {"door": "staff", "email": "ingrid@korsby.no", "password": PASSWORD})
    assert answer.status_code == 403
    assert not is_in(strict)


def _mark_of(page) -> str:
    return page.content.decode().split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]


def test_the_mark_of_another_browsers_form_and_of_one_from_before_are_refused(seat):
    strict, other = Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)
    sent = {"door": "staff", "email": "ingrid@korsby.no", "password": PASSWORD}
    theirs = _mark_of(other.get("/sign-in/"))
    own = _mark_of(strict.get("/sign-in/"))

    assert strict.post("/sign-in/", {**sent, "csrfmiddlewaretoken": theirs}).status_code == 403
    assert strict.post("/sign-in/", {**sent, "csrfmiddlewaretoken": own}).status_code == 303
    assert strict.post("/sign-in/", {**sent, "csrfmiddlewaretoken": own}).status_code == 403, "sent again"


@pytest.mark.requirement("X-17")
@pytest.mark.parametrize("back", [timedelta(minutes=2), timedelta(days=1), timedelta(days=400)])
def test_a_session_from_a_time_that_has_not_come_is_none(client, seat, clock, back):
    kari = a_newcomer(an_organisation())
    participant = Client()
    with_code(participant, kari.code)
    in_both_steps(client)
    clock.move_to(NOW - back)

    assert client.get("/desk/").status_code == 302
    assert participant.get("/me/").status_code == 302
    clock.move_to(NOW)
    assert client.get("/desk/").status_code == 302, "and it does not come back"


@pytest.mark.requirement("X-17")
def test_a_session_left_alone_is_not_alive_again_when_the_clock_is_set_back_to_it(client, seat, clock):
    """Nobody asked with it in between, so only the house's own clock can have ended it."""
    in_both_steps(client)
    api.end_idle_sessions(now=NOW + timedelta(hours=2))
    clock.move_to(NOW + timedelta(minutes=1))
    assert client.get("/desk/").status_code == 302


@pytest.mark.requirement("X-17")
def test_without_that_chore_it_would_be(client, seat, clock):
    in_both_steps(client)
    clock.move_to(NOW + timedelta(minutes=1))
    assert client.get("/desk/").status_code == 200


def test_a_code_from_before_a_clock_was_set_back_opens_nothing(client, seat, clock):
    an_app(seat.user_id)
    with_password(client)
    code = shows_now(seat.user_id)
    client.post("/sign-in/second/", {"way": "code", "code": code})
    clock.move_to(NOW - timedelta(minutes=5))
    again = Client()
    with_password(again)
    assert again.post("/sign-in/second/", {"way": "code", "code": code}).status_code == 422


def _link(seat: Seat) -> str:
    keeper = Actor.housekeeper(seat.organisation_id)
    made = api.invite(keeper, email="ingrid@korsby.no", role=Role.ADVISER, name="Ingrid", now=NOW)
    return f"/choose/{made.link}/"


@pytest.mark.parametrize(("ahead", "status"), [(timedelta(days=8), 404), (timedelta(days=6), 200)])
def test_an_old_link_is_not_good_again_when_the_clock_is_set_back(client, seat, clock, ahead, status):
    """The house's clock went off at a later time than this: that time has been."""
    link = _link(seat)
    with given():
        Tick.objects.create(job="any", due_at=NOW + ahead)
    clock.move_to(NOW + timedelta(days=5))
    assert client.get(link).status_code == status


def test_a_clock_that_was_far_ahead_by_mistake_does_not_close_every_link(client, seat):
    with given():
        Tick.objects.create(job="any", due_at=NOW + timedelta(days=400))
    assert client.get(_link(seat)).status_code == 200


@pytest.mark.requirement("X-02")
def test_a_used_link_an_old_one_and_none_look_the_same(seat, clock):
    used = _link(seat)
    Client().post(used, {"password": PASSWORD})
    old = _link(seat)
    clock.shift(timedelta(days=8))
    none = "/choose/never-was/"

    answers = {address: Client().get(address) for address in (used, old, none)}

    assert {answer.status_code for answer in answers.values()} == {404}
    assert len({body(answer).replace(address, "") for address, answer in answers.items()}) == 1
