"""My page and the desk: what is next, and nothing about people that this seat may not see."""

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.test import Client

from stegvis.areas.admission import actions as talks
from stegvis.areas.admission import api as admission
from stegvis.areas.groups import api as groups
from stegvis.areas.messages import actions as letters
from stegvis.areas.people.models import Organisation
from stegvis.areas.staffing import api as staffing
from stegvis.areas.staffing.api import Carries
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import Look
from stegvis.kernel.roles import Role
from tests.areas.staffing.scene import first_of, on_duty, somebody_employed
from tests.factories.admission import NOW, a_held_talk, an_offering, participant_of
from tests.factories.directory import a_draft
from tests.factories.groups import a_round
from tests.factories.messages import a_kind, sent
from tests.factories.people import a_participant, an_actor, an_organisation
from tests.journeys.sessions import session_of
from tests.support import given

pytestmark = pytest.mark.django_db
THURSDAY = datetime(2026, 11, 26, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _a_monday():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def centre() -> Organisation:
    return an_organisation(name="Senteret i Korsby", phone="55 51 00 00")


@pytest.fixture
def adviser(centre: Organisation) -> Actor:
    return an_actor(centre, Role.ADVISER)


@pytest.fixture
def kari(centre: Organisation) -> Actor:
    return an_actor(centre, Role.PARTICIPANT)


def page_of(actor: Actor, address: str) -> str:
    client = Client(headers={"accept-language": "en"})
    client.cookies["session"] = session_of(actor)
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def asks_for_a_talk(actor: Actor, listing_id: object) -> None:
    admission.ask_for_talk(actor, listing_id=listing_id, how_to_reach=None, now=NOW)


def test_an_empty_page_says_how_to_go_on(kari):
    html = page_of(kari, "/me/")

    assert "Hi Kari" in html
    assert "Here you see what is next" in html
    assert 'href="/offerings/"' in html
    assert "55 51 00 00" in html


def test_whoever_comes_is_welcome_however_long_it_has_been(kari):
    html = page_of(kari, "/me/")

    assert "Good to see you." in html
    assert 'href="/me/looks/"' in html
    assert 'href="/me/reach/"' in html


def test_a_wish_for_a_talk_is_what_comes_next(centre, kari):
    asks_for_a_talk(kari, an_offering(centre.pk).pk)
    html = page_of(kari, "/me/")

    assert "You have asked for a talk" in html
    assert "Thursday lunch" in html


def test_while_times_are_free_the_next_step_is_to_choose_one(centre, adviser, kari):
    asks_for_a_talk(kari, an_offering(centre.pk).pk)
    assert "An adviser sees it soon." in page_of(kari, "/me/")

    times_on(adviser, date(2026, 11, 25))
    html = page_of(kari, "/me/")
    assert "Choose a time that suits you." in html
    assert "An adviser sees it soon." not in html


def times_on(adviser: Actor, day: date) -> None:
    talks.offer_times(
        adviser,
        first_on=day,
        weeks=1,
        starts=time(13),
        until=time(14),
        minutes=60,
        place="The blue room",
        now=NOW,
    )


def a_booked_talk(adviser: Actor, participant: Actor, day: date) -> None:
    times_on(adviser, day)
    talks.choose_time(participant, time_id=admission.free_times(participant, NOW)[0].time_id, now=NOW)


def test_a_talk_with_a_time_is_next_when_nothing_comes_before_it(centre, adviser, kari):
    a_booked_talk(adviser, kari, date(2026, 11, 25))
    html = page_of(kari, "/me/")
    for words in ("Talk with Ingrid", "Wednesday 25 November", "13:00–14:00", "The blue room"):
        assert words in html
    assert "An adviser sees it soon" not in html

    lunch = an_offering(centre.pk, gated=False)
    groups.take_place(kari, round_id=a_round(adviser, lunch.pk), now=NOW)
    html = page_of(kari, "/me/")
    assert html.index("Talk with Ingrid") < html.index("My groups") < html.index("Thursday lunch")


def test_a_talk_after_the_next_meeting_is_still_told(centre, adviser, kari):
    lunch = an_offering(centre.pk, gated=False)
    groups.take_place(kari, round_id=a_round(adviser, lunch.pk), now=NOW)
    a_booked_talk(adviser, kari, date(2026, 11, 27))
    html = page_of(kari, "/me/")

    assert html.index("Thursday lunch") < html.index('id="talk"') < html.index("Talk with Ingrid")
    assert "Friday 27 November" in html


def test_the_day_holds_talks_and_meetings_by_the_clock(centre, adviser, kari):
    a_round(adviser, an_offering(centre.pk).pk)  # from twelve
    a_booked_talk(adviser, kari, THURSDAY.date())
    assert "Kari" not in page_of(adviser, "/desk/"), "she has a time, and it is not today"
    with given(adviser):
        assert not Look.objects.exists()

    with time_machine.travel(THURSDAY, tick=False):
        html, others = page_of(adviser, "/desk/"), page_of(an_actor(centre, Role.MANAGER), "/desk/")
    assert html.index("12:00–14:00") < html.index("13:00–14:00") < html.index("Talk with Kari")
    assert "The blue room. Ingrid receives people." in html
    assert "Kari" not in others
    assert "13:00" not in others
    with given(adviser):
        assert Look.objects.filter(about=participant_of(kari).pk).count() == 1


def test_a_place_tells_where_when_and_who_meets_her(centre, adviser, kari):
    lunch = an_offering(centre.pk)
    a_held_talk(adviser, participant_of(kari).pk, lunch.pk)
    groups.take_place(kari, round_id=a_round(adviser, lunch.pk), now=NOW)
    html = page_of(kari, "/me/")

    for words in (
        "Thursday lunch",
        "Thursday 26 November",
        "12:00–14:00",
        "The back door",
        "Ingrid meets you.",
    ):
        assert words in html
    assert html.index("Thursday 26 November") < html.index("People I can call")
    assert "You have your own copy of the talk" in html


def test_an_offered_place_comes_before_all_else_and_one_waited_for_stands_among_her_groups(centre, adviser):
    mona, kari = an_actor(centre, Role.PARTICIPANT), an_actor(centre, Role.PARTICIPANT)
    lunch, choir = an_offering(centre.pk), an_offering(centre.pk, "Choir")
    for person in (mona, kari):
        a_held_talk(adviser, participant_of(person).pk, lunch.pk, choir.pk)
    round_id = a_round(adviser, lunch.pk, capacity=1)
    place_id = groups.take_place(mona, round_id=round_id, now=NOW)
    groups.ask_for_next_place(kari, round_id=round_id, now=NOW)
    groups.take_place(kari, round_id=a_round(adviser, choir.pk), now=NOW)
    html = page_of(kari, "/me/")
    assert "You are in line for a place" in html
    assert html.index("Choir") < html.index("Thursday lunch"), "what she holds is next, and stands first"

    groups.leave_place(mona, place_id=place_id, now=NOW)
    html = page_of(kari, "/me/")
    assert "There is a place for you. Do you want it?" in html
    assert html.index("Thursday lunch") < html.index("Choir")
    assert "You are in line" not in html


def test_something_new_to_read_is_said_once_and_without_a_number(adviser, kari):
    assert "There is a new message for you" not in page_of(kari, "/me/")
    with a_kind():
        for loaves in range(2):
            sent(adviser, participant_of(kari).pk, arguments={"loaves": str(loaves)})
        html = page_of(kari, "/me/")
    assert html.count("There is a new message for you") == 1


@pytest.mark.requirement("S2-06")
def test_my_page_counts_and_scores_nothing(kari):
    html = page_of(kari, "/me/")

    assert "<progress" not in html
    assert "%" not in html[html.index("<main") :]


def test_the_desk_shows_an_adviser_who_waits_and_logs_the_look(centre, adviser, kari):
    asks_for_a_talk(kari, an_offering(centre.pk).pk)
    html = page_of(adviser, "/desk/")

    assert "Kari" in html
    with given(adviser):
        looks = Look.objects.filter(about=participant_of(kari).pk).values_list("why", flat=True)
        assert set(looks) == {"admission.waiting_for_talk"}


@pytest.mark.parametrize(
    "role", [Role.MANAGER, Role.EMPLOYEE, Role.COORDINATOR, Role.FRONT_LINE, Role.VOLUNTEER]
)
def test_the_desk_of_others_names_nobody(centre, kari, role):
    asks_for_a_talk(kari, an_offering(centre.pk).pk)
    other = an_actor(centre, role)
    html = page_of(other, "/desk/")

    assert "Kari" not in html
    assert "Would like a talk" not in html
    with given(other):
        assert not Look.objects.exists()


def test_who_waits_longest_stands_first_and_each_is_one_look_however_often_named(centre, adviser, kari):
    eva = an_actor(centre, Role.PARTICIPANT)
    letters.write(kari, words="Can I bring the dog?", now=NOW - timedelta(hours=3))
    admission.ask_for_talk(eva, listing_id=None, how_to_reach=None, now=NOW - timedelta(hours=2))
    admission.ask_for_talk(kari, listing_id=None, how_to_reach=None, now=NOW - timedelta(hours=1))
    html = page_of(adviser, "/desk/")

    waiting = html[html.index('id="waiting"') :]
    assert waiting.count("Would like a talk") == 2
    assert waiting.index("Has written to us") < waiting.index("Would like a talk")
    assert "Can I bring the dog?" not in html
    with given(adviser):
        assert Look.objects.filter(about=participant_of(kari).pk).count() == 1
        assert Look.objects.filter(about=participant_of(eva).pk).count() == 1


def test_somebody_without_a_login_is_on_the_desk_when_there_is_something_to_tell(centre, adviser):
    mona = a_participant(centre, nickname="Mona")
    with a_kind():
        sent(adviser, mona.pk)
        html = page_of(adviser, "/desk/")

    assert "Mona" in html
    assert "Should be called" in html
    assert 'href="/desk/calls/"' in html


@pytest.mark.parametrize("role", [Role.MANAGER, Role.EMPLOYEE, Role.COORDINATOR])
def test_places_to_fill_are_numbers_of_the_house(centre, adviser, role):
    lunch = an_offering(centre.pk)
    round_id = a_round(adviser, lunch.pk, capacity=1)
    for number in range(3):
        person = an_actor(centre, Role.PARTICIPANT)
        a_held_talk(adviser, participant_of(person).pk, lunch.pk)
        if number:
            groups.ask_for_next_place(person, round_id=round_id, now=NOW)
        else:
            first, place_id = person, groups.take_place(person, round_id=round_id, now=NOW)
    other = an_actor(centre, role, name="Berit")
    assert "Places to fill" not in page_of(other, "/desk/"), "nothing is free"

    groups.leave_place(first, place_id=place_id, now=NOW)
    html = page_of(other, "/desk/")
    assert "1 offered" in html
    assert "1 in line" in html
    assert "Kari" not in html
    with given(other):
        assert not Look.objects.exists()


def test_an_empty_desk_tells_how_to_begin(centre, adviser):
    html = page_of(adviser, "/desk/")

    assert "Begin with an offering" in html
    assert 'href="/desk/offerings/new/"' in html
    assert "Nobody waits just now." in html

    a_draft(adviser, title="Lesesirkel")
    html = page_of(adviser, "/desk/")
    assert "Begin with an offering" not in html
    assert "Nothing meets today." in html


def test_the_desk_has_at_most_one_main_action(centre, adviser):
    for actor in (adviser, an_actor(centre, Role.MANAGER), an_actor(centre, Role.FRONT_LINE)):
        main = page_of(actor, "/desk/").split("<main")[1].split("</main>")[0]
        buttons = re.findall(r'<(?:a|button) class="ds-button"[^>]*>', main)
        assert len([one for one in buttons if "data-variant" not in one]) <= 1


def test_the_desk_shows_what_meets_today_and_what_is_not_finished(centre, adviser):
    a_round(adviser, an_offering(centre.pk).pk)
    a_draft(adviser, title="Lesesirkel")
    with time_machine.travel(THURSDAY, tick=False):
        html = page_of(adviser, "/desk/")

    for words in ("Thursday 26 November", "Thursday lunch", "The back door", "Lesesirkel"):
        assert words in html
    order = ("What meets today", "Count a contact", 'class="sv-columns sv-later"', "Offerings not shown yet")
    assert [html.index(one) for one in order] == sorted(html.index(one) for one in order)


def test_what_the_menu_of_a_manager_folds_stands_under_what_she_wants_to_do(centre):
    menu = page_of(an_actor(centre, Role.MANAGER), "/desk/").split("<summary>More")[1].split("</details>")[0]
    order = (
        *("Those who come", "Complaints", "What there is here", "Our offerings", "For the whole house"),
        *("People who work here", "About you", "My login"),
    )
    assert [menu.index(one) for one in order] == sorted(menu.index(one) for one in order)


def test_the_desk_of_a_front_line_worker_is_a_search(centre):
    html = page_of(an_actor(centre, Role.FRONT_LINE), "/desk/")

    assert "Search together" in html
    assert 'href="/offerings/"' in html


@pytest.mark.requirement("S1-26")
def test_the_public_page_of_an_open_door_tells_the_hours_in_which_somebody_receives(centre, adviser):
    house = an_offering(centre.pk, "Open house")
    meeting = first_of(adviser, a_round(adviser, house.pk, capacity=None, starts=time(10), ends=time(14)))
    address, client = f"/offerings/{house.slug}/", Client(headers={"accept-language": "en"})

    def page(at=NOW):
        with time_machine.travel(at, tick=False):
            return client.get(address).content.decode()

    assert "Ring" in page(), "nobody is set down for the door"
    odd = somebody_employed(centre, "Odd")
    on_duty(adviser, meeting, odd, Carries.DROP_IN, ends=time(12))
    assert "10:00–12:00" in page()
    assert "10:00–14:00" not in page()
    assert "Come in. Open until 12:00." in page(meeting.starts_at)
    staffing.report_away(odd, from_at=NOW, until_at=None, now=NOW)
    assert "10:00–12:00" not in page()


@pytest.mark.requirement("S1-09")
def test_the_public_page_of_an_offering_says_when_it_meets_next(centre, adviser, kari):
    lunch = an_offering(centre.pk)
    round_id = a_round(adviser, lunch.pk, capacity=1)
    address, client = f"/offerings/{lunch.slug}/", Client(headers={"accept-language": "en"})

    html = client.get(address).content.decode()
    assert "Thursday 26 November" in html
    assert "There is room for you." in html

    a_held_talk(adviser, participant_of(kari).pk, lunch.pk)
    groups.take_place(kari, round_id=round_id, now=NOW)
    html = client.get(address).content.decode()
    assert "There is room for you." not in html
    assert "Ask us all the same" in html
    assert "Kari" not in html
