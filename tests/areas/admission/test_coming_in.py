"""From the front page to “someone will meet you”: how many taps and statements, and what goes wrong on the way."""

from __future__ import annotations

import re
from datetime import time, timedelta
from html import unescape
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stegvis.areas.admission import actions, queries
from stegvis.areas.admission.models import TalkBooking, TalkTime
from stegvis.areas.directory.actions.indexing import index_listings
from stegvis.areas.directory.models import Listing, ListingText, Service
from stegvis.areas.directory.rules import DocumentationMode
from stegvis.areas.groups.models import Round
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.access.world import client_of
from tests.browsers import english
from tests.factories.admission import an_offering, participant_of
from tests.factories.groups import a_round
from tests.factories.people import an_actor, an_organisation
from tests.faults.forms import forms_of
from tests.support import asked_of_database, given

pytestmark = pytest.mark.django_db
NEWCOMER = {"nickname": "Kari", "over_minimum_age": "yes", "secret": "cup path birch rain"}
MOST_TAPS = 6
MOST_STATEMENTS = 12


@pytest.fixture
def centre() -> Organisation:
    return an_organisation(phone="55 51 00 00", open_hours="Weekdays 9-15")


@pytest.fixture
def lunch(centre: Organisation) -> Listing:
    listing = an_offering(centre.pk)
    with given(centre.pk):
        index_listings([listing.pk])
    return listing


def _times(adviser: Actor, count: int = 2) -> list[UUID]:
    """Times tomorrow, one an hour."""
    now = timezone.now()
    actions.offer_times(
        adviser,
        first_on=timezone.localdate(now) + timedelta(days=1),
        weeks=1,
        starts=time(10),
        until=time(10 + count),
        minutes=60,
        place="The blue room",
        now=now,
    )
    return [row.time.time_id for row in queries.offered_times(adviser, now)]


def _text(client: Client, address: str) -> str:
    return unescape(client.get(address, follow=True).content.decode())


def _link(page: str, pattern: str) -> str:
    found = re.search(rf'href="({pattern})"', page)
    assert found, f"no link {pattern}"
    return found[1]


@pytest.mark.requirement("S1-12")
@pytest.mark.requirement("X-03")
def test_six_taps_from_the_front_page_to_someone_will_meet_you(lunch: Listing, ingrid: Actor):
    _times(ingrid)
    client, taps = english(), 0
    page = _text(client, "/")
    for pattern in (r"/offerings/", rf"/offerings/{lunch.slug}/", rf"/join/{lunch.slug}/"):
        page = _text(client, _link(page, pattern))
        taps += 1
    (form,) = [form for form in forms_of(page) if "nickname" in form.controls]
    taps += 1  # “Yes” to the age
    page = client.post(
        f"/join/{lunch.slug}/", form.filled(nickname="Kari", over_minimum_age="yes"), follow=True
    )
    taps += 1  # “Go on”
    (first, *_) = re.findall(r'name="time" value="([^"]+)"', page.content.decode())
    page = client.post(f"/join/{lunch.slug}/", {"time": first}, follow=True)
    taps += 1  # the time
    assert "Ingrid meets you" in unescape(page.content.decode())
    assert taps <= MOST_TAPS


@pytest.mark.requirement("X-03")
def test_the_whole_way_in_asks_for_a_name_and_nothing_else(lunch: Listing, ingrid: Actor):
    _times(ingrid)
    client = english()
    asked: set[str] = set()
    for form in forms_of(_text(client, f"/join/{lunch.slug}/")):
        asked |= set(form.controls)
    client.post(f"/join/{lunch.slug}/", NEWCOMER)
    for form in forms_of(_text(client, f"/join/{lunch.slug}/")):
        asked |= set(form.controls)
    plumbing = {"csrfmiddlewaretoken", "key", "next", "language"}
    assert asked - plumbing == {
        "nickname",
        "secret",
        "over_minimum_age",
        "adviser_may_let_in",
        "way",
        "phone",
    }


@pytest.mark.requirement("X-03")
def test_whoever_turns_off_the_way_in_is_led_to_the_code_all_the_same(lunch: Listing, ingrid: Actor):
    first, _ = _times(ingrid)
    client = english()
    client.post(f"/join/{lunch.slug}/", NEWCOMER)
    assert "Write down your code before you leave" in _text(client, "/me/")

    chosen = client.post("/me/talk/", {"time": first})
    assert (chosen.status_code, chosen["Location"]) == (303, "/me/code/")
    assert "You have a time" in _text(client, "/me/talk/")

    client.post("/me/code/")
    assert "Write down your code before you leave" not in _text(client, "/me/")


