"""The pages of outings, as people fill them in."""

import pytest
import time_machine

from stegvis.areas.outings import actions, queries
from stegvis.areas.outings.rules import Needs
from stegvis.kernel.roles import Role
from tests.areas.outings.walks import along
from tests.browsers import english, page_of
from tests.factories.admission import NOW, participant_of
from tests.factories.groups import sessions_in
from tests.factories.people import an_actor
from tests.support import asked_of_database

PLAN = {
    "version": "0",
    "route": "Round the lake",
    "minutes": "60",
    "km": "3,6",
    "pace": "easy",
    "terrain": "hills",
    "meeting_point": "The red bench",
}


@pytest.fixture(autouse=True)
def on_the_monday():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.mark.requirement("S1-30")
def test_she_says_what_she_can_and_takes_it_back(ingrid, kari, outing):
    hers = f"/me/outings/{outing}/"
    page = page_of(english(kari), hers)
    assert "Only Ingrid, who plans it, reads what you say" in page
    assert "We walk for at most 60 minutes, about 3.6 km." in page
    assert english(kari).post(hers, {"do": "say", "minutes": "20", "toilet": "on"}).status_code == 303
    page = page_of(english(kari), hers)
    assert "We walk for at most 20 minutes, about 1.2 km." in page
    assert "There is a toilet on the way." in page_of(english(kari), f"/me/meetings/{outing}/")
    assert english(kari).post(hers, {"do": "take_back"}).status_code == 303
    assert "at most 60 minutes" in page_of(english(kari), hers)
    assert english(kari).post(hers, {"do": "say"}).status_code == 303, "nothing said is an answer too"
    assert english(kari).post(hers, {"do": "say", "minutes": "17"}).status_code == 422


@pytest.mark.requirement("S1-30")
def test_the_planner_is_warned_and_lets_the_plan_fit(ingrid, kari, odd, outing):
    actions.say_needs(kari, session_id=outing, needs=Needs(minutes=20, toilet=True), now=NOW)
    desk = f"/desk/outings/{outing}/"
    assert "The plan asks more than everybody can" in page_of(english(ingrid), desk)
    assert "A plan that fits everybody" in page_of(english(ingrid), "/desk/"), "also where the day begins"
    assert "asks more" not in page_of(english(odd), desk)
    assert english(odd).post(desk, {"do": "fit", "version": "1"}).status_code == 403
    assert english(ingrid).post(desk, {"do": "fit", "version": "7"}).status_code == 422
    assert english(ingrid).post(desk, {"do": "fit", "version": "1"}).status_code == 303
    assert "asks more" not in page_of(english(ingrid), desk)
    assert "Walks for up to 20 minutes" in page_of(english(ingrid), f"{desk}needs/")
    assert english(odd).get(f"{desk}needs/").status_code == 403


@pytest.mark.requirement("S1-33")
def test_the_sheet_says_what_to_do_and_names_nobody_who_comes(ingrid, kari, outing):
    actions.say_needs(kari, session_id=outing, needs=Needs(minutes=20), now=NOW)
    sheet = page_of(english(ingrid), f"/desk/outings/{outing}/sheet/")
    for words in (
        "Call 113",
        "The red bench by the lake",
        "The bridge",
        "12:40",
        "Odd, in the blue bag",
        "Bus 2",
    ):
        assert words in sheet, words
    assert "2 people have a place." in sheet
    assert "Not ready yet" in sheet
    assert "Enough of you on duty" in sheet, "nobody is on duty"
    names = {one.nickname for one in queries.needs_told(ingrid, outing, NOW).people}
    assert not [name for name in names if name in sheet]


@pytest.mark.requirement("S2-11")
def test_an_earlier_plan_is_where_a_new_one_begins(ingrid, outing, round_id):
    later = sessions_in(ingrid, round_id)[1].pk
    address = f"/desk/outings/{later}/plan/"
    assert "Plan it as an outing" in page_of(english(ingrid), f"/desk/sessions/{later}/")
    assert f"?like={outing}" in page_of(english(ingrid), address)
    begun = page_of(english(ingrid), f"{address}?like={outing}")
    assert 'value="3.6"' in begun
    assert "The red bench by the lake" in begun
    answer = english(ingrid).post(address, PLAN | {"planner": str(ingrid.seat_id)})
    assert answer.status_code == 303
    assert queries.outing_page(ingrid, later, NOW, "en").plan.metres == 3600


def test_two_who_plan_see_both_and_choose(centre, ingrid, outing):
    other = an_actor(centre, Role.ADVISER)
    address, mine = f"/desk/outings/{outing}/plan/", PLAN | {"planner": str(other.seat_id), "version": "1"}
    english(ingrid).post(address, PLAN | {"planner": str(ingrid.seat_id), "version": "1", "minutes": "30"})
    answer = english(other).post(address, mine | {"minutes": "90"})
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "Look at both, and choose" in html
    assert "at most 30 minutes" in html
    assert 'value="90"' in html
    assert english(other).post(address, mine | {"minutes": "90", "version": "2"}).status_code == 303


def test_a_plan_that_cannot_be_kept_keeps_what_was_typed(ingrid, session_id):
    address = f"/desk/outings/{session_id}/plan/"
    answer = english(ingrid).post(address, PLAN | {"planner": "", "minutes": "", "km": "far"})
    assert answer.status_code == 422
    html = answer.content.decode()
    for words in (
        "Choose who plans it",
        "Write how many minutes you walk",
        "Write a number, like 1.5",
        'value="far"',
    ):
        assert words in html, words


def test_the_planner_writes_down_what_somebody_tells(ingrid, kari, outing):
    one = f"/desk/outings/{outing}/needs/{participant_of(kari).pk}/"
    assert "Write only what was said to you" in page_of(english(ingrid), one)
    assert english(ingrid).post(one, {"break_every": "10"}).status_code == 303
    assert "Written down by Ingrid, not yet read by you" in page_of(english(kari), f"/me/outings/{outing}/")


def test_a_page_of_many_costs_the_same_reads_as_of_two(centre, ingrid, outing, round_id):
    desk = english(ingrid)
    for address in (f"/desk/outings/{outing}/", f"/desk/outings/{outing}/needs/", "/desk/"):
        page_of(desk, address)
        with asked_of_database() as few:
            page_of(desk, address)
        person = an_actor(centre, Role.PARTICIPANT)
        along(ingrid, person, round_id)
        actions.say_needs(person, session_id=outing, needs=Needs(minutes=30), now=NOW)
        with asked_of_database() as many:
            page_of(desk, address)
        assert len(many) <= len(few)
