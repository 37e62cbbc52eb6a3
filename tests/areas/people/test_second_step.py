"""The second step of logging in: nothing opens without it, and everything it lets in lets in once."""

import re
from datetime import timedelta
from unittest.mock import patch

import pyotp
import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from stegvis.areas.people import actions, api, queries
from stegvis.areas.people.actions import guesses
from stegvis.areas.people.models import Authenticator, Organisation, Seat, User
from stegvis.areas.people.queries import seats as seat_queries
from stegvis.areas.people.rules.second_step import RECOVERY_CODES, SEES_PEOPLE
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound
from stegvis.kernel.models import JournalEntry
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
from tests.factories.people import a_seat, an_organisation
from tests.support import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

SECOND, SET_UP, CODES = "/sign-in/second/", "/sign-in/second/set-up/", "/sign-in/second/codes/"


def typed(client: Client, code: str, **more):
    return client.post(SECOND, {"way": "code", "code": code, **more})


def set_up_app(client: Client) -> tuple[str, list[str]]:
    """Through the page: the app's secret, and the spare codes."""
    secret = re.search(r"secret=(\w+)", body(client.get(SET_UP)))[1]
    made = client.post(SET_UP, {"way": "app", "code": pyotp.TOTP(secret).now()})
    assert made["Location"] == CODES
    codes = re.findall(r"<code>([\w-]+)</code>", body(client.get(CODES)))
    client.post(CODES)
    return secret, codes


@pytest.mark.requirement("X-02")
@pytest.mark.parametrize("role", sorted(SEES_PEOPLE))
def test_a_password_alone_opens_nothing(client, role):
    an_employee(an_organisation(), role)

    assert with_password(client)["Location"] == SECOND
    assert not is_in(client)
    for address in ("/desk/", "/desk/me/"):
        assert client.get(address)["Location"].startswith("/sign-in/")
    assert client.get("/seat/")["Location"] == SECOND
    assert client.post("/seat/", {"seat": "anything"})["Location"] == SECOND


@pytest.mark.requirement("X-02")
def test_a_session_without_the_second_step_has_no_actor_and_the_guard_is_what_does_it(client, seat):
    in_both_steps(client)
    session = dict(client.session.items())
    assert queries.actor_in_session(session, now=NOW) is not None
    del session["proved"]

    assert queries.actor_in_session(session, now=NOW) is None
    with patch.object(seat_queries, "SEES_PEOPLE", frozenset()):
        assert queries.actor_in_session(session, now=NOW) is not None, (
            "without the guard the password is enough"
        )


def test_a_volunteer_comes_in_by_password_until_she_has_set_up_more(client):
    volunteer = an_employee(an_organisation(), Role.VOLUNTEER)
    assert with_password(client)["Location"] == "/desk/"

    an_app(volunteer.user_id)

    assert with_password(Client())["Location"] == SECOND


def test_the_first_time_an_app_is_set_up_and_spare_codes_are_shown_once(client, seat):
    first = with_password(client, next="/desk/talks/")
    assert client.get(first["Location"])["Location"] == f"{SET_UP}?next=%2Fdesk%2Ftalks%2F"
    page = body(client.get(f"{SET_UP}?next=/desk/talks/"))
    secret = re.search(r"secret=(\w+)", page)[1]
    assert "otpauth://totp/Stegvis:ingrid%40korsby.no?" in page

    wrong = client.post(SET_UP, {"way": "app", "code": "000000", "next": "/desk/talks/"})
    assert wrong.status_code == 422
    assert secret in body(wrong), "the same square: what the app has read still counts"
    made = client.post(SET_UP, {"way": "app", "code": pyotp.TOTP(secret).now(), "next": "/desk/talks/"})
    codes = re.findall(r"<code>([\w-]+)</code>", body(client.get(made["Location"])))
    done = client.post(CODES, {"next": "/desk/talks/"})

    assert len(codes) == RECOVERY_CODES
    assert done["Location"] == "/desk/talks/"
    assert is_in(client)
    assert codes[0] not in body(client.get(CODES, follow=True)), "shown once"