def test_choosing_a_time_costs_at_most_twelve_statements(lunch: Listing, ingrid: Actor, centre: Organisation):
    first, _ = _times(ingrid)
    kari = an_actor(centre, Role.PARTICIPANT)
    with asked_of_database() as statements:
        actions.choose_time(kari, time_id=first, listing_id=lunch.pk, now=timezone.now())
    assert len(statements) <= MOST_STATEMENTS, "\n".join(statements)


def test_a_time_that_somebody_took_a_second_ago_says_so_and_shows_the_others(
    lunch: Listing, ingrid: Actor, centre: Organisation
):
    first, second = _times(ingrid)
    kari, eva = an_actor(centre, Role.PARTICIPANT), an_actor(centre, Role.PARTICIPANT)
    hers, address = english(kari), f"/join/{lunch.slug}/"
    assert str(first) in _text(hers, address)
    actions.choose_time(eva, time_id=first, now=timezone.now())
    answer = hers.post(address, {"time": first})
    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "Somebody else has just taken that time" in page
    assert str(second) in page
    assert str(first) not in page


def test_a_time_that_was_called_off_a_second_ago_says_so_too(
    lunch: Listing, ingrid: Actor, centre: Organisation
):
    first, second = _times(ingrid)
    hers = english(an_actor(centre, Role.PARTICIPANT))
    actions.call_off_time(ingrid, time_id=first, now=timezone.now())
    answer = hers.post(f"/join/{lunch.slug}/", {"time": first})
    assert answer.status_code == 422
    assert str(second) in answer.content.decode()


@pytest.mark.requirement("S1-12")
def test_without_times_the_other_ways_stand_open(lunch: Listing, ingrid: Actor, centre: Organisation):
    page = _text(english(an_actor(centre, Role.PARTICIPANT)), f"/join/{lunch.slug}/")
    assert "No times are free just now" in page
    assert 'value="call"' in page
    assert 'value="come_by"' in page
    assert "55 51 00 00" in page


@pytest.mark.requirement("S1-12")
def test_where_the_door_is_open_nothing_comes_before_looking_in(
    lunch: Listing, ingrid: Actor, centre: Organisation
):
    """Coming by is never gated: neither the offering's page nor an old link asks for a name or a talk."""
    house = a_round(ingrid, lunch.pk, capacity=None, until_on=timezone.localdate() + timedelta(weeks=8))
    public, way_in = f"/offerings/{lunch.slug}/", f"/join/{lunch.slug}/"
    kari, stranger = english(an_actor(centre, Role.PARTICIPANT)), english()
    for who in (stranger, kari):
        assert way_in not in _text(who, public)
        assert "Come when the door is open" in _text(who, public)
        page = _text(who, way_in)
        assert "Come when the door is open" in page
        assert "nickname" not in page
        assert 'name="time"' not in page
    with given(centre.pk):
        Round.objects.filter(pk=house).update(capacity=8)
    assert way_in in _text(stranger, public)
    assert "First you talk with an adviser" in _text(stranger, way_in)


def test_who_would_rather_write_is_led_to_the_thread(lunch: Listing, ingrid: Actor, centre: Organisation):
    kari = english(an_actor(centre, Role.PARTICIPANT))
    answer = kari.post(f"/join/{lunch.slug}/", {"way": "write"})
    assert (answer.status_code, answer["Location"]) == (303, reverse("messages:mine"))


def test_change_and_cancel_are_one_tap_each(lunch: Listing, ingrid: Actor, centre: Organisation):
    first, second = _times(ingrid)
    kari = an_actor(centre, Role.PARTICIPANT)
    client = english(kari)
    client.post("/me/talk/", {"time": first})
    page = _text(client, "/me/talk/")
    assert "Ingrid meets you" in page
    assert "The blue room" in page
    assert client.post("/me/talk/", {"time": second}).status_code == 303
    assert queries.my_talk(kari, "en").wish.booked.time.time_id == second
    assert client.post("/me/talk/", {"do": "give_back"}).status_code == 303
    assert queries.my_talk(kari, "en").wish.booked is None


@pytest.mark.requirement("X-09")
def test_she_confirms_the_time_that_was_written_down_for_her(
    lunch: Listing, ingrid: Actor, centre: Organisation
):
    first, _ = _times(ingrid)
    kari = an_actor(centre, Role.PARTICIPANT)
    desk = english(ingrid)
    actions.ask_for_talk(kari, listing_id=None, how_to_reach=None, now=timezone.now())
    booked = desk.post(
        "/desk/talks/", {"do": "book", "participant": participant_of(kari).pk, "time": first}, follow=True
    )
    assert "The time is kept" in booked.content.decode()
    hers = english(kari)
    assert "Written down by Ingrid, not yet read by you" in _text(hers, "/me/talk/")
    hers.post("/me/talk/", {"do": "confirm"})
    assert "not yet read by you" not in _text(hers, "/me/talk/")
    desk.post("/desk/talks/", {"do": "free", "participant": participant_of(kari).pk})
    assert queries.my_talk(kari, "en").wish.booked is None


