"""The session page on a phone, its list on paper, the wall, the counting, and the participant's "not today"."""

from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from django.utils import timezone

from stegvis.areas.directory.rules import DocumentationMode
from stegvis.areas.groups import actions, queries
from stegvis.areas.groups.models import Attendance, Session
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import Look
from stegvis.kernel.roles import Role
from tests.areas.groups.meetings import ten_days_with
from tests.browsers import english, page_of
from tests.factories.admission import an_offering, participant_of
from tests.factories.groups import places_in, sessions_in
from tests.factories.people import an_actor
from tests.support import given

pytestmark = pytest.mark.django_db


def _first(ingrid: Actor, round_id: UUID) -> UUID:
    return sessions_in(ingrid, round_id)[0].pk


def _second(ingrid: Actor, round_id: UUID) -> UUID:
    return sessions_in(ingrid, round_id)[1].pk


def _here(ingrid: Actor) -> int:
    with given(ingrid):
        return Attendance.objects.count()


def test_one_tap_notes_her_and_one_more_takes_it_back(ingrid: Actor, kari: Actor, daily: UUID):
    client, address = english(ingrid), f"/desk/sessions/{_first(ingrid, daily)}/"
    assert 'aria-pressed="false"' in page_of(client, address)
    one = {"participant": participant_of(kari).pk}
    answer = client.post(address, {"do": "here", **one})
    assert (answer.status_code, answer["Location"]) == (303, f"{address}#p-{one['participant']}")
    assert 'aria-pressed="true"' in page_of(client, address)
    assert _here(ingrid) == 1
    client.post(address, {"do": "not_here", **one})
    assert _here(ingrid) == 0


def test_with_htmx_the_answer_is_her_row_and_one_look(ingrid: Actor, kari: Actor, daily: UUID):
    client, address = english(ingrid), f"/desk/sessions/{_first(ingrid, daily)}/"
    one = participant_of(kari).pk
    row = client.post(address, {"do": "here", "participant": one}, headers={"HX-Request": "true"})
    assert row.content.decode().startswith(f'<li id="p-{one}"')
    assert 'aria-pressed="true"' in row.content.decode()
    with given(ingrid):
        assert list(Look.objects.values_list("about", "why")) == [(one, "groups.people_at")]


@pytest.mark.requirement("S1-19")
@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.MANAGER, Role.COORDINATOR], ids=str)
def test_those_who_plan_see_numbers_and_no_name(
    role: Role, centre: Organisation, ingrid: Actor, kari: Actor, daily: UUID
):
    first = _first(ingrid, daily)
    actions.attend(ingrid, session_id=first, participant_ids=[participant_of(kari).pk], now=timezone.now())
    client = english(an_actor(centre, role))
    page = page_of(client, f"/desk/sessions/{first}/")
    assert "One person has a place. One is noted as here." in page
    assert "Kari" not in page
    assert str(participant_of(kari).pk) not in page
    note = {"do": "not_here", "participant": participant_of(kari).pk}
    assert client.post(f"/desk/sessions/{first}/", note).status_code == 403
    assert _here(ingrid) == 1
    counted = client.post(f"/desk/sessions/{first}/", {"do": "count", "came": "4"})
    assert counted.status_code == 303
    assert queries.session_page(ingrid, first, timezone.now(), "en").came == 4


@pytest.mark.parametrize("came", ["-1", "many", "99999"])
def test_a_number_that_cannot_be_is_said(came: str, ingrid: Actor, daily: UUID):
    address = f"/desk/sessions/{_first(ingrid, daily)}/"
    answer = english(ingrid).post(address, {"do": "count", "came": came})
    assert answer.status_code == 422
    assert came in answer.content.decode()


