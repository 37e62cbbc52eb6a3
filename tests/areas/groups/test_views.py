"""The button that gives a place, the place, and the desk's rounds; all without a script."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from stegvis.areas.directory.models import Listing
from stegvis.areas.groups import actions, queries
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.browsers import english, page_of
from tests.factories.admission import a_held_talk, an_offering, participant_of
from tests.factories.groups import a_round, places_in, sessions_in
from tests.factories.people import an_actor, an_organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def centre() -> Organisation:
    return an_organisation(phone="55 51 00 00")


@pytest.fixture
def today() -> date:
    return timezone.localtime(timezone.now()).date()


@pytest.fixture
def daily(ingrid: Actor, lunch: Listing, today: date) -> UUID:
    return _daily(ingrid, lunch, today)


def _daily(ingrid: Actor, listing: Listing, today: date, **fields: object) -> UUID:
    dates = {"from_on": today, "until_on": today + timedelta(days=9), "recurrence": "FREQ=DAILY"}
    return a_round(ingrid, listing.pk, **{**dates, **fields})


@pytest.mark.requirement("S1-12")
def test_posting_the_sign_up_directly_is_refused_kindly(
    kari: Actor, lunch: Listing, daily: UUID, ingrid: Actor
):
    answer = english(kari).post(f"/join/{lunch.slug}/place/", {"round": daily})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "A talk with an adviser comes first" in page
    assert f"/join/{lunch.slug}/" in page
    assert places_in(ingrid, daily) == []


@pytest.mark.requirement("S1-12")
@pytest.mark.parametrize("role", [r for r in Role if r not in {Role.PARTICIPANT, Role.HOUSEKEEPER}])
def test_no_other_seat_signs_anybody_up(
    role: Role, centre: Organisation, kari: Actor, lunch: Listing, daily: UUID, ingrid: Actor
):
    """With the adviser among them: she has not talked with Kari yet."""
    somebody = Actor.visitor() if role is Role.VISITOR else an_actor(centre, role)
    client = english(somebody)
    kari_id = participant_of(kari).pk
    for address, sent in (
        (f"/join/{lunch.slug}/place/", {"round": daily, "participant": kari_id}),
        (f"/desk/rounds/{daily}/", {"do": "give", "participant": kari_id}),
        (f"/desk/places/{kari_id}/", {"round": daily}),
    ):
        assert client.post(address, sent).status_code in {302, 403, 422}
    assert places_in(ingrid, daily) == []


def test_she_takes_the_place_and_sees_where_when_and_who(
    kari: Actor, lunch: Listing, daily: UUID, ingrid: Actor
):
    a_held_talk(ingrid, participant_of(kari).pk, lunch.pk)
    client = english(kari)
    assert "I want to join" in page_of(client, f"/join/{lunch.slug}/place/")
    taken = client.post(f"/join/{lunch.slug}/place/", {"round": daily})
    again = client.post(f"/join/{lunch.slug}/place/", {"round": daily})
    assert taken.status_code == again.status_code == 303
    assert taken["Location"] == again["Location"]

    page = page_of(client, taken["Location"])
    for words in ("You have a place", "The back door", "Ingrid meets you", "12:00"):
        assert words in page
    assert "not yet read by you" not in page
    assert len(places_in(ingrid, daily)) == 1


@pytest.mark.requirement("S3-19")
def test_a_place_that_staff_wrote_down_waits_for_her_word(
    kari: Actor, lunch: Listing, daily: UUID, ingrid: Actor
):
    kari_id = participant_of(kari).pk
    a_held_talk(ingrid, kari_id, lunch.pk)
    desk = english(ingrid)
    assert "Give a place in Thursday lunch" in page_of(desk, f"/desk/places/{kari_id}/")
    assert desk.post(f"/desk/places/{kari_id}/", {"round": daily}).status_code == 303
    (place,) = places_in(ingrid, daily)
    client = english(kari)
    assert "Written down by Ingrid, not yet read by you" in page_of(client, f"/me/places/{place.pk}/")
    client.post(f"/me/places/{place.pk}/", {"do": "confirm"})
    assert "not yet read by you" not in page_of(client, f"/me/places/{place.pk}/")


@pytest.mark.requirement("S2-06")
def test_leaving_is_one_press(kari: Actor, lunch: Listing, daily: UUID, ingrid: Actor):
    a_held_talk(ingrid, participant_of(kari).pk)
    place_id = actions.take_place(kari, round_id=daily, now=timezone.now())
    client = english(kari)
    left = client.post(f"/me/places/{place_id}/", {"do": "leave"})
    assert (left.status_code, left["Location"]) == (303, "/me/")
    assert client.get(f"/me/places/{place_id}/").status_code == 404
    assert "I want to join" in page_of(client, f"/join/{lunch.slug}/place/")


def test_a_full_group_names_what_else_there_is(
    centre: Organisation, kari: Actor, lunch: Listing, ingrid: Actor, today: date
):
    one = _daily(ingrid, lunch, today, capacity=1)
    sewing = an_offering(centre.pk, "Sewing")
    _daily(ingrid, sewing, today)
    eva = an_actor(centre, Role.PARTICIPANT)
    for somebody in (kari, eva):
        a_held_talk(ingrid, participant_of(somebody).pk)
    actions.take_place(eva, round_id=one, now=timezone.now())
    client = english(kari)
    pages = [
        client.get(f"/join/{lunch.slug}/place/"),
        client.post(f"/join/{lunch.slug}/place/", {"round": one}),
    ]
    assert [page.status_code for page in pages] == [200, 422]
    for page in pages:
        text = page.content.decode()
        assert "It is full just now" in text
        assert "That has nothing to do with you" in text
        assert f"/offerings/{sewing.slug}/" in text
        assert "55 51 00 00" in text
        assert "Kari" not in text.split("<main")[1]


def test_a_foreign_or_nonsense_round_is_not_found(kari: Actor, lunch: Listing, ingrid: Actor, today: date):
    elsewhere = an_organisation()
    theirs = an_actor(elsewhere, Role.ADVISER)
    foreign = _daily(theirs, an_offering(elsewhere.pk), today)
    client = english(kari)
    for sent in ({"round": foreign}, {"round": uuid4()}, {"round": "nonsense"}, {}):
        assert client.post(f"/join/{lunch.slug}/place/", sent).status_code == 404
    assert english(ingrid).get(f"/desk/rounds/{foreign}/").status_code == 404
    assert english(ingrid).get(f"/desk/places/{uuid4()}/").status_code == 404


# The desk


def _planned(lunch: Listing, ingrid: Actor, today: date, **fields: object) -> dict[str, object]:
    return {
        "listing": lunch.pk,
        "often": "every_week",
        "from_on": today.isoformat(),
        "until_on": (today + timedelta(days=15)).isoformat(),
        "starts": "12:00",
        "ends": "14:00",
        "meeting_place": "The back door",
        "welcomed_by": ingrid.seat_id,
        "capacity": "8",
        "holidays_shown": ",".join(
            str(today + timedelta(days=n)) for n in range(16)
        ),  # asked, and all are met on
        **fields,
    }


def test_a_round_is_planned_on_one_page(centre: Organisation, lunch: Listing, ingrid: Actor, today: date):
    client = english(an_actor(centre, Role.EMPLOYEE, name="Odd"))
    planned = client.post("/desk/rounds/", _planned(lunch, ingrid, today))
    assert planned.status_code == 303
    page = page_of(client, planned["Location"])
    assert "Thursday lunch" in page
    assert page.count("12:00") >= 3
    assert "Who has a place" not in page
    assert "Thursday lunch" in page_of(client, "/desk/rounds/")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"ends": "11:00"}, "It ends before it starts"),
        ({"until_on": ""}, "Write the last day."),
        ({"until_on": "2020-01-01"}, "The last day comes before the first."),
        ({"until_on": "2031-01-01"}, "more than 120 meetings"),
        ({"meeting_place": ""}, "Write where people meet."),
        ({"listing": str(UUID(int=3))}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_planned_is_said_and_stays(
    fields: dict[str, str], words: str, lunch: Listing, ingrid: Actor, today: date
):
    answer = english(ingrid).post("/desk/rounds/", _planned(lunch, ingrid, today, capacity="17", **fields))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert 'value="17"' in answer.content.decode()


def test_something_that_is_once_needs_no_last_day(lunch: Listing, ingrid: Actor, today: date):
    client = english(ingrid)
    sent = _planned(lunch, ingrid, today, often="once", until_on="")
    round_id = UUID(client.post("/desk/rounds/", sent)["Location"].strip("/").split("/")[-1])
    assert [session.on for session in queries.sessions_of(ingrid, round_id)] == [today]


@pytest.mark.requirement("S1-19")
@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.MANAGER, Role.COORDINATOR, Role.PARTICIPANT])
def test_only_an_adviser_sees_who_is_in(
    role: Role, centre: Organisation, kari: Actor, lunch: Listing, daily: UUID, ingrid: Actor
):
    a_held_talk(ingrid, participant_of(kari).pk)
    place_id = actions.take_place(kari, round_id=daily, now=timezone.now())
    assert "Kari" in page_of(english(ingrid), f"/desk/rounds/{daily}/")
    somebody = an_actor(centre, role)
    client = english(somebody)
    for address in (f"/desk/rounds/{daily}/", "/desk/rounds/", f"/join/{lunch.slug}/place/"):
        body = client.get(address).content.decode()
        assert str(place_id) not in body
        assert role is Role.PARTICIPANT or "Kari" not in body
    assert client.post(f"/desk/rounds/{daily}/", {"do": "leave", "place": place_id}).status_code == 403
    assert [place.state for place in places_in(ingrid, daily)] == ["held"]


def test_the_round_page_gives_places_and_closes(kari: Actor, lunch: Listing, daily: UUID, ingrid: Actor):
    kari_id = participant_of(kari).pk
    a_held_talk(ingrid, kari_id, lunch.pk)
    client = english(ingrid)
    assert "Give Kari a place" in page_of(client, f"/desk/rounds/{daily}/")
    client.post(f"/desk/rounds/{daily}/", {"do": "close"})
    refused = client.post(f"/desk/rounds/{daily}/", {"do": "give", "participant": kari_id})
    assert refused.status_code == 422
    assert "takes in nobody new just now" in refused.content.decode()
    client.post(f"/desk/rounds/{daily}/", {"do": "open"})
    client.post(f"/desk/rounds/{daily}/", {"do": "give", "participant": kari_id})
    (place,) = places_in(ingrid, daily)
    client.post(f"/desk/rounds/{daily}/", {"do": "leave", "place": place.pk})
    assert queries.people_in(ingrid, daily, timezone.now()) == []


def test_a_house_without_offerings_is_led_to_its_first_one_before_a_round(centre: Organisation):
    ingrid = an_actor(centre, Role.ADVISER)
    empty = page_of(english(ingrid), "/desk/rounds/")
    assert "Begin with an offering" in empty
    assert 'name="listing"' not in empty

    an_offering(centre.pk)
    assert 'name="listing"' in page_of(english(ingrid), "/desk/rounds/")


@pytest.mark.requirement("S1-12")
def test_at_an_open_door_the_desk_asks_nobody_to_have_a_place(ingrid: Actor, lunch: Listing):
    house = a_round(ingrid, lunch.pk, capacity=None)
    desk = english(ingrid)
    page = page_of(desk, f"/desk/rounds/{house}/")
    assert "Everybody can come. Nobody needs a place" in page
    for words in ("Who has a place", "Have chosen this now", "Take in nobody new"):
        assert words not in page
    assert "Nobody has a place yet" not in page_of(
        desk, f"/desk/sessions/{sessions_in(ingrid, house)[0].pk}/"
    )
