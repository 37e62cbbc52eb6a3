"""Whose rows the database shows ends with the request: the next one on the same connection begins blank (promise 2)."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client

from stegvis.areas.people.models import Participant
from stegvis.kernel.database import as_actor, within
from stegvis.kernel.roles import Role
from tests.access.world import World, client_of

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def _seen() -> tuple[int, str, str]:
    """By raw SQL, past all of our code, on the very connection that the requests used."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM people_participant),"
            " coalesce(current_setting('stegvis.organisation', true), ''),"
            " coalesce(current_setting('stegvis.user', true), '')"
        )
        return tuple(cursor.fetchone())


@pytest.fixture
def kept_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection.settings_dict, "CONN_MAX_AGE", 60)


def _backend() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def test_two_organisations_on_one_connection(kept_open):
    world = World()
    here, there = client_of(world.kari), client_of(world.stranger)
    backend = _backend()
    for client in (here, there, here):
        assert client.get("/me/").status_code == 200
        assert _seen() == (0, "", "")
    assert _backend() == backend, "or it would prove nothing"


def test_after_a_page_that_broke_in_the_middle(kept_open, monkeypatch: pytest.MonkeyPatch):
    world = World()
    client = client_of(world.kari)

    def breaks(*_: object, **__: object) -> None:
        with as_actor(world.kari):
            assert Participant.objects.count() == 1
            raise RuntimeError("broken")

    monkeypatch.setattr("stegvis.areas.admission.api.my_talk_in_short", breaks)
    backend = _backend()
    assert client.get("/me/").status_code == 500
    assert _seen() == (0, "", "")
    assert Client().get("/").status_code == 200
    assert (_seen(), _backend()) == ((0, "", ""), backend)


def test_after_sql_that_broke_in_the_middle(kept_open):
    world = World()
    with pytest.raises(Exception, match="no_such_table"), as_actor(world.kari), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM no_such_table")
    assert _seen() == (0, "", "")


def test_within_one_another_each_shows_its_own(kept_open):
    world = World()
    with within(organisation_id=world.here.pk):
        assert world.kari.role is Role.PARTICIPANT
        with within(organisation_id=world.there.pk):
            assert not Participant.objects.filter(organisation_id=world.here.pk).exists()
        assert Participant.objects.count() == 1
    assert _seen() == (0, "", "")


def test_a_context_that_outlives_its_transaction_is_noticed(kept_open):
    world = World()
    assert world.kari
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('stegvis.organisation', %s, false)", [str(world.here.pk)])
    try:
        assert _seen() != (0, "", "")
    finally:
        connection.close()
