"""Several people at the roster in the same second, on connections of their own; and a substitute who falls ill too."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest

from stegvis.areas.groups.models import Session
from stegvis.areas.people.models import Organisation
from stegvis.areas.staffing import actions, queries
from stegvis.areas.staffing.rules import Refusal
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, Refused
from stegvis.kernel.models import JournalEntry
from tests.areas.staffing.scene import (
    CHECK,
    all_on_duty,
    first_of,
    on_duty,
    somebody_employed,
    states,
    version_of,
)
from tests.factories.admission import NOW
from tests.racing import and_close, in_thread
from tests.support import given


def at_once(*works: Callable[[], object]) -> None:
    """Each in a thread and on a connection of its own, in the same moment."""
    with ThreadPoolExecutor(len(works)) as pool:
        for done in [pool.submit(and_close, work) for work in works]:
            done.result()


@pytest.mark.django_db
def test_the_substitute_falls_ill_too_and_the_next_is_asked(
    odd: Actor, siri: Actor, berit: Actor, walk: UUID, centre: Organisation
):
    tor = somebody_employed(centre, "Tor")
    first = first_of(berit, walk)
    all_on_duty(berit, first, [odd, siri])
    actions.report_away(odd, now=NOW)
    actions.take_over(berit, session_id=first.pk, now=NOW)
    assert queries.my_part(tor, NOW, "en").asked == []
    actions.report_away(berit, now=NOW + timedelta(hours=1))
    assert [one.session_id for one in queries.my_part(tor, NOW, "en").asked] == [first.pk]
    actions.take_over(tor, session_id=first.pk, now=NOW + timedelta(hours=2))
    assert queries.staffed(siri, [first.pk], NOW)[first.pk].names == ("Siri", "Tor")
    actions.report_away(tor, now=CHECK + timedelta(hours=1))
    assert states(berit, walk)[0] == "called_off"


@pytest.fixture
def tor(centre: Organisation) -> Actor:
    return somebody_employed(centre, "Tor")


@pytest.fixture
def one_of_two(odd: Actor, berit: Actor, walk: UUID) -> Session:
    first = first_of(berit, walk)
    on_duty(berit, first, odd)
    return first


@pytest.fixture
def both(one_of_two: Session, siri: Actor, berit: Actor) -> Session:
    on_duty(berit, one_of_two, siri)
    return one_of_two


@pytest.mark.django_db(transaction=True)
def test_two_substitutes_who_say_yes_in_the_same_second(
    siri: Actor, tor: Actor, one_of_two: Session, shared_database: None
):
    """One is on duty, the other is thanked: nobody comes for nothing."""
    said: list[str] = []

    def yes(who: Actor) -> None:
        try:
            actions.take_over(who, session_id=one_of_two.pk, now=NOW)
            said.append("on duty")
        except Refused as refused:
            said.append(refused.reason)

    at_once(lambda: yes(siri), lambda: yes(tor))
    assert sorted(said) == sorted([Refusal.ENOUGH_ALREADY, "on duty"])
    assert in_thread(lambda: queries.staffed(siri, [one_of_two.pk], NOW)[one_of_two.pk].on_duty) == 2


@pytest.mark.django_db(transaction=True)
def test_ill_reported_twice_in_the_same_second_is_once(
    odd: Actor, berit: Actor, walk: UUID, both: Session, shared_database: None
):
    at_once(
        lambda: actions.report_away(odd, now=CHECK),
        lambda: actions.report_away(berit, seat_id=odd.seat_id, now=CHECK),
    )
    assert in_thread(lambda: len(queries.away_now(berit, CHECK))) == 1
    assert in_thread(_how_often_called_off, berit) == 1
    assert in_thread(states, berit, walk)[0] == "called_off"


def _how_often_called_off(actor: Actor) -> int:
    with given(actor):
        return JournalEntry.objects.filter(what="groups.meeting_called_off").count()


@pytest.mark.django_db(transaction=True)
def test_two_who_plan_the_same_week_in_the_same_second(
    odd: Actor, siri: Actor, berit: Actor, walk: UUID, shared_database: None
):
    first = first_of(berit, walk)
    version, said = version_of(berit, first.on), []

    def plan(who: Actor) -> None:
        try:
            actions.plan_duty(berit, session_id=first.pk, seat_id=who.seat_id, version=version, now=NOW)
            said.append("planned")
        except Changed:
            said.append("changed")

    at_once(lambda: plan(odd), lambda: plan(siri))
    assert sorted(said) == ["changed", "planned"]
