"""My page and the desk ask the database as much with 6,000 participants as with 60."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from stegvis.areas.groups.models import Place
from stegvis.areas.groups.rules import PlaceState
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.faces.crowd import a_crowd
from tests.factories.admission import NOW, a_held_talk, participant_of
from tests.factories.people import an_actor, an_organisation
from tests.journeys.sessions import session_of
from tests.support import asked_of_database, given

pytestmark = pytest.mark.django_db
THURSDAY = NOW + timedelta(days=3)


@pytest.fixture(autouse=True)
def _a_thursday():
    with time_machine.travel(THURSDAY, tick=False):
        yield


def asked_by(actor: Actor, address: str) -> list[str]:
    """What opening the page asks of the database, the second time: the first fills caches that outlive it."""
    client = Client(headers={"accept-language": "en"})
    client.cookies["session"] = session_of(actor)
    assert client.get(address).status_code == 200
    with asked_of_database() as asked:
        assert client.get(address).status_code == 200
    return asked


def house_with(number: int, *, rounds: int) -> tuple[Actor, Actor, Actor]:
    """An adviser, a manager and a participant in a house of so many people; she has places and has been looked at."""
    centre = an_organisation(phone="55 51 00 00")
    adviser = an_actor(centre, Role.ADVISER)
    round_ids = a_crowd(adviser, number, rounds=rounds)
    kari = an_actor(centre, Role.PARTICIPANT)
    hers = participant_of(kari).pk
    a_held_talk(adviser, hers)
    with given(adviser):
        for order, round_id in enumerate(round_ids):
            Place.objects.create(
                organisation_id=centre.pk,
                round_id=round_id,
                participant_id=hers,
                number=number + order + 1,
                since=NOW,
                state=PlaceState.WAITING if order == 1 else PlaceState.HELD,
            )
    for minutes in range(number // 60):
        journal.seen(adviser, about=[hers], why="admission.talk", at=NOW + timedelta(minutes=minutes))
    return adviser, an_actor(centre, Role.MANAGER), kari


def test_the_start_pages_ask_the_same_of_a_house_of_60_and_one_of_6000():
    small, large = house_with(60, rounds=3), house_with(6_000, rounds=12)
    addresses = ("/desk/", "/desk/", "/me/")
    few = [len(asked_by(actor, address)) for actor, address in zip(small, addresses, strict=True)]
    many = [len(asked_by(actor, address)) for actor, address in zip(large, addresses, strict=True)]

    assert few == many
    assert max(many) < 60, many


def test_who_has_looked_asks_the_same_however_often_somebody_has():
    small, large = house_with(60, rounds=2), house_with(6_000, rounds=2)

    assert len(asked_by(small[2], "/me/looks/")) == len(asked_by(large[2], "/me/looks/"))
