"""Korsby stands up by itself, through the actions, once, and never beside real organisations."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from stegvis.areas.directory import api as directory
from stegvis.areas.directory.api import Filters
from stegvis.demo.build import NotADemo, build
from stegvis.demo.models import DemoPerson
from stegvis.demo.places import PLACES
from stegvis.demo.texts import WHO
from tests.factories.people import an_organisation

pytestmark = pytest.mark.django_db


def found(words: str) -> set[str]:
    hits = directory.search(words=words, language="nb", filters=Filters(), page_size=50)
    return {hit.title for hit in hits.listings}


def test_korsby_has_twenty_offerings_and_neighbours_in_danish_and_swedish():
    languages = [told.language for place in PLACES for told in place.offerings]

    assert languages.count("nb") >= 20
    assert {"da", "sv"} < set(languages)


def test_everything_is_published_and_found_as_people_mean_it():
    built = build(now=timezone.now())

    assert built.offerings == len({told.key for place in PLACES for told in place.offerings})
    assert {"Strikkekafé", "Stickkafé"} <= found("strikk")
    assert {"Sykafé", "Sycafé"} <= found("sy")
    assert "Rolig tur" in found("gåtur")
    assert "Samtale med en veileder" in found("å snakke med noen")


def test_a_second_run_changes_nothing():
    first, second = build(now=timezone.now()), build(now=timezone.now())

    assert first.created
    assert not second.created


def test_the_demo_keeps_away_from_real_organisations():
    an_organisation()

    with pytest.raises(NotADemo):
        build(now=timezone.now())
    with pytest.raises(CommandError, match="real organisations"):
        call_command("demo")


def test_one_can_become_everybody_and_stands_where_they_work(client):
    build(now=timezone.now())
    people = list(DemoPerson.objects.all())
    assert {person.key for person in people} == set(WHO)

    for person in people:
        answer = client.post(reverse("demo:become", args=[person.key]), follow=True)
        assert answer.status_code == 200
        assert answer.redirect_chain[-1][0] == reverse("faces:me" if person.is_participant else "faces:desk")
        assert person.name in answer.content.decode()


def test_somebody_who_is_not_there_cannot_be_become(client):
    assert client.post(reverse("demo:become", args=["nobody"])).status_code == 404
