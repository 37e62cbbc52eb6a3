"""The pages of the overview: what a busy manager meets, on screen and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from html import unescape
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from stegvis.areas.directory import api as directory
from stegvis.areas.groups import api as groups
from stegvis.areas.insight import actions, queries
from stegvis.areas.insight.rules import Decision, Outcome, Refusal, Why
from stegvis.areas.insight.texts import DONE, REFUSALS, WHYS
from stegvis.areas.people.models import Organisation
from stegvis.areas.staffing import api as staffing
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.access.world import client_of
from tests.areas.staffing.scene import on_duty
from tests.factories.directory import TODAY, a_draft, a_published_offering, a_service, complete_steps, shown
from tests.factories.groups import a_round, sessions_in
from tests.factories.people import an_actor
from tests.support import asked_of_database

TOLD = "Vi tar en pause til våren."


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def manager(berit: Actor) -> Client:
    browser = client_of(berit)
    browser.cookies["language"] = "en"
    return browser


def review_page(listing_id: UUID, outcome: str = "") -> str:
    return reverse("insight:review", args=[listing_id]) + (f"?outcome={outcome}" if outcome else "")


def answers(**changed: Any) -> dict[str, Any]:
    next_on = timezone.localdate() + timedelta(days=100)
    plain = {"key": str(uuid4()), "seen": "0", "words": "Few of us.", "next_on": next_on.isoformat()}
    return plain | {"why": "too_demanding", "told": TOLD, "contact": "Call us."} | changed


# The overview


@pytest.mark.requirement("S2-03")
def test_an_empty_house_is_told_where_to_begin(manager: Client):
    page = manager.get(reverse("insight:portfolio")).content.decode()
    assert reverse("directory:desk_offerings") in page
    assert "No social offering just now" in page


@pytest.mark.requirement("S2-15")
def test_what_is_overdue_stands_first_with_the_oldest_on_top(
    manager: Client, berit: Actor, walk: UUID, knitting: UUID
):
    today = timezone.localdate()
    directory.set_review(berit, listing_id=walk, on=today - timedelta(days=3), now=timezone.now())
    directory.set_review(berit, listing_id=knitting, on=today - timedelta(days=9), now=timezone.now())
    page = manager.get(reverse("insight:portfolio")).content.decode()
    look = page[page.index('id="look"') : page.index('id="hours"')]
    assert look.index("Strikkekafé") < look.index("Rolig tur")
    assert review_page(walk) in look


@pytest.mark.requirement("S2-09")
def test_the_years_reasons_stand_in_the_overview(manager: Client, berit: Actor, walk: UUID):
    decision = Decision(Outcome.CLOSE, Why.USER_GROUP_CHANGED, "They moved away.", TOLD, 0, "Call us.")
    actions.review(berit, listing_id=walk, decision=decision, seen=0, now=timezone.now())
    year = timezone.localdate().year
    page = manager.get(reverse("insight:portfolio")).content.decode()
    for words in ("Rolig tur", str(WHYS[Why.USER_GROUP_CHANGED]), "They moved away."):
        assert words in page[page.index('id="less"') :]
    before = manager.get(reverse("insight:portfolio"), {"year": year - 1}).content.decode()
    assert "They moved away." not in before[before.index('id="less"') :]


@pytest.mark.parametrize(
    "query", ["year=1", "year=x", "year=99999", "month=x", "month=2026-13", "month=0001-01", "year=²"]
)
def test_whatever_stands_in_the_address_the_page_answers(manager: Client, walk: UUID, query: str):
    assert manager.get(f"{reverse('insight:portfolio')}?{query}").status_code == 200


@pytest.mark.requirement("S2-03")
def test_the_desk_reminds_kindly_and_only_those_who_decide(
    manager: Client, berit: Actor, centre: Organisation, walk: UUID
):
    decision = Decision(Outcome.CLOSE, Why.TOO_DEMANDING, "Few of us.", TOLD, 0, "Call us.")
    actions.review(berit, listing_id=walk, decision=decision, seen=0, now=timezone.now())
    for page in ("/desk/", reverse("insight:portfolio")):
        shows = manager.get(page).content.decode()
        assert "No social offering just now" in shows
        assert str(WHYS[Why.TOO_DEMANDING]) in shows
    employee = client_of(an_actor(centre, Role.EMPLOYEE))
    employee.cookies["language"] = "en"
    assert "No social offering just now" not in employee.get("/desk/").content.decode()


def test_the_overview_asks_the_database_as_often_with_much_as_with_little(
    manager: Client, berit: Actor, walk: UUID, social: UUID
):
    a_round(berit, walk)

    def cost() -> int:
        with asked_of_database() as statements:
            assert manager.get(f"{reverse('insight:portfolio')}?month=2026-11").status_code == 200
        return len(statements)

    before = cost()
    for number in range(4):
        a_round(berit, a_published_offering(berit, title=f"Nr {number}", service=social))
    assert cost() == before


# Hours


def work(actor: Actor, month: date = TODAY) -> queries.MonthOfWork:
    lines = [one.offering for one in queries.considered(actor, today=TODAY)]
    return queries.month_of_work(actor, month, lines)


@pytest.mark.requirement("S2-10")
def test_hours_stand_side_by_side_for_social_offerings_and_talks(berit: Actor, walk: UUID, manager: Client):
    a_round(
        berit, walk, from_on=date(2026, 12, 3), until_on=date(2026, 12, 17)
    )  # three Thursdays of two hours
    talks = a_service(berit, kind=directory.ServiceKind.INDIVIDUAL_TALKS, name="Talks")
    a_published_offering(berit, title="Talk", service=talks)  # usually Thursdays, two hours, two staff
    month = work(berit, date(2026, 12, 1))
    assert [(one.kind, one.hours, one.meetings) for one in month.kinds] == [
        (directory.ServiceKind.INDIVIDUAL_TALKS, 20, 0),  # five Thursdays
        (directory.ServiceKind.SOCIAL_OFFERINGS, 12, 3),
    ]
    page = manager.get(f"{reverse('insight:portfolio')}?month=2026-12").content.decode()
    assert re.search(r"Social offerings</th><td[^>]*>12<", page)


@pytest.mark.requirement("S2-10")
def test_a_house_that_asks_for_more_in_its_roster_sees_it_in_the_hours(
    berit: Actor, centre: Organisation, walk: UUID
):
    thursdays = {"from_on": date(2026, 12, 3), "until_on": date(2026, 12, 17)}
    now = datetime(2026, 11, 25, 11, tzinfo=UTC)
    alone, together = (a_round(berit, walk, **thursdays) for _ in range(2))
    for round_id, needs in ((alone, {"employees": 3}), (together, {"employees": 2, "second_adult": True})):
        staffing.set_needs(berit, round_id=round_id, **needs, version=0, now=now)
    ((_, hours),) = ((one.kind, one.hours) for one in work(berit, date(2026, 12, 1)).kinds)
    assert hours == 30, "three times two hours, of three here and of two there"
    odd = an_actor(centre, Role.EMPLOYEE, is_taken=True)
    with_odd = sessions_in(berit, together)[0]
    on_duty(berit, with_odd, odd, now=now)
    assert [one.hours for one in work(berit, date(2026, 12, 1)).kinds] == [30], "whoever is on it"


@pytest.mark.requirement("S2-10")
def test_what_is_called_off_takes_no_hours_and_says_why(berit: Actor, walk: UUID, manager: Client):
    round_id = a_round(berit, walk, from_on=date(2026, 12, 3), until_on=date(2026, 12, 17))
    first = sessions_in(berit, round_id)[0].pk
    now = timezone.make_aware(timezone.datetime(2026, 11, 25, 12))  # type: ignore[attr-defined]
    groups.call_off(berit, session_ids=[first], why=groups.CallOffWhy.STAFF, instead="", now=now)
    month = work(berit, date(2026, 12, 1))
    assert [(one.hours, one.meetings, one.called_off) for one in month.kinds] == [(8, 2, 1)]
    assert month.why == ((groups.CallOffWhy.STAFF, 1),)


@pytest.mark.requirement("S2-10")
def test_a_meeting_over_the_change_of_the_clock_lasts_as_long_as_it_lasts(berit: Actor, walk: UUID):
    night = {
        "from_on": date(2027, 3, 28),
        "until_on": date(2027, 3, 28),
        "recurrence": "FREQ=WEEKLY;BYDAY=SU",
    }
    a_round(berit, walk, **night, starts=time(1), ends=time(5))
    assert [one.hours for one in work(berit, date(2027, 3, 1)).kinds] == [6]  # three hours of two


@pytest.mark.requirement("S2-10")
def test_no_figure_of_a_person_can_be_read_from_the_hours(berit: Actor, walk: UUID, manager: Client):
    a_round(berit, walk)
    fields = set(queries.KindHours.__slots__) | set(queries.MonthOfWork.__slots__)
    assert fields == {"kind", "hours", "meetings", "called_off", "month", "kinds", "why"}
    page = manager.get(f"{reverse('insight:portfolio')}?month=2026-11").content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    for name in ("Berit", "Ingrid", "Odd"):
        assert name not in main


# The review


@pytest.mark.requirement("S2-15")
def test_first_one_chooses_then_one_is_asked_only_what_that_needs(manager: Client, walk: UUID):
    page = manager.get(review_page(walk)).content.decode()
    for outcome in Outcome:
        assert f'href="?outcome={outcome}"' in page
    go_on = manager.get(review_page(walk, "continue")).content.decode()
    assert 'name="told"' not in go_on
    assert 'name="next_on"' in go_on
    end = manager.get(review_page(walk, "close")).content.decode()
    assert 'name="told"' in end
    assert 'name="next_on"' not in end


@pytest.mark.requirement("S2-09")
def test_pausing_by_the_form(manager: Client, berit: Actor, walk: UUID, knitting: UUID):
    sent = answers(alternatives=[str(knitting)], contact="")
    answer = manager.post(review_page(walk, "pause"), sent, follow=True)
    assert str(DONE[Outcome.PAUSE]) in answer.content.decode()
    assert shown(berit, walk).state is directory.State.PAUSED
    assert manager.post(review_page(walk, "pause"), sent).status_code == 303  # pressed twice
    assert len(queries.history(berit, walk)) == 1
    again = manager.get(review_page(walk)).content.decode()
    assert "Start again" in again
    assert str(WHYS[Why.TOO_DEMANDING]) in again


@pytest.mark.requirement("S2-09")
@pytest.mark.parametrize(
    ("lacking", "refusal"),
    [
        ({"why": ""}, Refusal.CHOOSE_A_REASON),
        ({"why": "other", "words": ""}, Refusal.SAY_THE_REASON),
        ({"told": " "}, Refusal.TELL_PEOPLE),
        ({"contact": ""}, Refusal.NOWHERE_TO_GO),
        ({"next_on": "2020-01-01"}, Refusal.WHEN_NEXT),
        ({"next_on": ""}, Refusal.WHEN_NEXT),
        ({"told": "x" * 601}, Refusal.TOO_LONG),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(
    manager: Client, berit: Actor, walk: UUID, lacking: dict[str, str], refusal: Refusal
):
    answer = manager.post(review_page(walk, "pause"), answers(words="Keep these words.") | lacking)
    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert str(REFUSALS[refusal]) % {"limit": 600} in page
    assert ("Keep these words." in page) or "words" in lacking
    assert shown(berit, walk).state is directory.State.PUBLISHED


@pytest.mark.requirement("S2-09")
def test_the_form_asks_for_another_offering_where_there_is_one(
    manager: Client, berit: Actor, walk: UUID, knitting: UUID
):
    answer = manager.post(review_page(walk, "close"), answers())
    assert answer.status_code == 422
    page = unescape(answer.content.decode())
    assert str(REFUSALS[Refusal.CHOOSE_ANOTHER]) in page
    assert TOLD in page
    assert manager.post(review_page(walk, "close"), answers(alternatives=[str(knitting)])).status_code == 303


def test_two_who_review_at_once_see_both_and_choose(
    manager: Client, berit: Actor, centre: Organisation, walk: UUID
):
    ingrid = an_actor(centre, Role.ADVISER)
    go_on = Decision(Outcome.CONTINUE, words="Theirs.", next_on=timezone.localdate() + timedelta(days=50))
    actions.review(ingrid, listing_id=walk, decision=go_on, seen=0, now=timezone.now())
    answer = manager.post(review_page(walk, "pause"), answers(words="Mine."))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Theirs." in page
    assert "Mine." in page
    assert 'name="seen" value="1"' in page
    assert shown(berit, walk).state is directory.State.PUBLISHED
    assert manager.post(review_page(walk, "pause"), answers(seen="1")).status_code == 303


def test_a_draft_has_one_button_and_a_closed_one_can_be_copied(manager: Client, berit: Actor, social: UUID):
    draft = a_draft(berit, service=social)
    assert "Nobody has seen it" in manager.get(review_page(draft)).content.decode()
    answer = manager.post(review_page(draft), {"key": str(uuid4()), "seen": "0"})
    assert answer.status_code == 303
    assert shown(berit, draft).state is directory.State.CLOSED
    closed = manager.get(review_page(draft, "pause"))
    assert reverse("directory:desk_copy", args=[draft]) in closed.content.decode()
    assert manager.post(review_page(draft, "pause"), answers()).status_code == 200
    assert shown(berit, draft).state is directory.State.CLOSED


def test_meetings_to_come_are_called_off_with_what_people_read(manager: Client, berit: Actor, walk: UUID):
    begins = timezone.localdate() + timedelta(days=7)
    until = begins + timedelta(days=14)
    rule = "FREQ=WEEKLY;BYDAY=" + ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][begins.weekday()]
    round_id = a_round(berit, walk, from_on=begins, until_on=until, recurrence=rule)
    page = manager.get(review_page(walk, "pause")).content.decode()
    assert "3 meetings." in page
    manager.post(review_page(walk, "pause"), answers(call_off="on"))
    assert {one.state for one in sessions_in(berit, round_id)} == {groups.SessionState.CALLED_OFF}
    assert {one.instead for one in sessions_in(berit, round_id)} == {TOLD}


def test_meetings_stay_when_that_is_chosen(manager: Client, berit: Actor, walk: UUID):
    begins = timezone.localdate() + timedelta(days=7)
    rule = "FREQ=WEEKLY;BYDAY=" + ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][begins.weekday()]
    round_id = a_round(berit, walk, from_on=begins, until_on=begins, recurrence=rule)
    manager.post(review_page(walk, "pause"), answers())
    assert {one.state for one in sessions_in(berit, round_id)} == {groups.SessionState.PLANNED}


# On paper


@pytest.mark.requirement("S2-13")
def test_the_assessment_prints_with_the_offering_its_author_and_day(
    manager: Client, berit: Actor, walk: UUID
):
    page = manager.get(reverse("insight:on_paper", args=[walk])).content.decode()
    steps = complete_steps(berit)
    what, ground = steps[directory.Step.WHAT], steps[directory.Step.GROUND]
    told = (
        *("Rolig tur", what["content"], what["method"], steps[directory.Step.WHEN]["frame"]),
        *(ground["professional_reason"], ground["group_composition"], ground["user_needs"]),
        *(ground["available_resources"], shown(berit, walk).knowledge_basis[:60]),
        "Written by Berit, Friday 20 November 2026.",
    )
    for words in told:
        assert str(words) in page, words
    for inside in ("Ingrid og Odd", "Vi ringer Berit."):  # who steps in at illness is the house's own
        assert inside not in page


def test_a_half_written_draft_prints_too(manager: Client, berit: Actor, social: UUID):
    page = manager.get(reverse("insight:on_paper", args=[a_draft(berit, service=social)]))
    assert page.status_code == 200
    assert "Nobody has put their name and a day to it yet." in page.content.decode()
