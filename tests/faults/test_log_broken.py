"""The log of looks takes no rows: nothing about anybody is served, and a page says so (X-06, promise 4)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.urls import reverse

from stegvis.areas.admission import api as admission
from stegvis.areas.messages import api as messages
from stegvis.areas.people.models import Participant
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import Look
from stegvis.kernel.roles import Role
from tests.factories.admission import NOW, participant_of
from tests.factories.people import an_actor, an_organisation
from tests.journeys.sessions import session_of
from tests.support import given

pytestmark = pytest.mark.requirement("X-06")

NICKNAME = "Solstrålen"
LISTS = ("faces:desk", "admission:waiting", "messages:written")
ABOUT_HER = ("messages:thread", "messages:reach", "groups:places_for", "privacy:note_doors")
WORDS = {
    "nb": "så ingenting ble åpnet",
    "da": "så intet blev åbnet",
    "sv": "så ingenting öppnades",
    "en": "so nothing was opened",
}


@contextmanager
def read_only_log() -> Iterator[None]:
    """Really: a trigger on SQLite, and on PostgreSQL the right to insert taken away by the owner."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "CREATE TRIGGER no_looks BEFORE INSERT ON kernel_look BEGIN SELECT RAISE(ABORT, 'read-only'); END"
            )
            yield
            cursor.execute("DROP TRIGGER no_looks")
        return
    settings = connection.settings_dict
    with psycopg.connect(
        dbname=settings["NAME"], host=settings["HOST"], user="stegvis_owner", autocommit=True
    ) as owner:
        owner.execute("REVOKE INSERT ON kernel_look FROM stegvis_app")
        try:
            yield
        finally:
            owner.execute("GRANT INSERT ON kernel_look TO stegvis_app")


@pytest.fixture(autouse=True)
def _a_monday() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def _house() -> tuple[Actor, list[str]]:
    """An adviser, and the pages on which she meets somebody who has asked for a talk and written."""
    centre = an_organisation()
    ingrid, kari = an_actor(centre, Role.ADVISER), an_actor(centre, Role.PARTICIPANT)
    admission.ask_for_talk(kari, listing_id=None, how_to_reach=None, now=NOW)
    messages.write(kari, words="Hei", now=NOW)
    her = participant_of(kari).pk
    with given(centre.pk):
        Participant.objects.filter(pk=her).update(nickname=NICKNAME)
    lists = [reverse(name) for name in LISTS]
    return ingrid, lists + [reverse(name, args=[her]) for name in ABOUT_HER]


def _browser(actor: Actor, language: str = "en") -> Client:
    client = Client(headers={"accept-language": language}, raise_request_exception=False)
    client.cookies["session"] = session_of(actor)
    return client


@pytest.mark.django_db(transaction=True)
def test_nothing_is_served_that_could_not_be_noted():
    ingrid, pages = _house()
    for page in pages:
        assert NICKNAME in _browser(ingrid).get(page).content.decode(), f"{page}: else this would say nothing"
    with given(ingrid):
        before = Look.objects.count()
    assert before == len(pages), "one look a page"
    with read_only_log():
        for page in pages:
            answer = _browser(ingrid).get(page)
            html = answer.content.decode()
            assert (answer.status_code, NICKNAME in html) == (503, False), page
            assert WORDS["en"] in html, page
        for language, words in WORDS.items():
            assert words in _browser(ingrid, language).get(reverse("admission:waiting")).content.decode()
        assert _browser(ingrid).get(reverse("groups:rounds")).status_code == 200, (
            "what is about nobody is served"
        )
    with given(ingrid):
        assert Look.objects.count() == before
    assert NICKNAME in _browser(ingrid).get(reverse("admission:waiting")).content.decode()


@pytest.mark.django_db(transaction=True)
def test_without_the_guard_the_page_would_be_served(monkeypatch: pytest.MonkeyPatch):
    ingrid, _ = _house()
    monkeypatch.setattr(journal, "_note", lambda *_, **__: None)
    with read_only_log():
        assert NICKNAME in _browser(ingrid).get(reverse("admission:waiting")).content.decode()
