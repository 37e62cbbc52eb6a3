"""The sign in the door: true at every minute, without a worker, and without a word about anybody (S1-26)."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.test import Client

from stegvis.areas.directory.models import Listing
from stegvis.areas.groups.models import Session
from stegvis.areas.people.models import Organisation
from stegvis.areas.staffing import actions
from stegvis.areas.staffing.rules import Carries
from stegvis.kernel.actor import Actor
from tests.areas.staffing.scene import first_of, on_duty
from tests.browsers import english, page_of
from tests.factories.groups import a_round
from tests.support import asked_of_database

pytestmark = pytest.mark.django_db

ELEVEN = datetime(2026, 11, 26, 10, tzinfo=UTC)
"""Thursday, eleven in the morning where the centre is."""
CLOSED = "Closed now"


@pytest.fixture
def open_house(berit: Actor, lunch: Listing) -> Session:
    """Every Thursday from ten to two; a door without places."""
    return first_of(
        berit,
        a_round(berit, lunch.pk, capacity=None, starts=time(10), ends=time(14), from_on=date(2026, 11, 26)),
    )


def sign(centre: Organisation, at: datetime) -> str:
    with time_machine.travel(at, tick=False):
        return page_of(english(), f"/sign/{centre.slug}/")


@pytest.mark.requirement("S1-26")
def test_the_sign_closes_the_minute_the_responsible_leaves(
    centre: Organisation, odd: Actor, berit: Actor, open_house: Session
):
    on_duty(berit, open_house, odd, Carries.DROP_IN, ends=time(12))
    assert CLOSED in sign(centre, ELEVEN - timedelta(minutes=61))
    assert "Opens today at 10:00." in sign(centre, ELEVEN - timedelta(minutes=61))
    assert "Come in. Open until 12:00." in sign(centre, ELEVEN - timedelta(minutes=60))
    assert "Come in. Open until 12:00." in sign(centre, ELEVEN + timedelta(minutes=59))
    assert CLOSED in sign(centre, ELEVEN + timedelta(minutes=60))


@pytest.mark.requirement("S1-26")
def test_the_sign_turns_at_a_sick_call_and_back_when_another_takes_over(
    centre: Organisation, odd: Actor, siri: Actor, berit: Actor, open_house: Session
):
    on_duty(berit, open_house, odd, Carries.DROP_IN)
    assert "Come in. Open until 14:00." in sign(centre, ELEVEN)
    with time_machine.travel(ELEVEN, tick=False):
        actions.report_away(odd, until_at=ELEVEN + timedelta(hours=12), now=ELEVEN)
    closed = sign(centre, ELEVEN)
    assert CLOSED in closed
    assert "Ring" in closed
    for name in ("Odd", "Siri", "Berit"):
        assert name not in closed
    actions.take_over(siri, session_id=open_house.pk, now=ELEVEN)
    assert "Come in. Open until 14:00." in sign(centre, ELEVEN)


def test_somebody_there_who_does_not_carry_the_door_opens_nothing(
    centre: Organisation, odd: Actor, berit: Actor, open_house: Session
):
    on_duty(berit, open_house, odd, Carries.LEADS)
    assert CLOSED in sign(centre, ELEVEN)


def test_a_group_with_places_opens_no_door(centre: Organisation, odd: Actor, berit: Actor, lunch: Listing):
    first = first_of(berit, a_round(berit, lunch.pk, starts=time(10), ends=time(14)))
    on_duty(berit, first, odd, Carries.DROP_IN)
    assert CLOSED in sign(centre, ELEVEN)


@pytest.mark.parametrize(
    ("language", "closed", "is_open"),
    [
        ("nb", "Stengt", "Åpent"),
        ("da", "Lukket", "Åbent"),
        ("sv", "Stängt", "Öppet"),
        ("en", CLOSED, "Open now"),
    ],
)
def test_the_sign_speaks_four_languages(
    language: str,
    closed: str,
    is_open: str,
    centre: Organisation,
    odd: Actor,
    berit: Actor,
    open_house: Session,
):
    on_duty(berit, open_house, odd, Carries.DROP_IN)
    address = f"/sign/{centre.slug}/?language={language}"
    with time_machine.travel(ELEVEN, tick=False):
        assert is_open in page_of(Client(), address)
    with time_machine.travel(ELEVEN + timedelta(hours=5), tick=False):
        assert closed in page_of(Client(), address)


def test_the_page_comes_again_by_itself_unless_it_is_read_aloud(centre: Organisation):
    client, address = english(), f"/sign/{centre.slug}/"
    answer = client.get(address)
    assert answer["Refresh"] == "60"
    assert "no-store" in answer["Cache-Control"]
    assert "Refresh" not in client.get(address + "?still=yes")
    assert "sessionid" not in client.cookies
    assert client.get("/sign/nowhere/").status_code == 404


def test_the_sign_asks_little_and_as_often_for_many_doors(
    centre: Organisation, odd: Actor, berit: Actor, lunch: Listing, open_house: Session
):
    on_duty(berit, open_house, odd, Carries.DROP_IN)
    sign(centre, ELEVEN)
    with asked_of_database() as one:
        sign(centre, ELEVEN)
    for hour in range(6, 10):
        times = {"starts": time(hour), "ends": time(hour + 8)}
        a_round(berit, lunch.pk, capacity=None, recurrence="FREQ=DAILY", until_on=date(2026, 12, 9), **times)
    with asked_of_database() as many:
        sign(centre, ELEVEN)
    assert len(many) == len(one) <= 10