@pytest.mark.requirement("X-15")
def test_in_mode_none_there_is_nothing_to_tap_and_posting_is_refused(
    centre: Organisation, ingrid: Actor, kari: Actor
):
    quiet = ten_days_with(kari, ingrid, an_offering(centre.pk, documentation=DocumentationMode.NONE).pk)
    client, address = english(ingrid), f"/desk/sessions/{_first(ingrid, quiet)}/"
    page = page_of(client, address)
    assert "Kari" in page
    assert "aria-pressed" not in page
    answer = client.post(address, {"do": "here", "participant": participant_of(kari).pk})
    assert answer.status_code == 422
    assert "Here nothing is written about who comes" in answer.content.decode()
    assert _here(ingrid) == 0


def test_before_the_day_there_are_names_and_no_taps(ingrid: Actor, daily: UUID):
    page = page_of(english(ingrid), f"/desk/sessions/{_second(ingrid, daily)}/")
    assert "Kari" in page
    assert "First time" in page
    assert "aria-pressed" not in page


@pytest.mark.requirement("X-09")
def test_the_list_on_paper_has_first_names_and_the_wall_has_none(
    ingrid: Actor, daily: UUID, centre: Organisation
):
    listed = page_of(english(ingrid), f"/desk/sessions/{_second(ingrid, daily)}/list/")
    assert "Kari" in listed
    wall = page_of(english(an_actor(centre, Role.EMPLOYEE, name="Odd")), "/desk/wall/")
    assert "Kari" not in wall
    for words in ("Thursday lunch", "The back door", "Ingrid receives you"):
        assert words in wall


def test_an_empty_wall_says_how_to_fill_it(centre: Organisation):
    page = page_of(english(an_actor(centre, Role.MANAGER)), "/desk/wall/")
    assert "Nothing meets in the next four weeks" in page
    assert 'href="/desk/rounds/"' in page


def test_a_meeting_is_called_off_held_after_all_and_moved(ingrid: Actor, daily: UUID):
    second = _second(ingrid, daily)
    client, address = english(ingrid), f"/desk/sessions/{second}/"
    assert client.post(address, {"do": "call_off", "version": 1}).status_code == 303
    assert "This meeting is called off" in page_of(client, address)
    assert client.post(address, {"do": "hold", "version": 2}).status_code == 303
    later = {"on": sessions_in(ingrid, daily)[1].on.isoformat(), "starts": "18:00", "ends": "20:00"}
    assert client.post(address, {"do": "move", "version": 3, **later}).status_code == 303
    assert "18:00" in page_of(client, address)
    old = client.post(address, {"do": "move", "version": 3, **later, "starts": "19:00"})
    assert old.status_code == 422
    assert "Somebody else has changed this round meanwhile" in old.content.decode()
    assert 'value="19:00"' in old.content.decode()
    bad = client.post(address, {"do": "move", "version": 4, **later, "ends": "17:00"})
    assert bad.status_code == 422
    assert "It ends before it starts" in bad.content.decode()


def test_the_counting_shows_sums_and_what_is_not_counted(ingrid: Actor, daily: UUID):
    client = english(ingrid)
    actions.count_came(ingrid, session_id=_first(ingrid, daily), came=17, now=timezone.now())
    assert '<td data-label="Came, all in all">17</td>' in page_of(client, "/desk/counts/")
    wrong = client.get("/desk/counts/", {"from_on": "2026-12-01", "until_on": "2026-11-01"})
    assert wrong.status_code == 422
    assert "The last day comes before the first" in wrong.content.decode()
    assert "Nothing met between these days" in page_of(
        client, "/desk/counts/?from_on=2020-01-01&until_on=2020-01-02"
    )


# Her own page


@pytest.mark.requirement("S2-06")
def test_not_today_is_one_tap_each_way(kari: Actor, ingrid: Actor, daily: UUID):
    client, second = english(kari), _second(ingrid, daily)
    place = f"/me/places/{places_in(ingrid, daily)[0].pk}/"
    said = client.post(f"/me/meetings/{second}/", {"do": "not_today"})
    assert (said.status_code, said["Location"]) == (303, place)
    assert queries.this_time(kari, second, timezone.now()).not_today
    assert "I come after all" in page_of(client, f"/me/meetings/{second}/")
    assert client.post(f"/me/meetings/{second}/", {"do": "come"})["Location"] == place
    assert not queries.this_time(kari, second, timezone.now()).not_today


