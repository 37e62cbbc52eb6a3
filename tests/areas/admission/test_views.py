"""The pages of the way in, without a script."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from stegvis.areas.admission import actions, queries
from stegvis.areas.admission.models import Talk, TalkRequest
from stegvis.areas.admission.rules import Choice, ChoiceSaid, TalkWords, Way
from stegvis.areas.directory.models import Listing, ListingText
from stegvis.areas.directory.rules import DocumentationMode, State
from stegvis.areas.people.models import Organisation, Participant
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import Look
from stegvis.kernel.roles import Role
from tests.browsers import english, page_of
from tests.factories.admission import a_held_talk, an_offering, participant_of
from tests.factories.people import an_actor, an_organisation
from tests.support import given

pytestmark = pytest.mark.django_db
NEWCOMER = {"nickname": "Kari", "over_minimum_age": "yes", "secret": "cup path birch rain"}


@pytest.fixture
def centre() -> Organisation:
    return an_organisation(phone="55 51 00 00", open_hours="Weekdays 9-15")


def _visitor() -> Client:
    return english(Actor.visitor())


def _talk(ingrid: Actor, kari: Actor):
    return actions.start_talk(ingrid, participant_id=participant_of(kari).pk, now=timezone.now())


# The door


@pytest.mark.requirement("S1-12")
@pytest.mark.requirement("S2-05")
def test_a_newcomer_makes_a_name_and_is_on_the_list(lunch: Listing, ingrid: Actor):
    client = _visitor()
    page = client.get(f"/join/{lunch.slug}/")
    assert page.status_code == 200
    assert "First you talk with an adviser" in page.content.decode()

    made = client.post(f"/join/{lunch.slug}/", NEWCOMER)
    assert (made.status_code, made["Location"]) == (303, f"/join/{lunch.slug}/")
    (waiting,) = queries.waiting_for_talk(ingrid, timezone.now(), "en")
    assert (waiting.nickname, waiting.listing_title, waiting.way) == ("Kari", "Thursday lunch", None)

    skipped = client.post(f"/join/{lunch.slug}/", {"way": ""})
    assert (skipped.status_code, skipped["Location"]) == (303, "/me/code/")
    assert "cup path birch rain" in client.get("/me/code/").content.decode()
    assert "You have asked for a talk" in client.get("/me/talk/").content.decode()


def test_a_form_that_is_sent_twice_makes_one_person_and_one_wish(lunch: Listing, centre: Organisation):
    client = _visitor()
    client.post(f"/join/{lunch.slug}/", NEWCOMER)
    again = client.post(f"/join/{lunch.slug}/", NEWCOMER)
    assert again.status_code == 303
    with given(centre.pk):
        assert Participant.objects.count() == TalkRequest.objects.count() == 1


def test_what_was_typed_stays_when_something_is_missing(lunch: Listing):
    page = _visitor().post(f"/join/{lunch.slug}/", NEWCOMER | {"nickname": "", "secret": "my own four words"})
    assert page.status_code == 422
    assert "my own four words" in page.content.decode()


def test_somebody_too_young_is_told_who_helps_and_nothing_is_kept(lunch: Listing, centre: Organisation):
    page = _visitor().post(f"/join/{lunch.slug}/", NEWCOMER | {"over_minimum_age": "no"})
    assert page.status_code == 422
    assert "/contact/" in page.content.decode()
    with given(centre.pk):
        assert not Participant.objects.exists()


def test_where_no_talk_is_needed_the_door_leads_to_the_dates(centre: Organisation):
    evening = an_offering(centre.pk, "Theme evening", gated=False)
    client = _visitor()
    client.post(f"/join/{evening.slug}/", NEWCOMER)
    assert client.get(f"/join/{evening.slug}/")["Location"] == f"/join/{evening.slug}/place/"
    with given(centre.pk):
        assert not TalkRequest.objects.exists()


def test_the_same_button_leads_to_the_dates_once_the_talk_is_held(kari: Actor, ingrid: Actor, lunch: Listing):
    client = english(kari)
    assert client.get(f"/join/{lunch.slug}/").status_code == 200
    a_held_talk(ingrid, participant_of(kari).pk)
    assert client.get(f"/join/{lunch.slug}/")["Location"] == f"/join/{lunch.slug}/place/"


@pytest.mark.requirement("S1-20")
def test_a_number_is_needed_only_for_a_call(kari: Actor, ingrid: Actor, lunch: Listing):
    client = english(kari)
    refused = client.post(f"/join/{lunch.slug}/", {"way": "call"})
    assert refused.status_code == 422
    assert "Write a number we can call" in refused.content.decode()
    assert client.post(f"/join/{lunch.slug}/", {"way": "call", "phone": "400 00 000"})["Location"] == "/me/"
    (waiting,) = queries.waiting_for_talk(ingrid, timezone.now(), "en")
    assert (waiting.way, waiting.phone) == (Way.CALL, "400 00 000")


def test_somebody_logged_in_elsewhere_is_told_what_to_do(lunch: Listing):
    stranger = an_actor(an_organisation(), Role.PARTICIPANT)
    client = english(stranger)
    for page in (client.get(f"/join/{lunch.slug}/"), client.post(f"/join/{lunch.slug}/", {"way": "come_by"})):
        assert "This is at another place" in page.content.decode()


@pytest.mark.parametrize("slug", ["no-such-thing"])
def test_a_door_that_does_not_exist(slug: str):
    assert _visitor().get(f"/join/{slug}/").status_code == 404


# Her own page


def test_she_changes_how_to_be_reached_and_takes_the_wish_back(kari: Actor, ingrid: Actor):
    client = english(kari)
    assert client.post("/me/talk/", {"do": "reach", "way": "write"}).status_code == 303
    (waiting,) = queries.waiting_for_talk(ingrid, timezone.now(), "en")
    actions.answer_wish(ingrid, wish_id=waiting.wish_id, answer="Come on Tuesday.", now=timezone.now())
    page = client.get("/me/talk/").content.decode()
    assert "Ingrid writes to you" in page
    assert "Come on Tuesday." in page
    client.post("/me/talk/", {"do": "take_back"})
    assert queries.waiting_for_talk(ingrid, timezone.now(), "en") == []


@pytest.mark.requirement("S1-13")
@pytest.mark.requirement("S1-14")
def test_she_has_her_copy_at_once(kari: Actor, ingrid: Actor, lunch: Listing, centre: Organisation):
    sewing = an_offering(centre.pk, "Sewing")
    talk = a_held_talk(ingrid, participant_of(kari).pk, lunch.pk, good_for_me="Somewhere to be")
    with given(ingrid):
        talk.choices.create(organisation_id=centre.pk, listing_id=sewing.pk, choice=Choice.MAYBE_LATER)
    client = english(kari)
    page = client.get("/me/talk/").content.decode()
    for words in (
        "Written down by Ingrid, not yet read by you",
        "Somewhere to be",
        "Thursday lunch",
        "We have both talked through what to expect.",
        "maybe later",
        "This is not for ever. Ask whenever you like.",
    ):
        assert words in page
    client.post("/me/talk/", {"do": "read"})
    assert "not yet read by you" not in client.get("/me/talk/").content.decode()


@pytest.mark.requirement("S1-14")
def test_what_is_expected_is_read_together_and_again_on_her_page_whenever_she_likes(
    kari: Actor, ingrid: Actor, lunch: Listing
):
    words = {
        "content": "We cook soup.",
        "frame": "Two hours.",
        "method": "Come late.",
        "guidelines": "No phones.",
    }
    with given(ingrid):
        ListingText.objects.filter(listing=lunch).update(**words)
    begun, now_please = _talk(ingrid, kari), [ChoiceSaid(lunch.pk, Choice.NOW)]
    actions.save_talk(
        ingrid, talk_id=begun, words=TalkWords(), choices=now_please, version=1, now=timezone.now()
    )
    together = page_of(english(ingrid), f"/desk/talks/{begun}/")
    a_held_talk(ingrid, participant_of(kari).pk, lunch.pk)
    again = page_of(english(kari), "/me/talk/")
    with given(ingrid):
        Listing.objects.filter(pk=lunch.pk).update(state=State.PAUSED)
    resting = page_of(english(kari), "/me/talk/")
    for page in (together, again, resting):
        for said in words.values():
            assert said in page


def test_she_says_what_should_be_changed(kari: Actor, ingrid: Actor):
    talk = a_held_talk(ingrid, participant_of(kari).pk)
    client = english(kari)
    assert client.post("/me/talk/", {"do": "change", "words": ""}).status_code == 422
    client.post("/me/talk/", {"do": "change", "words": "I sit by the window."})
    assert "I sit by the window." in english(ingrid).get(f"/desk/talks/{talk.pk}/").content.decode()


# The desk


@pytest.mark.requirement("S1-12")
@pytest.mark.parametrize(
    "role", [role for role in Role if role not in {Role.ADVISER, Role.VISITOR, Role.HOUSEKEEPER}]
)
def test_the_talks_are_closed_to_every_other_seat(
    role: Role, centre: Organisation, kari: Actor, ingrid: Actor
):
    talk_id = _talk(ingrid, kari)
    client = english(an_actor(centre, role))
    for address in ("/desk/talks/", f"/desk/talks/{talk_id}/"):
        assert client.get(address).status_code == client.post(address, {"do": "hold"}).status_code == 403
    with given(ingrid):
        assert Talk.objects.get().held_on is None


def test_the_adviser_answers_begins_and_finds_somebody_without_a_phone(
    kari: Actor, ingrid: Actor, lunch: Listing
):
    english(kari).post(f"/join/{lunch.slug}/", {"way": "write"})
    client = english(ingrid)
    page = client.get("/desk/talks/")
    assert "Kari" in page.content.decode()
    (waiting,) = queries.waiting_for_talk(ingrid, timezone.now(), "en")
    client.post("/desk/talks/", {"do": "answer", "wish": waiting.wish_id, "answer": "Come on Tuesday."})
    begun = client.post("/desk/talks/", {"do": "start", "participant": waiting.participant_id})
    assert client.get(begun["Location"]).status_code == 200
    known = client.post("/desk/talks/", {"do": "new", "nickname": "Eva", "held_before_on": "2024-05-02"})
    assert "Eva" in client.get(known["Location"]).content.decode()
    tomorrow = (timezone.now() + timedelta(days=2)).date().isoformat()
    later = client.post("/desk/talks/", {"do": "new", "nickname": "Liv", "held_before_on": tomorrow})
    assert later.status_code == 422
    assert "Liv" in later.content.decode()
    assert client.post("/desk/talks/", {"do": "start", "participant": "nonsense"}).status_code == 404


@pytest.mark.requirement("S1-14")
def test_the_talk_is_saved_explained_and_held(kari: Actor, ingrid: Actor, lunch: Listing):
    address = f"/desk/talks/{_talk(ingrid, kari)}/"
    client = english(ingrid)
    now = {f"{lunch.pk}-choice": "now", "good_for_me": "Somewhere to be"}
    held = client.post(address, now | {"version": 1, "do": "hold"})
    assert held.status_code == 422
    page = held.content.decode()
    assert "Somewhere to be" in page
    assert "What we expect of each other" in page
    assert "tick for both of you" in page

    ticks = {f"{lunch.pk}-by_person": "on", f"{lunch.pk}-by_adviser": "on"}
    assert client.post(address, now | ticks | {"version": 2, "do": "hold"}).status_code == 303
    page = client.get(address).content.decode()
    assert "Give Kari a place" in page
    assert "Not yet read by Kari" in page


def test_two_advisers_see_both_texts(kari: Actor, ingrid: Actor, lunch: Listing, centre: Organisation):
    address = f"/desk/talks/{_talk(ingrid, kari)}/"
    sara = an_actor(centre, Role.ADVISER, name="Sara")
    english(sara).post(address, {"version": 1, "good_to_know": "She takes the bus", "do": "save"})
    mine = {"version": 1, "good_to_know": "Sit by the door", "do": "save"}
    both = english(ingrid).post(address, mine)
    assert both.status_code == 422
    page = both.content.decode()
    assert "Sara saved something while you were writing" in page
    assert "She takes the bus" in page
    assert "Sit by the door" in page
    assert english(ingrid).post(address, mine | {"version": 2}).status_code == 303


@pytest.mark.requirement("X-15")
def test_in_mode_none_the_page_asks_for_no_words(kari: Actor, ingrid: Actor, centre: Organisation):
    quiet = an_offering(centre.pk, documentation=DocumentationMode.NONE)
    english(kari).post(f"/join/{quiet.slug}/", {"way": ""})
    address = f"/desk/talks/{_talk(ingrid, kari)}/"
    client = english(ingrid)
    page = client.get(address).content.decode()
    assert "<textarea" not in page
    assert "We write nothing down about you" in page
    sent = {"version": 1, "do": "hold", "good_for_me": "A secret", f"{quiet.pk}-choice": "maybe_later"}
    assert client.post(address, sent).status_code == 303
    assert "copy" in client.get(address).content.decode()
    with given(ingrid):
        assert Talk.objects.get().good_for_me == ""


def test_a_day_that_has_passed_is_said_beside_the_question(kari: Actor, ingrid: Actor, lunch: Listing):
    address = f"/desk/talks/{_talk(ingrid, kari)}/"
    page = english(ingrid).post(
        address, {"version": 1, "review_on": "2020-01-01", "good_for_me": "Rest", "do": "save"}
    )
    assert page.status_code == 422
    assert "That day has passed" in page.content.decode()
    assert "Rest" in page.content.decode()


@pytest.mark.requirement("X-06")
def test_a_page_with_a_talk_is_one_look(kari: Actor, ingrid: Actor):
    address = f"/desk/talks/{_talk(ingrid, kari)}/"
    english(ingrid).get(address)
    with given(ingrid):
        assert Look.objects.filter(about=participant_of(kari).pk).count() == 1
