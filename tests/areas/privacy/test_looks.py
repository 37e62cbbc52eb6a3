"""The participant's own page about who has looked: who, when and why, and nobody else's (X-06)."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from stegvis.areas.admission import api as admission
from stegvis.areas.privacy import api as privacy
from stegvis.areas.privacy.queries import looks as queries
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed
from stegvis.kernel.models import Look
from stegvis.kernel.roles import Role
from tests.factories.admission import NOW, participant_of
from tests.factories.people import a_user, an_actor, an_organisation
from tests.journeys.sessions import session_of
from tests.support import asked_of_database, given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_monday"), pytest.mark.requirement("X-06")]


def looks(actor: Actor, about: Actor, *, at: datetime = NOW, why: str = "admission.talk") -> None:
    journal.seen(actor, about=[participant_of(about).pk], why=why, at=at)


def page_of(actor: Actor, address: str = "/me/looks/") -> str:
    client = Client(headers={"accept-language": "en"})
    client.cookies["session"] = session_of(actor)
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_she_reads_who_looked_in_which_role_when_and_why(ingrid, kari):
    looks(ingrid, kari, at=NOW - timedelta(days=1))
    html = page_of(kari)

    for words in ("Sunday 22 November 2026", "Ingrid", "adviser", "Opened your talk", "11:00"):
        assert words in html


def test_a_page_that_an_adviser_opens_stands_here_at_once(ingrid, kari):
    admission.ask_for_talk(kari, listing_id=None, how_to_reach=None, now=NOW)
    assert "Nobody has looked yet" in page_of(kari)

    page_of(ingrid, "/desk/talks/")
    html = page_of(kari)
    assert "Looked at who would like a talk" in html
    assert "Nobody has looked yet" not in html


def test_reading_it_is_no_look(kari):
    page_of(kari)
    with given(kari):
        assert not Look.objects.exists()


def test_looks_at_others_stay_theirs(centre, ingrid, kari):
    looks(ingrid, an_actor(centre, Role.PARTICIPANT))
    assert list(privacy.my_looks(kari)) == []


def test_what_she_is_elsewhere_is_not_told_here(ingrid, kari):
    """One login in two places: each tells of its own (X-14)."""
    there = an_organisation()
    with given():
        user = a_user()
    here_too = an_actor(there, Role.PARTICIPANT, user=user)
    looks(an_actor(there, Role.ADVISER), here_too)

    assert len(list(privacy.my_looks(here_too))) == 1
    assert list(privacy.my_looks(kari)) == []


def test_somebody_who_has_stopped_working_here_is_still_named(centre, ingrid, kari):
    looks(ingrid, kari)
    with given(centre.pk):
        from stegvis.areas.people.models import Seat

        Seat.objects.filter(pk=ingrid.seat_id).update(until_on=NOW.date())
    assert privacy.my_looks(kari)[0].looked[0].name == "Ingrid"


def test_the_house_itself_has_a_name_too(centre, kari):
    looks(Actor.housekeeper(centre.pk), kari, why="gone.page")
    html = page_of(kari)

    assert "The house itself" in html
    assert "Opened something about you in their work here" in html


@pytest.mark.parametrize("role", [Role.ADVISER, Role.MANAGER, Role.VISITOR])
def test_nobody_reads_it_for_her(centre, role):
    with pytest.raises(NotAllowed):
        privacy.my_looks(an_actor(centre, role))


def test_the_language_of_the_page_reaches_the_reason(ingrid, kari):
    looks(ingrid, kari)
    assert "Åpnet samtalen din" in page_of(kari, "/me/looks/?language=nb")


def test_a_long_list_comes_in_pages(monkeypatch, ingrid, kari):
    monkeypatch.setattr(queries, "LOOKS_A_PAGE", 2)
    for minutes in range(3):
        looks(ingrid, kari, at=NOW - timedelta(minutes=minutes))

    assert "11:00, 10:59" in page_of(kari)
    assert "10:58" in page_of(kari, "/me/looks/?page=2")
    assert "10:58" in page_of(kari, "/me/looks/?page=99")
    assert "11:00" in page_of(kari, "/me/looks/?page=no-number")


def test_a_year_of_looks_asks_the_database_as_much_as_one(centre, ingrid, kari):
    colleagues = [an_actor(centre, Role.ADVISER, name=f"Colleague {number}") for number in range(4)]
    looks(ingrid, kari)
    with asked_of_database() as few:
        page_of(kari)
    for day in range(360):
        looks(colleagues[day % 4], kari, at=NOW - timedelta(days=day), why="groups.people_in")
    with asked_of_database() as many:
        page_of(kari)

    assert len(few) == len(many)
