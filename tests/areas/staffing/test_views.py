"""The roster's pages: the week, one meeting, the sick call in one tap and back, a colleague's in two, taking over."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from stegvis.areas.directory.models import Listing
from stegvis.areas.groups import actions as groups
from stegvis.areas.groups.models import Session
from stegvis.areas.groups.rules import CallOffWhy
from stegvis.areas.people.models import Organisation
from stegvis.areas.staffing.models import Away, Duty
from stegvis.areas.staffing.rules import Carries
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.areas.staffing.scene import a_walk, all_on_duty, first_of, on_duty, somebody_employed, version_of
from tests.browsers import english, page_of
from tests.factories.groups import a_round, sessions_in
from tests.factories.people import an_actor
from tests.support import asked_of_database, given

pytestmark = pytest.mark.django_db

SEVEN = datetime(2026, 11, 23, 6, tzinfo=UTC)
"""Monday, seven in the morning where the centre is."""
ROSTER, DUTIES, COLLEAGUE = "/desk/roster/", "/desk/duties/", "/desk/roster/ill/"


@pytest.fixture(autouse=True)
def seven_in_the_morning() -> Iterator[time_machine.Coordinates]:
    with time_machine.travel(SEVEN, tick=False) as clock:
        yield clock


@pytest.fixture
def today(berit: Actor, lunch: Listing) -> Session:
    """A walk at noon today that needs two; others follow each day."""
    return first_of(berit, a_walk(berit, lunch, from_on=date(2026, 11, 23), recurrence="FREQ=DAILY"))


def do(client: Client, address: str, what: str, **more: object) -> str:
    """Press a button; gives the page it leads to."""
    answer = client.post(address, {"do": what, **more})
    assert answer.status_code == 303, answer.content.decode()
    return page_of(client, answer["Location"])


def away_rows(actor: Actor) -> int:
    with given(actor):
        return Away.objects.count()


@pytest.mark.requirement("S1-25")
def test_participants_and_a_volunteer_change_nothing_about_one_of_two(
    centre: Organisation, odd: Actor, berit: Actor, today: Session
):
    on_duty(berit, today, odd)
    for role in (Role.PARTICIPANT, Role.PARTICIPANT, Role.PARTICIPANT, Role.VOLUNTEER):
        an_actor(centre, role)
    client = english(berit)
    session_page = page_of(client, f"/desk/sessions/{today.pk}/")
    assert "1 of 2" in session_page
    assert "cannot be held yet" in session_page
    assert "One more employee" in session_page
    assert "1 of 2" in page_of(client, ROSTER)


@pytest.mark.requirement("S1-31")
def test_ill_in_one_tap_from_the_desk_and_taken_back(odd: Actor, siri: Actor, berit: Actor, today: Session):
    all_on_duty(berit, today, [odd, siri])
    client = english(odd)
    assert "I am ill today" in page_of(client, "/desk/")
    page = do(client, DUTIES, "ill_today")
    assert "You are written down as away" in page
    assert "Those who are free are asked to take it." in page
    assert "1 of 2" in page_of(english(berit), ROSTER)
    key = re.search(r'name="away" value="([^"]+)"', page)
    assert key
    page = do(client, DUTIES, "back", away=key[1])
    assert "You are written down as away" not in page
    assert away_rows(odd) == 0
    assert "2 of 2" in page_of(english(berit), f"{ROSTER}{today.pk}/")


def test_taking_it_back_says_that_what_was_called_off_stays_so(
    odd: Actor, siri: Actor, berit: Actor, today: Session
):
    all_on_duty(berit, today, [odd, siri])
    page = do(english(odd), DUTIES, "ill_today")
    off = {"session_ids": [today.pk], "why": CallOffWhy.STAFF, "instead": "", "now": SEVEN}
    groups.call_off(Actor.housekeeper(berit.organisation_id), **off)
    key = re.search(r'name="away" value="([^"]+)"', page)
    assert key
    page = do(english(odd), DUTIES, "back", away=key[1])
    assert "What was called off stays so" in page
    assert "You are expected as before" not in page


def test_ill_pressed_twice_is_once(odd: Actor):
    client = english(odd)
    do(client, DUTIES, "ill_today")
    do(client, DUTIES, "ill_today")
    assert away_rows(odd) == 1


def test_one_day_more_then_until_she_is_back(
    odd: Actor, berit: Actor, today: Session, seven_in_the_morning: time_machine.Coordinates
):
    client = english(odd)
    page = do(client, DUTIES, "ill_today")
    assert "Until Monday 23 November, that day included." in page
    key = re.search(r'name="away" value="([^"]+)"', page)
    assert key
    page = do(client, DUTIES, "one_more", away=key[1])
    assert "Until Tuesday 24 November, that day included." in page
    page = do(client, DUTIES, "until_back", away=key[1])
    assert "Until you say that you are back." in page
    seven_in_the_morning.shift(timedelta(days=2))
    page = do(english(odd), DUTIES, "back", away=key[1])
    assert "You are written down as away" not in page
    week = page_of(english(berit), f"{ROSTER}?week=2026-W48")
    assert week.count("Away: Odd") == 3, "Monday, Tuesday, and Wednesday until she was back"


def test_being_back_leaves_a_holiday_later_on_as_it_is(
    odd: Actor, seven_in_the_morning: time_machine.Coordinates
):
    do(english(odd), DUTIES, "away", from_on="2026-12-24", until_on="2026-12-27")
    page = do(english(odd), DUTIES, "ill_today")
    key = re.search(r'name="away" value="([^"]+)"', page)
    assert key
    do(english(odd), DUTIES, "one_more", away=key[1])
    seven_in_the_morning.shift(timedelta(hours=5))
    page = do(english(odd), DUTIES, "back", away=key[1])
    assert "You are written down as away</h2>" not in page
    assert "From Thursday 24 December." in page
    assert page.count('name="away"') == 1


def test_nobody_takes_back_what_another_said(odd: Actor, siri: Actor):
    page = do(english(odd), DUTIES, "ill_today")
    key = re.search(r'name="away" value="([^"]+)"', page)
    assert key
    do(english(siri), DUTIES, "back", away=key[1])
    assert english(siri).post(DUTIES, {"do": "until_back", "away": key[1]}).status_code == 404
    assert away_rows(odd) == 1


def test_days_away_that_make_no_sense_are_said_beside_the_question(odd: Actor):
    answer = english(odd).post(DUTIES, {"do": "away", "from_on": "2026-12-10", "until_on": "2026-12-01"})
    assert answer.status_code == 422
    assert "The last day comes before the first." in answer.content.decode()
    assert 'value="2026-12-10"' in answer.content.decode()
    page = do(english(odd), DUTIES, "away", from_on="2026-12-10", until_on="2026-12-11")
    assert "From Thursday 10 December." in page


def test_a_colleague_who_phoned_is_two_taps_away(odd: Actor, siri: Actor, berit: Actor, today: Session):
    all_on_duty(berit, today, [odd, siri])
    client = english(berit)
    assert COLLEAGUE in page_of(client, ROSTER)
    page = do(client, COLLEAGUE, "ill", seat=odd.seat_id)
    assert "Odd is away that day." in page
    assert "Odd comes after all" in page
    assert "You are written down as away" in page_of(english(odd), DUTIES)
    do(client, COLLEAGUE, "back", seat=odd.seat_id)
    assert away_rows(berit) == 0
    assert client.post(COLLEAGUE, {"do": "ill", "seat": berit.seat_id}).status_code == 404


def test_who_is_free_takes_over_in_one_tap_and_the_second_is_thanked(
    centre: Organisation, odd: Actor, siri: Actor, berit: Actor, walk: UUID
):
    thursday = first_of(berit, walk)
    all_on_duty(berit, thursday, [odd, siri])
    mona = somebody_employed(centre, "Mona")
    do(english(odd), DUTIES, "away", from_on="2026-11-26", until_on="2026-11-26")
    assert "Somebody is missing. Can you take it?" in page_of(english(mona), "/desk/")
    assert "Can you take it?" in page_of(english(mona), DUTIES)
    assert "Can you take it?" not in page_of(english(siri), DUTIES)
    assert "Thank you. You are on it." in do(english(mona), DUTIES, "take", session=thursday.pk)
    late = english(berit).post(DUTIES, {"do": "take", "session": thursday.pk})
    assert late.status_code == 422
    assert "Somebody else was a little faster." in late.content.decode()


@pytest.mark.requirement("S1-31")
def test_ill_after_the_check_time_and_the_page_says_that_it_is_called_off(
    odd: Actor, siri: Actor, berit: Actor, walk: UUID, seven_in_the_morning: time_machine.Coordinates
):
    thursday = first_of(berit, walk)
    all_on_duty(berit, thursday, [odd, siri])
    seven_in_the_morning.shift(timedelta(days=3))
    page = do(english(odd), DUTIES, "ill_today")
    assert "Called off. Everybody with a place is told, in neutral words." in page
    meeting = page_of(english(berit), f"{ROSTER}{thursday.pk}/")
    assert "This meeting is called off" in meeting
    assert "Add somebody" not in meeting
    assert "called off" in page_of(english(berit), f"{ROSTER}?week=2026-W48")


def test_somebody_is_put_on_changed_and_taken_off(odd: Actor, berit: Actor, today: Session):
    client, address = english(berit), f"{ROSTER}{today.pk}/"
    whole = {"starts": "12:00", "ends": "14:00"}
    page = do(client, address, "plan", version=0, seat=odd.seat_id, carries=["leads"], **whole)
    assert "Leads" in page
    with given(berit):
        duty = Duty.objects.get()
    form = page_of(client, f"{address}?duty={duty.pk}")
    assert "Change what Odd does" in form
    page = do(
        client, address, "change", version=1, seat=odd.seat_id, duty=duty.pk, starts="12:00", ends="13:00"
    )
    assert "12:00–13:00" in page
    page = do(client, address, "end", version=2, duty=duty.pk)
    assert "Nobody is on it yet." in page


def test_hours_outside_the_meeting_are_refused_and_stay_typed(odd: Actor, berit: Actor, today: Session):
    wrong = {"do": "plan", "version": 0, "seat": odd.seat_id, "starts": "17:00", "ends": "18:00"}
    answer = english(berit).post(f"{ROSTER}{today.pk}/", wrong)
    assert answer.status_code == 422
    assert "That time lies outside the meeting." in answer.content.decode()
    assert 'value="17:00"' in answer.content.decode()


def test_the_second_of_two_editors_sees_both_and_decides(
    odd: Actor, siri: Actor, berit: Actor, today: Session
):
    client, address = english(berit), f"{ROSTER}{today.pk}/"
    mine = {"do": "plan", "seat": siri.seat_id, "starts": "12:00", "ends": "13:00"}
    on_duty(odd, today, odd)
    answer = client.post(address, {**mine, "version": 0})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Somebody else has changed this week meanwhile" in page
    assert "Odd" in page
    assert f'value="{siri.seat_id}" selected' in page
    assert 'name="version" value="1"' in page
    assert "Siri" in do(client, address, "plan", **{**mine, "version": 1})


def test_who_opens_the_roster_when_the_week_is_done_plans_the_next(
    berit: Actor, lunch: Listing, seven_in_the_morning: time_machine.Coordinates
):
    fridays = "FREQ=WEEKLY;BYDAY=FR"
    a_walk(berit, lunch, from_on=date(2026, 11, 27), until_on=date(2026, 12, 4), recurrence=fridays)
    assert "Week 48" in page_of(english(berit), ROSTER)
    seven_in_the_morning.move_to(datetime(2026, 11, 29, 20, tzinfo=UTC))  # Sunday evening
    page = page_of(english(berit), ROSTER)
    assert "Week 49" in page
    assert 'href="?week=2026-W48">This week' in page, "and nothing leads around in a circle"
    assert 'action="?week=2026-W49"' in page, "what is copied goes into the week that is shown"
    seven_in_the_morning.move_to(datetime(2026, 11, 30, 8, tzinfo=UTC))
    past = page_of(english(berit), f"{ROSTER}?week=2026-W48")
    assert "Nobody is missing" not in past, "nothing is promised of a week that is over"


def test_the_week_before_is_set_into_this_one(odd: Actor, berit: Actor, today: Session):
    on_duty(berit, today, odd)
    client, later = english(berit), f"{ROSTER}?week=2026-W49"
    assert client.post(later, {"do": "copy", "version": "7"}).status_code == 422
    page = do(client, later, "copy", version=version_of(berit, date(2026, 11, 30)))
    assert "One duty is planned." in page
    nothing = client.post(f"{ROSTER}?week=2026-W51", {"do": "copy", "version": "0"})
    assert nothing.status_code == 422
    assert "Nothing could be copied." in nothing.content.decode()


@pytest.mark.requirement("S1-24")
def test_a_round_may_ask_for_more_than_its_assessment_and_never_for_fewer(berit: Actor, walk: UUID):
    client, address = english(berit), f"/desk/rounds/{walk}/staff/"
    said = {"version": 0, "check_days": 1, "check_at": "18:00", "instead": "There is coffee until two."}
    few = client.post(address, {**said, "employees": 1})
    assert few.status_code == 422
    assert "asks for more employees" in few.content.decode()
    assert "There is coffee until two." in few.content.decode()
    assert client.post(address, {**said, "employees": 3}).status_code == 303
    other = client.post(address, {**said, "employees": 4})
    assert other.status_code == 422
    assert "Somebody else has changed this meanwhile" in other.content.decode()
    assert "3 employees" in other.content.decode()


@pytest.mark.parametrize("code", ["", "2026-W48", "2026-W60", "soon", "9999-W01"])
def test_a_week_that_is_none_is_this_week(code: str, berit: Actor, today: Session):
    page = page_of(english(berit), f"{ROSTER}?week={code}")
    assert "Week 48" in page
    assert page.count(" data-shown") == 1


@pytest.mark.parametrize(("day", "shown"), [("", 1), ("3", 3), ("7", 7), ("8", 1), ("x", 1)])
def test_a_phone_shows_one_day_and_a_desk_all(day: str, shown: int, berit: Actor, today: Session):
    page = page_of(english(berit), f"{ROSTER}?week=2026-W48&day={day}")
    days = re.findall(r'<section class="sv-day"[^>]*>', page)
    assert len(days) == 7
    assert [number for number, one in enumerate(days, start=1) if "data-shown" in one] == [shown]
    assert [f"?week=2026-W48&amp;day={number}" in page for number in range(1, 8)] == [True] * 7


def test_a_called_off_meeting_sends_advisers_to_the_call_list_and_nobody_else(
    odd: Actor, berit: Actor, ingrid: Actor, walk: UUID
):
    first = first_of(berit, walk)
    groups.call_off(
        Actor.housekeeper(berit.organisation_id),
        session_ids=[first.pk],
        why=CallOffWhy.STAFF,
        instead="There is coffee until two.",
        now=SEVEN,
    )
    for address in (f"{ROSTER}{first.pk}/", f"/desk/sessions/{first.pk}/"):
        assert "/desk/calls/" in page_of(english(ingrid), address).split("<main")[1]
        assert "/desk/calls/" not in page_of(english(odd), address).split("<main")[1]
    assert "Instead: There is coffee until two." in page_of(english(odd), f"{ROSTER}{first.pk}/")


def test_an_open_door_tells_who_receives_and_when_nobody_does(odd: Actor, berit: Actor, lunch: Listing):
    house = first_of(berit, a_round(berit, lunch.pk, capacity=None))
    on_duty(berit, house, odd, Carries.DROP_IN, ends=time(13))
    page = page_of(english(berit), f"{ROSTER}?week=2026-W48")
    assert "12:00–13:00 open: Odd" in page
    assert "13:00–14:00 closed: nobody receives" in page
    assert "One meeting lacks somebody." in page


def _many(planner: Actor, round_id: UUID, people: list[Actor], number: int) -> None:
    """So many meetings on Thursday, each with everybody on it for some minutes."""
    first = sessions_in(planner, round_id)[0]
    with given(planner):
        sessions = [
            Session(
                organisation_id=first.organisation_id,
                round_id=round_id,
                on=first.on,
                starts=(datetime.combine(first.on, time(6)) + timedelta(minutes=3 * count)).time(),
                ends=(datetime.combine(first.on, time(7)) + timedelta(minutes=3 * count)).time(),
                starts_at=first.starts_at + timedelta(minutes=3 * count - 360),
                ends_at=first.starts_at + timedelta(minutes=3 * count - 300),
            )
            for count in range(number)
            if count != 120
        ]
        Session.objects.bulk_create(sessions)
        Duty.objects.bulk_create(
            Duty(
                organisation_id=first.organisation_id,
                session=session,
                seat_id=somebody.seat_id,
                starts_at=session.starts_at,
                ends_at=session.ends_at,
            )
            for session in sessions
            for somebody in people
        )


def test_the_week_asks_the_database_as_often_for_two_hundred_meetings_as_for_ten(
    odd: Actor, siri: Actor, berit: Actor, walk: UUID
):
    client = english(berit)
    address = f"{ROSTER}?week=2026-W48"
    _many(berit, walk, [odd, siri], 10)
    page_of(client, address)
    with asked_of_database() as ten:
        page_of(client, address)
    with given(berit):
        Session.objects.filter(on=date(2026, 11, 26)).exclude(starts=time(12)).delete()
    _many(berit, walk, [odd, siri], 200)
    with asked_of_database() as two_hundred:
        page = page_of(client, address)
    assert page.count('class="sv-shift"') == 200
    assert len(two_hundred) == len(ten) <= 30
