"""Korsby stands up by itself, through the actions, once, and never beside real organisations."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from stegvis.areas.admission import api as admission
from stegvis.areas.directory import api as directory
from stegvis.areas.directory.api import Filters
from stegvis.areas.groups import api as groups
from stegvis.areas.groups.models import NotToday
from stegvis.areas.messages import api as messages
from stegvis.areas.people import api as people
from stegvis.areas.people.models import Participant
from stegvis.demo.build import NotADemo, build
from stegvis.demo.models import DemoPerson
from stegvis.demo.places import PLACES
from stegvis.demo.texts import WHO
from stegvis.demo.townspeople import everybody
from stegvis.demo.walk import SMALL
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.factories.people import an_organisation
from tests.support import given

pytestmark = pytest.mark.django_db


def found(words: str) -> set[str]:
    hits = directory.search(words=words, language="nb", filters=Filters(), page_size=50)
    return {hit.title for hit in hits.listings}


def test_korsby_has_twenty_offerings_and_neighbours_in_danish_and_swedish():
    languages = [told.language for place in PLACES for told in place.offerings]

    assert languages.count("nb") >= 20
    assert {"da", "sv"} < set(languages)


def test_everything_is_published_and_found_as_people_mean_it():
    built = build(now=timezone.now(), extent=SMALL)

    assert built.offerings == len({told.key for place in PLACES for told in place.offerings})
    assert {"Strikkekafé", "Stickkafé"} <= found("strikk")
    assert {"Sykafé", "Sycafé"} <= found("sy")
    assert "Rolig tur" in found("gåtur")
    assert "Samtale med en veileder" in found("å snakke med noen")


def test_a_second_run_changes_nothing():
    first, second = (build(now=timezone.now(), extent=SMALL) for _ in range(2))

    assert first.created
    assert not second.created


@pytest.fixture
def a_year() -> Actor:
    """Korsby with all its people. Answers with Ingrid."""
    build(now=timezone.now())
    ingrid = DemoPerson.objects.get(key="ingrid")
    korsby = people.organisation_id_of("korsby")
    return Actor.in_seat(
        organisation_id=korsby, role=Role.ADVISER, user_id=ingrid.user_id, seat_id=ingrid.seat_id
    )


@pytest.mark.requirement("S2-06")
def test_sixty_people_have_a_year_behind_them_and_nobody_was_ever_away(a_year):
    now = timezone.now()
    today = timezone.localdate(now)
    year = groups.counts(a_year, today - timedelta(weeks=52), today + timedelta(weeks=8), "nb")
    over = [one for one in year if one.on < today]

    assert len(set(everybody())) == 60
    with given(a_year):
        assert Participant.objects.count() == 60 + len({"Kari", "Lotte"})
        assert not NotToday.objects.exists()
    assert len(over) > 400
    assert {one.title for one in over} >= {"Torsdagslunsj", "Åpent hus", "Malegruppe"}
    assert any(one.on > today for one in year)
    assert all(one.came for one in over if not one.called_off)

    assert "Sykafé" in {row.round.title for row in groups.places_to_fill(a_year, now, "nb")}
    assert messages.calls_waiting(a_year, now)
    assert messages.written_to_us(a_year, now)
    assert len(admission.waiting_for_talk(a_year, now, "nb")) >= 4


def test_the_demo_keeps_away_from_real_organisations():
    an_organisation()

    with pytest.raises(NotADemo):
        build(now=timezone.now())
    with pytest.raises(CommandError, match="real organisations"):
        call_command("demo")


def test_one_can_become_everybody_and_stands_where_they_work(client):
    build(now=timezone.now(), extent=SMALL)
    persons = list(DemoPerson.objects.all())
    assert {person.key for person in persons} == set(WHO)

    for person in persons:
        answer = client.post(reverse("demo:become", args=[person.key]), follow=True)
        assert answer.status_code == 200
        assert answer.redirect_chain[-1][0] == reverse("faces:me" if person.is_participant else "faces:desk")
        assert person.name in answer.content.decode()


def test_somebody_who_is_not_there_cannot_be_become(client):
    assert client.post(reverse("demo:become", args=["nobody"])).status_code == 404
