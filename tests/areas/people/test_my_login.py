"""My login: what somebody who works here can see and change of it, and what ends her other sessions."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from stegvis.areas.people import api, queries
from stegvis.areas.people.models import Authenticator, Passkey, kept_of
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
from tests.factories.people import LONG_AGO, an_organisation
from tests.support import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

PAGE, SECOND = "/desk/me/", "/sign-in/second/?next=%2Fdesk%2Fme%2F"
NEW = "en helt ny setning her"
PHONE = (
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"
)


def phone_of(email="ingrid@korsby.no") -> Client:
    """The same person, in on a phone as well."""
    phone = Client(headers={"user-agent": PHONE})
    in_both_steps(phone, email=email)
    return phone


def change(client: Client, current=PASSWORD, new=NEW):
    return client.post(PAGE, {"do": "password", "current": current, "password": new})


def test_one_sees_where_one_is_logged_in_and_nobody_elses(client, seat, clock):
    other = an_employee(an_organisation(), Role.ADVISER, email="odd@korsby.no")
    phone_of("odd@korsby.no")
    phone_of()
    clock.shift(timedelta(minutes=5))
    in_both_steps(client)
    client.cookies["language"] = "en"

    page = body(client.get(PAGE))

    assert "Chrome on Android" in page
    assert len(re.findall(r'name="session" value="\w+"', page)) == 2
    assert client.session.session_key not in page, "what opens a session is shown to nobody"
    assert str(other.user_id) not in page


def test_a_session_that_has_been_left_alone_is_not_listed(client, seat, clock):
    phone_of()
    clock.shift(timedelta(minutes=61))
    in_both_steps(client)
    assert "Android" not in body(client.get(PAGE))


def test_one_session_is_ended_at_a_time(client, seat):
    phone, tablet = phone_of(), phone_of()
    in_both_steps(client)
    name = re.findall(r'name="session" value="(\w+)"', body(client.get(PAGE)))[1]

    assert client.post(PAGE, {"do": "end", "session": name}).status_code == 303

    left = [browser for browser in (phone, tablet) if browser.get("/desk/").status_code == 200]
    assert len(left) == 1
    assert client.get("/desk/").status_code == 200


def test_somebody_elses_session_is_not_ended(client, seat):
    an_employee(an_organisation(), Role.ADVISER, email="odd@korsby.no")
    odd = phone_of("odd@korsby.no")
    name = re.search(r'name="session" value="(\w+)"', body(odd.get(PAGE)))[1]
    in_both_steps(client)

    client.post(PAGE, {"do": "end", "session": name})
    client.post(PAGE, {"do": "end_others"})

    assert odd.get("/desk/").status_code == 200


def test_logging_out_everywhere_else_leaves_only_this(client, seat):
    phone = phone_of()
    in_both_steps(client)

    client.post(PAGE, {"do": "end_others"})

    assert phone.get("/desk/").status_code == 302
    assert client.get("/desk/").status_code == 200
    with given():
        assert len(kept_of(seat.user_id, now=NOW)) == 1


@pytest.mark.requirement("X-17")
def test_a_participant_logs_out_everywhere_else_and_no_device_of_hers_is_kept(client):
    kari = a_newcomer(an_organisation())
    lent = Client(headers={"user-agent": PHONE})
    with_code(lent, kari.code)
    with_code(client, kari.code)
    assert "device" not in lent.session

    assert client.post("/me/code/", {"do": "end_others"})["Location"] == "/me/code/"

    assert lent.get("/me/").status_code == 302
    assert client.get("/me/").status_code == 200


def test_a_new_password_ends_the_others_and_not_this_one(client, seat):
    phone = phone_of()
    in_both_steps(client)
    before = client.session.session_key

    assert change(client).status_code == 303

    assert phone.get("/desk/").status_code == 302
    assert client.get("/desk/").status_code == 200
    assert client.session.session_key != before
    assert with_password(Client()).status_code == 422
    assert in_both_steps(Client(), password=NEW)["Location"] == "/desk/"


@pytest.mark.parametrize(
    ("current", "new"), [("ikke det rette passordet", NEW), (PASSWORD, "kort"), ("", NEW), (PASSWORD, "")]
)
def test_a_password_is_changed_by_whoever_knows_it_to_a_good_one_only(client, seat, current, new):
    in_both_steps(client)

    answer = change(client, current, new)

    assert answer.status_code == 422
    assert "ds-error-summary" in body(answer)
    assert with_password(Client()).status_code == 303, "the old one still stands"


def test_guessing_ones_password_at_an_open_desk_is_slow(client, seat):
    in_both_steps(client)
    statuses = [change(client, f"gjetning nummer {number}").status_code for number in range(15)]
    assert statuses[:10] == [422] * 10
    assert statuses[-1] == 429


@pytest.mark.parametrize("wish", ["codes", "take_away"])
def test_what_changes_how_one_logs_in_asks_for_the_second_step_again(client, seat, clock, wish):
    in_both_steps(client)
    clock.shift(timedelta(minutes=16))
    assert client.post(PAGE, {"do": wish})["Location"] == SECOND
    assert client.get("/sign-in/second/set-up/")["Location"].startswith("/sign-in/second/?next=")

    back = client.post(SECOND, {"way": "code", "code": shows_now(seat.user_id)})

    assert back["Location"] == PAGE
    assert client.post(PAGE, {"do": "codes"})["Location"] == "/sign-in/second/codes/"
    assert is_in(client)


def test_the_only_second_step_is_not_taken_away_and_one_of_two_is(client, seat):
    in_both_steps(client)
    refused = client.post(PAGE, {"do": "take_away"})
    assert refused.status_code == 422
    with given():
        Passkey.objects.create(user_id=seat.user_id, credential="a key", added_on=LONG_AGO)

    assert client.post(PAGE, {"do": "take_away"}).status_code == 303

    with given():
        assert not Authenticator.objects.filter(user_id=seat.user_id).exists()


def test_somebody_elses_key_is_not_taken_away(client, seat):
    odd = an_employee(an_organisation(), Role.ADVISER, email="odd@korsby.no")
    with given():
        key = Passkey.objects.create(user_id=odd.user_id, credential="a key", added_on=LONG_AGO)
    in_both_steps(client)

    client.post(PAGE, {"do": "take_away", "passkey": key.pk})
    assert client.post(PAGE, {"do": "take_away", "passkey": "nonsense"}).status_code == 404

    with given():
        assert Passkey.objects.filter(pk=key.pk).exists()
    assert queries.second_step_of(seat.user_id, now=NOW).is_set_up


def test_a_volunteer_may_take_away_her_only_one_and_the_spare_codes_go_with_it(client):
    volunteer = an_employee(an_organisation(), Role.VOLUNTEER)
    an_app(volunteer.user_id)
    in_both_steps(client)
    client.post(PAGE, {"do": "codes"})
    client.post("/sign-in/second/codes/")

    assert client.post(PAGE, {"do": "take_away"}).status_code == 303

    step = queries.second_step_of(volunteer.user_id, now=NOW)
    assert (step.is_set_up, step.recovery_codes) == (False, 0)
    assert with_password(Client())["Location"] == "/desk/"


def test_the_clock_ends_what_was_left_alone_and_a_form_in_it_still_finds_its_owner(client, seat, clock):
    in_both_steps(client)
    phone = phone_of()
    clock.shift(timedelta(minutes=50))
    phone.get("/desk/")
    clock.shift(timedelta(minutes=15))

    assert api.end_idle_sessions(now=NOW + timedelta(minutes=65)) == 1

    assert set(client.session.keys()) == {"was"}
    assert phone.get("/desk/").status_code == 200
    waits = client.post("/desk/talks/", {"do": "start"})
    assert waits["Location"].startswith("/sign-in/")
    assert in_both_steps(client)["Location"] == "/desk/talks/"