def test_what_the_app_shares_with_us_stands_nowhere_in_plain(client, seat):
    with_password(client)
    secret = re.search(r"secret=(\w+)", body(client.get(SET_UP)))[1]
    assert secret not in str(dict(client.session.items()))
    client.post(SET_UP, {"way": "app", "code": pyotp.TOTP(secret).now()})

    codes = re.findall(r"<code>([\w-]+)</code>", body(client.get(CODES)))
    assert codes[0] not in str(dict(client.session.items()))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT secret FROM people_authenticator UNION ALL SELECT code_hash FROM people_recoverycode"
        )
        stored = " ".join(value for (value,) in cursor.fetchall())
    assert secret not in stored
    assert not [code for code in codes if code.replace("-", "") in stored]


@pytest.mark.requirement("X-02")
def test_a_code_counts_once(client, seat, clock):
    an_app(seat.user_id)
    code = shows_now(seat.user_id)
    with_password(client)
    assert typed(client, code)["Location"] == "/desk/"

    again = Client()
    with_password(again)

    assert typed(again, code).status_code == 422
    assert not is_in(again)
    clock.shift(timedelta(seconds=30))
    assert typed(again, pyotp.TOTP(_secret(seat)).now())["Location"] == "/desk/"


@pytest.mark.requirement("X-02")
def test_without_remembering_the_last_step_a_code_would_count_twice(client, seat):
    an_app(seat.user_id)
    code = shows_now(seat.user_id)
    with_password(client)
    typed(client, code)
    with given():
        Authenticator.objects.filter(user_id=seat.user_id).update(last_step=0)

    again = Client()
    with_password(again)
    assert typed(again, code)["Location"] == "/desk/"


@pytest.mark.requirement("X-02")
def test_a_spare_code_lets_in_once_and_few_left_is_said(client, seat):
    with_password(client)
    _, codes = set_up_app(client)

    for left, code in enumerate(reversed(codes[:-1]), start=1):
        browser = Client()
        with_password(browser)
        assert typed(browser, code.lower().replace("-", " "))["Location"] == "/desk/"
        told = [str(one) for one in browser.get("/desk/").context["messages"]]
        assert bool(told) == (RECOVERY_CODES - left < 3), (left, told)
        used = Client()
        with_password(used)
        assert typed(used, code).status_code == 422


@pytest.mark.requirement("X-02")
def test_ten_thousand_guesses_at_the_second_step_let_nobody_in_and_the_owner_gets_in(seat):
    """Whoever guesses has the password already. A sample; the full number is in test_guessing.py."""
    an_app(seat.user_id)
    own_device, elsewhere = Client(), Client(REMOTE_ADDR="203.0.113.7")
    in_both_steps(own_device)
    own_device.post("/sign-out/")
    with_password(elsewhere)

    right = shows_now(seat.user_id)
    guesses_made = [right if number % 20 == 19 else f"{number:06}" for number in range(100)]
    statuses = {typed(elsewhere, guess).status_code for guess in guesses_made}

    assert statuses == {422, 429}
    assert not is_in(elsewhere)
    assert in_both_steps(own_device)["Location"] == "/desk/"


def test_without_the_limit_a_guess_at_the_second_step_gets_in(client, seat):
    an_app(seat.user_id)
    with_password(client)
    right = shows_now(seat.user_id)
    with patch.object(guesses, "wait", return_value=timedelta(0)):
        for number in range(30):
            last = typed(client, right if number == 29 else "12")
    assert last["Location"] == "/desk/"


def test_the_password_given_again_does_not_pay_for_guesses_at_the_second_step(client, seat):
    an_app(seat.user_id)
    statuses = []
    for _ in range(10):
        with_password(client)
        statuses.append(typed(client, "12").status_code)
    assert statuses[-1] == 429


def test_going_to_a_seat_that_sees_people_asks_for_the_second_step(client):
    """Who came in by a code of her own, and works here as well."""
    centre = an_organisation()
    kari = a_newcomer(centre)
    with given():
        user = User.objects.get(pk=kari.user_id)
    adviser = a_seat(centre, Role.ADVISER, user=user, name="Kari")
    assert with_code(client, kari.code)["Location"] == "/seat/", "her own page asks for nothing more"
    client.post("/seat/", {"seat": kari.seat_id})
    assert client.get("/me/code/").status_code == 200

    asked = client.post("/seat/", {"seat": adviser.pk})
    assert asked["Location"].startswith(SECOND)
    an_app(user.pk)
    proved = client.post(asked["Location"], {"way": "code", "code": shows_now(user.pk)})
    assert proved["Location"] == "/seat/"
    assert client.post("/seat/", {"seat": adviser.pk})["Location"] == "/desk/"


