"""The same person in two organisations: neither side finds the other, and no question to the database joins them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse

from stegvis.areas.people.models import Participant
from stegvis.kernel.roles import Role
from tests.access.addresses import addresses
from tests.access.scene import a_scene, about_participants, words
from tests.access.table import PAGES
from tests.access.world import World, client_of
from tests.architecture.sources import ROOT
from tests.factories.admission import participant_of
from tests.factories.people import an_actor
from tests.factories.rows import a_row
from tests.support import given

pytestmark = pytest.mark.requirement("X-14")
ENDING = {"people:leave", "people:sign_out"}
THERE = "OnlyInTheOtherHouse"
BY_LOGIN = re.compile(r'"(\w+)"\."user_id" = \(?"(\w+)"\."user_id"')
"""Two rows brought together by the login they share."""
OVER_LOGIN = re.compile(r"\buser__(?:seats|participants)__|\b(?:seats|participants)__(?!id\b)")
"""The same, as code would ask it."""

ALLOWED = {
    "src/stegvis/areas/people/personal_data.py": "From a login to whose it is, for her own copy and leaving."
}


def _she_is_there_too(world: World) -> None:
    """Kari's login holds a seat in the other organisation too, where everything about her says so."""
    there = a_row(Participant, world.there.pk, known := {})
    with given(world.there.pk, user_id=world.kari.user_id):
        Participant.objects.filter(pk=there.pk).update(user_id=world.kari.user_id)
    for model in about_participants():
        a_row(model, world.there.pk, known)
    with given(world.there.pk):
        for model in about_participants():
            for field in model._meta.local_fields:
                if f"{model._meta.label}.{field.name}" in words():
                    model._base_manager.filter(organisation_id=world.there.pk).update(**{field.name: THERE})


@contextmanager
def _asked() -> Iterator[list[str]]:
    asked: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield asked


def _pages(world: World, role: Role, keys: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for address in addresses():
        page = PAGES.get(address.name)
        if page and role in page.opens and page.reads and address.name not in ENDING:
            kwargs = keys.get(address.name) or (page.own(world) if page.own else {})
            answer = client_of(world.actor(role)).get(reverse(address.name, kwargs=kwargs))
            yield address.name, "" if answer.streaming else answer.content.decode(errors="replace")


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.ADVISER, Role.PARTICIPANT, Role.MANAGER, Role.COORDINATOR], ids=str)
def test_neither_side_finds_the_other(role: Role):
    world = World()
    keys = a_scene(world)
    _she_is_there_too(world)
    with _asked() as asked:
        found = [name for name, page in _pages(world, role, keys) if THERE in page]
    assert found == []
    assert [sql for sql in asked if BY_LOGIN.search(sql)] == []


@pytest.mark.django_db
def test_there_she_is_found():
    """Else the test above would say nothing."""
    world = World()
    a_scene(world)
    _she_is_there_too(world)
    with given(world.inger):
        there = Participant.objects.visible_to(world.inger).get(user_id=world.kari.user_id)
        assert there.nickname == THERE
    assert participant_of(world.kari).pk != there.pk


@pytest.mark.django_db
def test_a_question_that_joins_them_is_noticed():
    world = World()
    an_actor(world.here, Role.PARTICIPANT)
    with _asked() as asked, given(world.here.pk):
        list(Participant.objects.raw(
            'SELECT a.* FROM "people_participant" "a" JOIN "people_participant" "b" ON "a"."user_id" = "b"."user_id"'
        ))  # fmt: skip
    assert [sql for sql in asked if BY_LOGIN.search(sql)] != []


def _joining(sources: dict[str, str]) -> list[str]:
    return sorted(name for name, text in sources.items() if OVER_LOGIN.search(text) or BY_LOGIN.search(text))


ALLOWED = {
    "src/stegvis/areas/people/personal_data.py": "From a login to whose it is, for her own copy and leaving."
}


def test_no_code_goes_from_one_seat_to_another_over_the_login():
    files = [path for path in (ROOT / "src").rglob("*.py") if "migrations" not in path.parts]
    code = {str(path.relative_to(ROOT)): path.read_text() for path in files}
    assert set(_joining(code)) - set(ALLOWED) == set()
    assert _joining({"one": "Participant.objects.filter(user__seats__organisation_id=x)"}) == ["one"]