@pytest.mark.requirement("X-09")
def test_somebody_without_a_login_calls_and_an_adviser_keeps_a_time(lunch: Listing, ingrid: Actor):
    first, _ = _times(ingrid)
    desk = english(ingrid)
    answer = desk.post("/desk/talks/", {"do": "new", "nickname": "Arne", "time": first})
    assert (answer.status_code, answer["Location"]) == (303, "/desk/talks/")
    (waiting,) = queries.waiting_for_talk(ingrid, timezone.now(), "en")
    assert (waiting.nickname, waiting.booked.time.time_id) == ("Arne", first)


@pytest.mark.requirement("X-15")
def test_in_mode_none_the_desk_offers_no_form_about_a_person(
    lunch: Listing, ingrid: Actor, centre: Organisation
):
    _times(ingrid)
    with given(centre.pk):
        Service.objects.update(documentation=DocumentationMode.NONE)
    desk = english(ingrid)
    page = _text(desk, "/desk/talks/")
    assert "nickname" not in {name for form in forms_of(page) for name in form.controls}
    assert "Nothing is written about anybody here" in page
    answer = desk.post("/desk/talks/", {"do": "new", "nickname": "Arne"})
    assert answer.status_code == 422
    assert "Arne" in answer.content.decode(), "what was typed stays"
    assert queries.waiting_for_talk(ingrid, timezone.now(), "en") == []


def test_an_adviser_offers_times_and_what_is_wrong_is_said_beside_it(ingrid: Actor, lunch: Listing):
    desk = english(ingrid)
    sent = {
        "do": "offer",
        "first_on": (timezone.localdate() + timedelta(days=3)).isoformat(),
        "starts": "10:00",
        "until": "09:00",
        "minutes": "45",
        "weeks": "2",
        "place": "Room 2",
    }
    refused = desk.post("/desk/talk-times/", sent)
    assert refused.status_code == 422
    assert "The end is before the beginning" in refused.content.decode()
    assert "Room 2" in refused.content.decode()
    for _again in range(2):
        assert desk.post("/desk/talk-times/", sent | {"until": "11:30"}).status_code == 303
    assert len(queries.offered_times(ingrid, timezone.now())) == 4
    page = _text(desk, "/desk/talk-times/")
    assert page.count(">Not taken<") == 4
    time_id = re.findall(r'name="time" value="([^"]+)"', page)[0]
    desk.post("/desk/talk-times/", {"do": "keep", "time": time_id})
    assert _text(desk, "/desk/talk-times/").count(">Not taken<") == 3
    desk.post("/desk/talk-times/", {"do": "free", "time": time_id})
    desk.post("/desk/talk-times/", {"do": "call_off", "time": time_id})
    assert len(queries.offered_times(ingrid, timezone.now())) == 3


def test_a_form_sent_again_by_the_back_button_changes_nothing(
    lunch: Listing, ingrid: Actor, centre: Organisation
):
    """The newcomer's form after she is in, and a time she has: both lead on, neither makes a second of anything."""
    first, _ = _times(ingrid)
    client = english()
    client.post(f"/join/{lunch.slug}/", NEWCOMER)
    for _again in range(2):
        assert client.post(f"/join/{lunch.slug}/", {"time": first}).status_code == 303
        assert client.post(f"/join/{lunch.slug}/", NEWCOMER).status_code == 303
    with given(centre.pk):
        assert TalkBooking.objects.count() == 1
        assert TalkTime.objects.count() == 2


@pytest.mark.requirement("S2-01")
def test_the_age_is_a_yes_or_no(lunch: Listing):
    (form,) = [
        form for form in forms_of(_text(english(), f"/join/{lunch.slug}/")) if "nickname" in form.controls
    ]
    assert set(form.controls["over_minimum_age"].choices) == {"yes", "no"}


def test_guidelines_in_another_language_are_still_the_same_page(lunch: Listing, centre: Organisation):
    """A title that nobody has translated stands in its own language."""
    with given(centre.pk):
        ListingText.objects.filter(listing=lunch).update(guidelines="Phones away.")
    kari = client_of(an_actor(centre, Role.PARTICIPANT))
    kari.cookies["language"] = "sv"
    page = kari.get(reverse("admission:introductions", args=[lunch.slug])).content.decode()
    assert '<div lang="en">' in page
