"""One page, two doors: who gets in, what a stranger learns, and how slow guessing is."""

from datetime import timedelta
from unittest.mock import patch

import pytest
import time_machine
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client

from stegvis.areas.people import api
from stegvis.areas.people.actions import guesses
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.areas.people.pages import (
    NOW,
    PASSWORD,
    an_employee,
    body,
    in_both_steps,
    is_in,
    with_code,
    with_password,
)
from tests.areas.people.test_actions import a_newcomer
from tests.factories.people import LONG_AGO, a_seat, an_organisation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as moving:
        yield moving


@pytest.mark.requirement("S2-05")
@pytest.mark.requirement("X-03")
def test_a_participant_comes_in_with_a_code_and_no_name(client):
    kari = a_newcomer(an_organisation())

    response = with_code(client, kari.code.upper())

    assert (response.status_code, response["Location"]) == (303, "/me/")
    assert client.session["seat"] == str(kari.seat_id)


def test_somebody_who_works_here_comes_in_with_a_password(client):
    seat = an_employee(an_organisation(), Role.ADVISER)

    response = in_both_steps(client, email=" Ingrid@Korsby.no", next="/desk/talks/")

    assert (response.status_code, response["Location"]) == (303, "/desk/talks/")
    assert client.session["seat"] == str(seat.pk)


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "desk/"]
)
def test_signing_in_leads_nowhere_else(client, elsewhere):
    an_employee(an_organisation(), Role.ADVISER)

    assert in_both_steps(client, next=elsewhere)["Location"] == "/desk/"


def test_the_session_gets_a_new_key(client):
    an_employee(an_organisation(), Role.ADVISER)
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    before = session.session_key

    in_both_steps(client)

    assert client.session.session_key != before
    assert "planted" not in client.session


def test_what_is_missing_is_said(client):
    for data in ({"door": "code"}, {"door": "staff", "email": "a@b.no"}):
        response = client.post("/sign-in/", data)
        assert response.status_code == 422
        assert "ds-error-summary" in body(response)


@pytest.mark.requirement("X-02")
def test_a_stranger_learns_nothing_at_the_first_door(client):
    kari = a_newcomer(an_organisation())
    known = kari.code[:7] + " fire andre gode ord"
    unknown = "A2A-2A2 fire andre gode ord"

    answers = [with_code(Client(), typed) for typed in (known, unknown)]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert body(answers[0], typed=known) == body(answers[1], typed=unknown)
    assert not [answer for answer in answers if answer.cookies.keys() - {"form"}]


@pytest.mark.requirement("X-02")
def test_a_stranger_learns_nothing_at_the_second_door():
    organisation = an_organisation()
    an_employee(organisation, Role.ADVISER)
    left = an_employee(organisation, Role.EMPLOYEE, email="odd@korsby.no", until_on=LONG_AGO)
    left.user.is_active = False
    emails = ["ingrid@korsby.no", "nobody@korsby.no", "odd@korsby.no"]

    answers = [with_password(Client(), email=email, password="ikke det rette") for email in emails]

    assert {answer.status_code for answer in answers} == {422}
    assert len({body(answer, typed=email) for answer, email in zip(answers, emails, strict=True)}) == 1


@pytest.mark.requirement("X-02")
@pytest.mark.parametrize(
    "knock",
    [
        lambda known: with_code(Client(), known + " feil"),
        lambda known: with_code(Client(), "A2A-2A2 fire andre gode ord"),
        lambda known: with_code(Client(), "noe helt annet"),
        lambda known: with_password(Client(), password="ikke det rette"),
        lambda known: with_password(Client(), email="nobody@korsby.no"),
        lambda known: with_password(Client(), email="invited@korsby.no"),
    ],
)
def test_known_and_unknown_cost_the_same_work(knock):
    organisation = an_organisation()
    kari = a_newcomer(organisation)
    an_employee(organisation, Role.ADVISER)
    invited = an_employee(organisation, Role.EMPLOYEE, email="invited@korsby.no")
    invited.user.password = "!"
    with_code(Client(), "A2A-2A2 varmer opp det tomme")  # makes nobody's hash, which is made once for all

    with patch.object(
        MD5PasswordHasher, "encode", autospec=True, side_effect=MD5PasswordHasher.encode
    ) as hashed:
        knock(kari.code)

    assert hashed.call_count == 1


@pytest.mark.requirement("X-02")
def test_many_guesses_let_nobody_in_and_the_owner_is_not_locked_out():
    an_employee(an_organisation(), Role.ADVISER)
    own_device, elsewhere = Client(), Client(REMOTE_ADDR="203.0.113.7")
    in_both_steps(own_device)
    own_device.post("/sign-out/")

    statuses = set()
    for number in range(100):
        guess = PASSWORD if number % 20 == 19 else f"gjetning nummer {number}"
        statuses.add(with_password(elsewhere, password=guess).status_code)

    assert statuses == {422, 429}
    assert not is_in(elsewhere)
    assert in_both_steps(own_device)["Location"] == "/desk/"
    assert is_in(own_device)


@pytest.mark.requirement("X-02")
@pytest.mark.parametrize("by_code", [True, False])
def test_ten_thousand_guesses_from_many_addresses_are_mostly_not_even_looked_at(by_code):
    looked_at = 0
    now = NOW
    for number in range(10_000):
        address = f"2001:db8::{number % 500:x}"
        paid_from = guesses.purses(name="the same", by_code=by_code, address=address, device="")
        looked_at += not guesses.wait(paid_from, now=now)
        now += timedelta(seconds=1)

    assert looked_at < (200 if by_code else 30)


