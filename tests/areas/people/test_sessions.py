"""What ends a session, what a seat may see, and how a form waits for its owner."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from stegvis.areas.people import api
from stegvis.areas.people.models import User
from stegvis.config.urls import urlpatterns as house
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed
from stegvis.kernel.models import Look
from stegvis.kernel.roles import Role
from tests.areas.people.pages import NOW, an_employee, body, change_password, in_both_steps, is_in, with_code
from tests.areas.people.test_actions import a_newcomer
from tests.factories.people import a_seat, an_organisation
from tests.support import given

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@require_http_methods(["GET", "POST"])
def a_form(request):
    """A page with a form, for anybody with a seat."""
    if request.actor.role is Role.VISITOR:
        raise NotAllowed
    if request.method == "POST":
        return HttpResponse(status=204)
    return HttpResponse(repr(api.typed_before(request, now=timezone.now())))


urlpatterns = [path("a-form/", a_form), *house]


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as moving:
        yield moving


@pytest.fixture
def kari():
    return a_newcomer(an_organisation())


@pytest.mark.requirement("X-17")
@pytest.mark.parametrize(("who", "minutes"), [("participant", 20), ("staff", 60)])
def test_a_seat_that_is_left_alone_is_left(client, clock, who, minutes):
    if who == "participant":
        with_code(client, a_newcomer(an_organisation()).code)
    else:
        an_employee(an_organisation(), Role.ADVISER)
        in_both_steps(client)
    clock.shift(timedelta(minutes=minutes - 1))
    assert client.get("/a-form/").status_code == 200
    clock.shift(timedelta(minutes=minutes, seconds=1))

    assert client.get("/a-form/").status_code == 302
    assert not is_in(client)


def test_being_there_is_written_down_at_most_once_a_minute(client, clock, kari):
    with_code(client, kari.code)
    clock.shift(timedelta(seconds=30))
    with CaptureQueriesContext(connection) as few:
        client.get("/a-form/")
    clock.shift(timedelta(seconds=31))
    with CaptureQueriesContext(connection) as more:
        client.get("/a-form/")

    assert not [q for q in few if "UPDATE" in q["sql"]]
    assert len([q for q in more if "UPDATE" in q["sql"]]) == 1
    reads = [q for q in few if q["sql"].startswith("SELECT") and "set_config" not in q["sql"]]
    assert len(reads) == 2


def test_an_ended_seat_is_out_at_once(client):
    centre = an_organisation()
    seat = an_employee(centre, Role.ADVISER)
    in_both_steps(client)
    assert client.get("/a-form/").status_code == 200

    api.end_seat(Actor.housekeeper(centre.pk), seat_id=seat.pk, now=NOW)

    assert client.get("/a-form/").status_code == 302


def test_a_new_password_ends_what_was_opened_with_the_old_one(client):
    seat = an_employee(an_organisation(), Role.ADVISER)
    in_both_steps(client)

    change_password(seat.user_id)

    assert client.get("/a-form/").status_code == 302


@pytest.mark.requirement("S3-22")
def test_two_seats_are_two_people(client):
    centre = an_organisation()
    kari = a_newcomer(centre)
    with_code(client, kari.code)
    with given():
        user = User.objects.get(pk=kari.user_id)
    volunteer = a_seat(centre, Role.VOLUNTEER, user=user, name="Kari")

    page = client.get("/seat/")
    assert "participant" in body(page) or "deltaker" in body(page)
    before = client.session.session_key
    assert client.post("/seat/", {"seat": volunteer.pk})["Location"] == "/desk/"
    assert client.session.session_key != before
    assert client.get("/me/code/").status_code == 403
    actor = api.actor_in_session(client.session, now=NOW)
    assert actor.role is Role.VOLUNTEER
    assert api.nicknames(actor, [kari.participant_id]) == {}
    assert api.seat_shown(actor, now=NOW).others


def test_a_seat_of_somebody_else_cannot_be_taken(client, kari):
    other = a_seat(an_organisation(), Role.MANAGER)
    with_code(client, kari.code)

    assert client.post("/seat/", {"seat": other.pk}).status_code == 404
    assert client.post("/seat/", {"seat": "nonsense"}).status_code == 404
    assert client.session["seat"] == str(kari.seat_id)


@pytest.mark.requirement("X-17")
def test_signing_out_ends_the_session(client, kari):
    with_code(client, kari.code)

    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/").status_code == 303
    assert client.get("/a-form/").status_code == 302


@pytest.mark.requirement("X-17")
def test_pages_are_not_kept(client, kari):
    with_code(client, kari.code)

    for address in ("/sign-in/", "/seat/", "/me/code/"):
        assert "no-store" in client.get(address)["Cache-Control"]


def left_half_way(client, clock, words="Jeg vil gjerne"):
    clock.shift(timedelta(minutes=25))
    return client.post("/a-form/", {"words": words, "days": ["1", "4"], "password": "hemmelig"})


@pytest.mark.requirement("X-17")
def test_a_form_waits_for_its_owner(client, clock, kari):
    with_code(client, kari.code)

    sent = left_half_way(client, clock)

    assert sent["Location"] == "/sign-in/?next=%2Fa-form%2F"
    back = with_code(client, kari.code, next="/me/")
    assert back["Location"] == "/a-form/"
    assert client.get("/a-form/").content.decode() == "{'words': 'Jeg vil gjerne', 'days': ['1', '4']}"
    client.post("/a-form/", {"words": "Jeg vil gjerne"})
    assert client.get("/a-form/").content.decode() == "{}"


def test_a_form_waits_even_when_another_tab_was_first(client, clock, kari):
    with_code(client, kari.code)
    clock.shift(timedelta(minutes=25))
    client.get("/a-form/")

    client.post("/a-form/", {"words": "Jeg"})

    assert with_code(client, kari.code)["Location"] == "/a-form/"


def test_nobody_else_on_the_device_sees_the_form(client, clock, kari):
    jon = a_newcomer(an_organisation(), nickname="Jon")
    with_code(client, kari.code)
    left_half_way(client, clock)

    assert with_code(client, jon.code)["Location"] == "/me/"
    assert client.get("/a-form/").content.decode() == "{}"


def test_a_form_waits_for_half_an_hour_only(client, clock, kari):
    with_code(client, kari.code)
    left_half_way(client, clock)
    clock.shift(timedelta(minutes=31))

    assert with_code(client, kari.code)["Location"] == "/me/"


def test_leaving_forgets_the_form(client, clock, kari):
    with_code(client, kari.code)
    left_half_way(client, clock)
    second = Client()
    with_code(second, kari.code)
    second.get("/leave/")

    assert with_code(client, kari.code)["Location"] == "/me/"


def test_a_form_of_nobody_is_not_kept(client):
    assert client.post("/a-form/", {"words": "Hei"}).status_code == 403


@pytest.mark.requirement("X-03")
def test_the_slip_is_shown_until_it_is_put_away(client, kari):
    with_code(client, kari.code)
    session = client.session
    api.keep_slip(session, kari.code)
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key

    assert kari.code not in str(dict(client.session.items()))
    assert kari.code.partition(" ")[2] in body(client.get("/me/code/"))
    assert client.post("/me/code/").status_code == 303
    assert kari.code.partition(" ")[2] not in body(client.get("/me/code/"))


@pytest.mark.requirement("X-03")
def test_an_adviser_lets_somebody_in_again_without_seeing_the_code(client):
    centre = an_organisation()
    kari = a_newcomer(centre, adviser_may_let_in=True)
    an_employee(centre, Role.ADVISER)
    in_both_steps(client)

    page = body(client.post("/desk/let-in/", {"participant": kari.participant_id}))
    link = page.split("/choose/")[1].split("/")[0]
    own_phone = Client()
    assert own_phone.get(f"/choose/{link}/").status_code == 200
    assert own_phone.post(f"/choose/{link}/", {"secret": "kort"}).status_code == 422
    made = own_phone.post(f"/choose/{link}/", {"secret": "fire helt nye ord"})

    assert made["Location"] == "/me/code/"
    assert "fire helt nye ord" in body(own_phone.get("/me/code/"))
    assert own_phone.get(f"/choose/{link}/").status_code == 404


def test_letting_in_is_a_look(client):
    centre = an_organisation()
    kari = a_newcomer(centre, adviser_may_let_in=True)
    an_employee(centre, Role.ADVISER)
    in_both_steps(client)

    client.get("/desk/let-in/")

    with given(centre.pk):
        assert Look.objects.filter(about=kari.participant_id).count() == 1


def test_the_link_for_one_shows_nobody_else_and_is_no_look_at_them(client):
    centre = an_organisation()
    kari = a_newcomer(centre, nickname="Kari", adviser_may_let_in=True)
    eva = a_newcomer(centre, nickname="Solstrålen", adviser_may_let_in=True)
    an_employee(centre, Role.ADVISER)
    in_both_steps(client)

    page = body(client.post("/desk/let-in/", {"participant": kari.participant_id}))

    assert "Kari" in page
    assert "Solstrålen" not in page
    with given(centre.pk):
        assert Look.objects.filter(about=kari.participant_id).count() == 1
        assert not Look.objects.filter(about=eva.participant_id).exists()


def test_her_wish_to_be_let_in_stands_when_she_makes_a_new_code(client):
    """She had ticked it, or there would be no link; leaving it alone keeps it, and she can take it away."""
    centre = an_organisation()
    kari = a_newcomer(centre, adviser_may_let_in=True)
    an_employee(centre, Role.ADVISER)
    in_both_steps(client)
    page = body(client.post("/desk/let-in/", {"participant": kari.participant_id}))

    form = body(Client().get(f"/choose/{page.split('/choose/')[1].split('/')[0]}/"))
    tick = form[form.index('name="adviser_may_let_in"') :]
    assert "checked" in tick[: tick.index(">")]


def test_what_pages_show_of_a_seat_costs_one_read(kari):
    centre_id = api.organisations()[0].id
    actor = Actor.in_seat(
        organisation_id=centre_id, role=Role.PARTICIPANT, user_id=kari.user_id, seat_id=kari.seat_id
    )

    with CaptureQueriesContext(connection) as reads:
        shown = api.seat_shown(actor, now=NOW)

    assert (shown.name, shown.role_name, shown.others) == ("Kari", "", False)
    assert len([q for q in reads if "FROM" in q["sql"]]) == 1
