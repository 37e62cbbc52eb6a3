"""To a worker whom she has shut out no page tells anything of her: no word, and no key by which to know her (X-06)."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from stegvis.areas.privacy import actions
from stegvis.areas.privacy.rules.doors import Door
from stegvis.kernel.roles import Role
from tests.access.scene import a_scene, about_participants, marks
from tests.access.table import PAGES
from tests.access.test_visibility import NOT_LOOKED_FOR, READ
from tests.access.world import World, client_of
from tests.factories.admission import NOW, participant_of

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("X-06")]
STAFF = [role for role in Role if role not in {Role.VISITOR, Role.PARTICIPANT, Role.HOUSEKEEPER}]
SECTIONS = {model.SECTION for model in about_participants()} - {""}
SEES_ALL = Role.ADVISER
"""Whom a closed door takes most from; the others are part of the proof."""


def _pages(world: World, role: Role, keys: dict[str, dict[str, Any]]) -> dict[str, str]:
    """Every page that this role reads, by name: its path."""
    named = [one.name for one in READ if role in PAGES[one.name].opens and one.name not in NOT_LOOKED_FOR]
    own = {name: keys.get(name) or (make(world) if (make := PAGES[name].own) else {}) for name in named}
    return {name: reverse(name, kwargs=keys) for name, keys in own.items()}


def _told(client: Any, path: str, words: set[str]) -> set[str]:
    answer = client.get(path)
    body = "" if answer.streaming else answer.content.decode(errors="replace")
    return {word for word in words if word in body.replace(path, "")}


@pytest.mark.parametrize(
    "role",
    [pytest.param(role, marks=[] if role is SEES_ALL else [pytest.mark.proof]) for role in STAFF],
    ids=str,
)
def test_a_worker_who_is_shut_out_meets_nothing_of_hers(role: Role):
    world = World()
    keys, worker, her = a_scene(world), world.actor(role), participant_of(world.kari).pk
    pages, words = _pages(world, role, keys), {*marks(), str(her)}
    actions.close_door(world.kari, Door(seat_id=worker.seat_id), now=NOW)
    still = {name: told for name, path in pages.items() if (told := _told(client_of(worker), path, words))}
    assert still == {}


def test_what_she_has_closed_around_is_closed_on_every_page():
    world = World()
    keys = a_scene(world)
    pages = _pages(world, SEES_ALL, keys)
    for section in SECTIONS:
        actions.close_door(world.kari, Door(section=section), now=NOW)
    closed = {f"Zq{model.__name__}" for model in about_participants() if model.SECTION}
    words = {word for word in marks() if word.startswith(tuple(closed))}
    assert len(words) >= len(SECTIONS)
    worker = world.actor(SEES_ALL)
    still = {name: told for name, path in pages.items() if (told := _told(client_of(worker), path, words))}
    assert still == {}