def test_without_the_limit_a_guess_gets_in():
    """The guard is what stops them: take it away, and the right one gets in."""
    an_employee(an_organisation(), Role.ADVISER)
    elsewhere = Client(REMOTE_ADDR="203.0.113.7")

    with patch.object(guesses, "wait", return_value=timedelta(0)):
        for number in range(30):
            last = with_password(
                elsewhere, password=PASSWORD if number == 29 else f"gjetning nummer {number}"
            )

    assert last["Location"] == "/sign-in/second/", "past the first step"


@pytest.mark.parametrize("known", [True, False])
def test_the_pause_says_how_long_and_is_the_same_for_unknown_names(client, known):
    if known:
        an_employee(an_organisation(), Role.ADVISER)
    for _ in range(6):
        with_password(client, password="ikke det rette")

    response = with_password(client)

    assert response.status_code == 429
    assert response["Retry-After"] == "1"
    assert "ds-alert" in body(response)


def test_a_pause_ends_even_while_somebody_keeps_trying(client, clock):
    kari = a_newcomer(an_organisation())
    wrong = kari.code[:7] + " fire andre gode ord"
    for _ in range(40):
        with_code(client, wrong)

    clock.shift(timedelta(seconds=61))

    assert with_code(client, kari.code).status_code == 303


def test_one_address_cannot_try_many_names():
    attacker = Client(REMOTE_ADDR="203.0.113.7")

    statuses = [with_password(attacker, email=f"name{n}@korsby.no").status_code for n in range(40)]

    assert statuses[:30] == [422] * 30
    assert 429 in statuses[30:]
    assert with_password(Client(REMOTE_ADDR="203.0.113.8"), email="other@korsby.no").status_code == 422


@pytest.mark.requirement("X-17")
def test_a_participants_device_is_never_remembered(client):
    kari = a_newcomer(an_organisation())

    assert "device" not in with_code(client, kari.code).cookies


def test_a_device_that_works_here_is_remembered_for_its_own_name_only():
    organisation = an_organisation()
    an_employee(organisation, Role.ADVISER)
    an_employee(organisation, Role.EMPLOYEE, email="odd@korsby.no")
    device = Client()
    cookie = in_both_steps(device).cookies["device"]
    assert cookie["httponly"]
    assert "korsby" not in cookie.value
    device.post("/sign-out/")
    for _ in range(6):
        with_password(Client(), email="odd@korsby.no", password="ikke det rette")

    assert with_password(device, email="odd@korsby.no").status_code == 429


def test_several_seats_are_a_choice(client):
    centre, programme = an_organisation(), an_organisation()
    seat = an_employee(centre, Role.ADVISER)
    other = a_seat(programme, Role.VOLUNTEER, user=seat.user)

    response = in_both_steps(client, next="/desk/talks/")

    assert response["Location"] == "/seat/?next=%2Fdesk%2Ftalks%2F"
    assert not is_in(client)
    page = client.get(response["Location"])
    assert centre.name in body(page)
    assert programme.name in body(page)
    chosen = client.post("/seat/", {"seat": other.pk, "next": "/desk/talks/"})
    assert chosen["Location"] == "/desk/talks/"
    assert client.session["seat"] == str(other.pk)


def test_no_seat_left_is_said_kindly(client):
    an_employee(an_organisation(), Role.ADVISER, until_on=LONG_AGO)

    response = with_password(client)

    assert client.get(response["Location"]).status_code == 200


def test_pages_of_this_area_can_be_opened_by_anybody(client):
    for address in ("/sign-in/", "/choose/nothing/", "/seat/"):
        assert client.get(address).status_code in {200, 303, 404}
        assert "session" not in client.cookies


def test_an_invitation_leads_in_and_works_once(client):
    centre = an_organisation()
    invited = api.invite(
        Actor.housekeeper(centre.pk), email="ny@korsby.no", role=Role.ADVISER, name="Ny", now=NOW
    )
    address = f"/choose/{invited.link}/"

    assert client.get(address).status_code == 200
    assert client.post(address, {"password": "kort"}).status_code == 422
    assert client.post(address, {"password": PASSWORD})["Location"] == "/sign-in/second/"
    used = Client().get(address)
    assert used.status_code == 404
    assert body(used) == body(Client().get("/choose/never-was/")).replace("/choose/never-was/", address)
    assert with_password(Client(), email="ny@korsby.no").status_code == 303


def test_choosing_a_password_says_what_to_log_in_with_and_what_is_wrong_in_the_readers_language(client):
    centre = an_organisation()
    invited = api.invite(
        Actor.housekeeper(centre.pk), email="ny@korsby.no", role=Role.ADVISER, name="Ny", now=NOW
    )
    address = f"/choose/{invited.link}/"

    assert "ny@korsby.no" in body(client.get(address))
    for language, weak, words in (
        ("nb", "kort", "Bruk minst 12 tegn."),
        ("da", "kort", "Brug mindst 12 tegn."),
        ("sv", "kort", "Använd minst 12 tecken."),
        ("en", "111222tianya", "Choose something only you would think of."),
    ):
        client.cookies["language"] = language
        page = body(client.post(address, {"password": weak}))
        assert words in page
        assert weak not in page
        assert "still here" not in page, "a password is never sent back"


def test_whoever_has_several_seats_can_also_log_out_instead_of_choosing(client):
    centre = an_organisation()
    keeper = Actor.housekeeper(centre.pk)
    for role in (Role.ADVISER, Role.MANAGER):
        invited = api.invite(keeper, email="ny@korsby.no", role=role, name="Ny", now=NOW)
    client.post(f"/choose/{invited.link}/", {"password": PASSWORD})
    in_both_steps(client, email="ny@korsby.no")
    page = body(client.get("/seat/"))

    assert page.count('action="/sign-out/"') == 1
    assert page.count('name="seat"') == 2