def test_nobody_without_a_password_just_given_sees_these_pages(client):
    for address in (SECOND, SET_UP, CODES):
        assert client.get(address)["Location"] == "/sign-in/"
        assert client.post(address, {"way": "code", "code": "123456"})["Location"] == "/sign-in/"


def test_a_password_given_long_ago_leads_nowhere(client, seat, clock):
    an_app(seat.user_id)
    with_password(client)
    clock.shift(timedelta(minutes=21))
    assert typed(client, shows_now(seat.user_id))["Location"] == "/sign-in/"


def test_the_key_of_the_session_is_a_new_one_after_the_second_step(client, seat):
    an_app(seat.user_id)
    with_password(client)
    before = client.session.session_key
    typed(client, shows_now(seat.user_id))
    assert client.session.session_key != before


def test_a_manager_lets_somebody_begin_anew_who_has_lost_phone_and_codes(client, seat):
    in_both_steps(client)
    manager = a_seat(_organisation(seat), Role.MANAGER)
    acting = Actor.in_seat(
        organisation_id=seat.organisation_id, role=Role.MANAGER, user_id=manager.user_id, seat_id=manager.pk
    )

    actions.forget_factors(acting, seat_id=seat.pk, now=NOW)

    assert client.get("/desk/")["Location"].startswith("/sign-in/"), "her sessions end"
    assert with_password(Client()).status_code == 422, "and so does the password"
    assert not queries.second_step_of(seat.user_id, now=NOW).is_set_up
    with given(acting):
        told = JournalEntry.objects.filter(what="people.second_steps_forgotten").values_list(
            "about", flat=True
        )
        assert list(told) == [seat.pk]


@pytest.mark.parametrize("role", [Role.ADVISER, Role.COORDINATOR, Role.PARTICIPANT])
def test_nobody_but_a_manager_forgets_somebodys_second_step(seat, role):
    acting = Actor.in_seat(
        organisation_id=seat.organisation_id, role=role, user_id=seat.user_id, seat_id=seat.pk
    )
    with pytest.raises(NotAllowed):
        actions.forget_factors(acting, seat_id=seat.pk, now=NOW)


def test_a_manager_of_another_house_forgets_nothing(seat):
    elsewhere = Actor.in_seat(
        organisation_id=an_organisation().pk, role=Role.MANAGER, user_id=seat.user_id, seat_id=seat.pk
    )
    with pytest.raises(NotFound):
        actions.forget_factors(elsewhere, seat_id=seat.pk, now=NOW)


def test_whoever_runs_the_house_lets_the_last_manager_begin_anew(client, seat, capsys):
    in_both_steps(client)
    with given():
        centre = _organisation(seat)
    arguments = ["ingrid@korsby.no", "--organisation", centre.slug, "--role", "adviser", "--name", "Ingrid"]
    call_command("invite", *arguments, "--begin-anew")
    link = capsys.readouterr().out.split()[0].split("/choose/")[1]

    chosen = Client().post(f"/choose/{link}", {"password": PASSWORD})
    assert chosen["Location"] == SECOND
    assert not queries.second_step_of(seat.user_id, now=NOW).is_set_up


def test_a_link_to_choose_a_password_does_not_get_past_the_second_step(client, seat):
    an_app(seat.user_id)
    invited = api.invite(
        Actor.housekeeper(seat.organisation_id),
        email="ingrid@korsby.no",
        role=Role.ADVISER,
        name="Ingrid",
        now=NOW,
    )
    assert client.post(f"/choose/{invited.link}/", {"password": PASSWORD})["Location"] == SECOND
    assert client.get(SET_UP)["Location"].startswith(SECOND), "an app of her own has to show it first"


def _secret(seat: Seat) -> str:
    with given():
        return Authenticator.objects.get(user_id=seat.user_id).secret


def _organisation(seat: Seat) -> Organisation:
    return Organisation.objects.get(pk=seat.organisation_id)
