"""Planning and changing rounds on their pages: holidays, chosen days, rounds that follow, and looking before doing."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from stegvis.areas.directory.models import Listing
from stegvis.areas.groups import queries
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from tests.browsers import english, page_of
from tests.factories.admission import an_offering, participant_of
from tests.factories.groups import places_in, sessions_in

pytestmark = pytest.mark.django_db


def _sent(ingrid: Actor, round_id: UUID, **fields: object) -> dict[str, object]:
    here = queries.round_to_change(ingrid, round_id, timezone.now(), "en")
    return {
        "version": here.version,
        "until_on": here.frame.until_on.isoformat(),
        "starts": "12:00",
        "ends": "14:00",
        "meeting_place": "The back door",
        "welcomed_by": ingrid.seat_id,
        "capacity": 8,
        "holidays_shown": ",".join(str(here.frame.from_on + timedelta(days=n)) for n in range(30)),
        **fields,
    }


def _looked(page: str) -> str:
    return page.split('name="looked" value="')[1].split('"')[0]


def test_a_change_is_looked_at_and_then_done(ingrid: Actor, daily: UUID):
    client, address = english(ingrid), f"/desk/rounds/{daily}/change/"
    assert "Change the round" in page_of(client, address)
    sent = _sent(ingrid, daily, starts="17:00", ends="19:00")
    preview = client.post(address, {"do": "look", **sent}).content.decode()
    assert "At another time" in preview
    assert sessions_in(ingrid, daily)[1].starts.hour == 12, "looking changes nothing"

    unseen = client.post(address, {"do": "save", **sent, "starts": "18:00", "looked": _looked(preview)})
    assert unseen.status_code == 200, "what was not looked at is shown first"
    assert sessions_in(ingrid, daily)[1].starts.hour == 12

    done = client.post(address, {"do": "save", **sent, "looked": _looked(preview)})
    assert (done.status_code, done["Location"]) == (303, f"/desk/rounds/{daily}/")
    assert sessions_in(ingrid, daily)[1].starts.hour == 17


def test_two_who_change_the_same_round_are_told_and_lose_nothing(ingrid: Actor, daily: UUID):
    client, address = english(ingrid), f"/desk/rounds/{daily}/change/"
    mine = _sent(ingrid, daily, meeting_place="The garden")
    looked = _looked(client.post(address, {"do": "look", **mine}).content.decode())
    theirs = _sent(ingrid, daily, capacity=12)
    theirs["looked"] = _looked(client.post(address, {"do": "look", **theirs}).content.decode())
    assert client.post(address, {"do": "save", **theirs}).status_code == 303

    answer = client.post(address, {"do": "save", **mine, "looked": looked})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Somebody else has changed this round meanwhile" in page
    assert "The garden" in page
    assert queries.round_shown(ingrid, daily, timezone.now(), "en").capacity == 12


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"ends": "11:00"}, "It ends before it starts"),
        ({"until_on": "2020-01-01"}, "The last day comes before the first"),
        ({"meeting_place": ""}, "Write where people meet."),
    ],
)
def test_a_change_that_cannot_be_is_said_and_stays(
    fields: dict[str, str], words: str, ingrid: Actor, daily: UUID
):
    address = f"/desk/rounds/{daily}/change/"
    answer = english(ingrid).post(address, {"do": "look", **_sent(ingrid, daily, capacity=17, **fields)})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert 'value="17"' in answer.content.decode()


def test_a_meeting_is_added_by_hand(ingrid: Actor, daily: UUID):
    client, address = english(ingrid), f"/desk/rounds/{daily}/change/"
    on = sessions_in(ingrid, daily)[1].on.isoformat()
    at = {"do": "add", "version": 1, "on": on, "starts": "18:00", "ends": "20:00"}
    taken = client.post(address, {**at, "starts": "12:00"})
    assert taken.status_code == 422
    assert "already meets at that time" in taken.content.decode()
    assert client.post(address, at).status_code == 303
    assert len(sessions_in(ingrid, daily)) == 11
    assert client.post(address, {**at, "starts": "16:00"}).status_code == 422, "the first form again"


def test_holidays_are_asked_about_when_a_round_is_planned(ingrid: Actor, lunch: Listing):
    """Thursdays in December: Christmas Eve and New Year's Eve come ticked, and are left out when she goes on."""
    client = english(ingrid)
    sent = {
        "listing": lunch.pk,
        "often": "every_week",
        "from_on": "2030-12-12",
        "until_on": "2031-01-09",
        "starts": "12:00",
        "ends": "14:00",
        "meeting_place": "The back door",
        "welcomed_by": ingrid.seat_id,
        "capacity": "8",
    }
    asked = client.post("/desk/rounds/", sent)
    page = asked.content.decode()
    assert asked.status_code == 200
    assert "There are holidays among these days" in page
    assert "Boxing Day" in page or "Second Day of Christmas" in page
    shown = page.split('name="holidays_shown" value="')[1].split('"')[0]
    assert page.count('name="leave_out"') == page.count("checked") - 1 == len(shown.split(","))
    done = client.post("/desk/rounds/", {**sent, "holidays_shown": shown, "leave_out": shown.split(",")})
    assert done.status_code == 303
    dates = [session.on for session in sessions_in(ingrid, UUID(done["Location"].strip("/").split("/")[-1]))]
    assert dates == [date(2030, 12, 12), date(2030, 12, 19), date(2031, 1, 2), date(2031, 1, 9)]


def test_chosen_days_are_written_one_a_line(ingrid: Actor, lunch: Listing):
    client = english(ingrid)
    sent = {
        "listing": lunch.pk,
        "often": "days",
        "days": "3.12.2030\n2030-12-10\n",
        "starts": "12:00",
        "ends": "14:00",
        "meeting_place": "The back door",
        "welcomed_by": ingrid.seat_id,
    }
    done = client.post("/desk/rounds/", sent)
    round_id = UUID(done["Location"].strip("/").split("/")[-1])
    assert [session.on for session in sessions_in(ingrid, round_id)] == [
        date(2030, 12, 3),
        date(2030, 12, 10),
    ]
    for days, words in (
        ("soon", "“soon” is not a day we know"),
        ("31.2.2031", "is not a day we know"),
        ("", "Write the days"),
    ):
        wrong = client.post("/desk/rounds/", {**sent, "days": days})
        assert wrong.status_code == 422
        assert words in wrong.content.decode()


def test_a_round_that_goes_on_after_another_is_planned_on_the_same_page(
    ingrid: Actor, lunch: Listing, daily: UUID, centre: Organisation, kari: Actor
):
    client = english(ingrid)
    sent = {
        "listing": lunch.pk,
        "often": "once",
        "from_on": "2030-12-03",
        "starts": "12:00",
        "ends": "14:00",
        "meeting_place": "The back door",
        "welcomed_by": ingrid.seat_id,
        "follows": daily,
    }
    done = client.post("/desk/rounds/", sent)
    new = UUID(done["Location"].strip("/").split("/")[-1])
    assert [place.participant_id for place in places_in(ingrid, new)] == [participant_of(kari).pk]
    other = client.post("/desk/rounds/", {**sent, "listing": an_offering(centre.pk, "Sewing").pk})
    assert other.status_code == 422
    assert "Choose a round of the same offering." in other.content.decode()