@pytest.mark.requirement("S3-47")
@pytest.mark.parametrize(("hour", "button"), [(8, "Not today"), (20, "Not this time")])
def test_her_place_says_good_to_see_you(kari: Actor, ingrid: Actor, daily: UUID, hour: int, button: str):
    """The next meeting is today's until that is over, and tomorrow's from then on."""
    tomorrow = timezone.localtime() + timedelta(days=1)
    with time_machine.travel(tomorrow.replace(hour=hour), tick=False):
        page = page_of(english(kari), f"/me/places/{places_in(ingrid, daily)[0].pk}/")
    assert "Good to see you" in page
    assert button in page


@pytest.mark.requirement("S2-08")
def test_she_writes_a_small_aim_and_takes_it_away(kari: Actor, ingrid: Actor, daily: UUID):
    client, address = english(kari), f"/me/meetings/{_second(ingrid, daily)}/"
    client.post(address, {"do": "aim", "words": "Say hi to one person"})
    assert "Say hi to one person" in page_of(client, address)
    assert "Say hi" not in page_of(english(ingrid), f"/desk/sessions/{_second(ingrid, daily)}/")
    client.post(address, {"do": "aim", "words": "Say hi to one person", "shared": "on"})
    assert "Say hi" in page_of(english(ingrid), f"/desk/sessions/{_second(ingrid, daily)}/")
    long = client.post(address, {"do": "aim", "words": "x" * 301})
    assert long.status_code == 422
    assert "x" * 301 in long.content.decode()
    client.post(address, {"do": "aim", "words": ""})
    assert "Say hi" not in page_of(client, address)


def test_a_meeting_that_is_called_off_is_said_on_her_page(kari: Actor, ingrid: Actor, daily: UUID):
    client, second = english(kari), _second(ingrid, daily)
    actions.call_off_meeting(ingrid, session_id=second, version=1, now=timezone.now())
    answer = client.post(f"/me/meetings/{second}/", {"do": "not_today"})
    assert answer.status_code == 422
    assert "This meeting is called off" in answer.content.decode()


def test_she_reads_what_is_noted_about_her(kari: Actor, ingrid: Actor, daily: UUID):
    first = _first(ingrid, daily)
    actions.attend(ingrid, session_id=first, participant_ids=[participant_of(kari).pk], now=timezone.now())
    page = page_of(english(kari), f"/me/meetings/{_second(ingrid, daily)}/")
    assert "Only that you were here on these days" in page


@pytest.mark.requirement("S1-32")
def test_who_calls_off_by_hand_says_why_and_what_instead_and_what_was_typed_stays(ingrid: Actor, daily: UUID):
    second = _second(ingrid, daily)
    client, address = english(ingrid), f"/desk/sessions/{second}/"
    said = {"do": "call_off", "why": "few", "instead": "Coffee in the kitchen."}
    old = client.post(address, {**said, "version": 0})
    assert old.status_code == 422
    assert "Somebody else has changed this round meanwhile" in old.content.decode()
    assert 'value="Coffee in the kitchen."' in old.content.decode()

    assert client.post(address, {**said, "version": 1}).status_code == 303
    with given(ingrid):
        row = Session.objects.get(pk=second)
    assert (row.state, row.called_off_why, row.instead) == ("called_off", "few", "Coffee in the kitchen.")


def test_an_answer_that_is_too_long_or_unknown_calls_nothing_off(ingrid: Actor, daily: UUID):
    second = _second(ingrid, daily)
    client, address = english(ingrid), f"/desk/sessions/{second}/"
    for wrong in ({"why": "ill"}, {"instead": "x" * 201}):
        assert client.post(address, {"do": "call_off", "version": 1, **wrong}).status_code == 422
    with given(ingrid):
        assert Session.objects.get(pk=second).state == "planned"
