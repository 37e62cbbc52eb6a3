"""Whatever id stands in a form, another organisation's in its place is refused and changes nothing (promise 1).

Every form of every page of every role is read as a browser reads it. Wherever an id stands (a hidden field, a choice,
a button) the same form is sent with the id of a thing of the same table that belongs to the other organisation.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any
from uuid import UUID

import pytest
from django.db import models

from stegvis.kernel.models import JournalEntry, OrganisationOwned
from stegvis.kernel.roles import Role
from tests.access.met import forms_met
from tests.access.scene import a_scene
from tests.access.world import World
from tests.architecture.tables import is_owned, our_models
from tests.factories.rows import a_row
from tests.faults.forms import Form
from tests.support import given

pytestmark = pytest.mark.django_db
OWNED = [model for model in our_models() if is_owned(model)]
PERSONS = [role for role in Role if role is not Role.HOUSEKEEPER]
REFUSED = {400, 403, 404, 409, 422}
NOTHING_THERE = {303}
"""What says that it is so now: a time is free, whoever held it. Only where an unknown id is answered alike."""
NOWHERE = UUID(int=7)


def _id(value: str) -> UUID | None:
    try:
        return UUID(value) if len(value) in {32, 36} else None
    except ValueError:
        return None


def _places(form: Form) -> Iterator[tuple[str, UUID, dict[str, list[str]]]]:
    """Where an id stands in a form: its name, the id, and all that is sent with it, once for each button."""
    pressed: list[dict[str, list[str]]] = [{name: [value]} for name, value in form.buttons] or [{}]
    for control in form.controls.values():
        known = next((found for value in (control.value, *control.choices) if (found := _id(value))), None)
        if known and control.name not in {name for name, _ in form.buttons}:
            yield from ((control.name, known, form.filled() | button) for button in pressed)
    for name, value in form.buttons:
        if found := _id(value):
            yield name, found, form.filled()


def _table_of(known: UUID) -> type[models.Model] | None:
    for model in OWNED:
        if model._base_manager.filter(pk=known).exists():
            return model
    return None


def _written(world: World) -> list[int]:
    counts = []
    for organisation in (world.here, world.there):
        with given(organisation.pk):
            counts.append(JournalEntry.objects.count())
    return counts


@cache
def _sent_with_foreign_ids(role: Role) -> tuple[int, list[tuple[str, str, int, bool]]]:
    """How many were sent (once for all who ask), and those that changed something or were not answered as unknown."""
    world = World()
    keys, sent, wrong = a_scene(world), 0, []
    theirs: dict[str, Any] = {}
    for client, form in list(forms_met(world, role, keys)):
        for name, own, fields in list(_places(form)):
            with given(world.here.pk):
                model = _table_of(own)
            if model is None or not issubclass(model, OrganisationOwned):
                continue
            foreign = a_row(model, world.there.pk, theirs).pk
            before = _written(world)
            answer = client.post(form.action, fields | {name: [str(foreign)]})
            sent += 1
            changed = _written(world) != before
            unknown = client.post(form.action, fields | {name: [str(NOWHERE)]}).status_code
            if changed or unknown != answer.status_code or unknown not in REFUSED | NOTHING_THERE:
                wrong.append((form.action, name, answer.status_code, changed))
    return sent, wrong


THE_ADVISERS = pytest.mark.xdist_group("an adviser's forms")
"""Tests over what an adviser meets: in one process, so that her forms are sent once."""
ROLES = [
    pytest.param(role, id=str(role), marks=THE_ADVISERS if role is Role.ADVISER else ()) for role in PERSONS
]


@pytest.mark.requirement("X-14")
@pytest.mark.parametrize("role", ROLES)
def test_another_organisations_id_in_a_form_is_refused(role: Role):
    assert _sent_with_foreign_ids(role)[1] == []


@THE_ADVISERS
def test_an_adviser_meets_many_forms_with_ids():
    """Else the test above would say nothing."""
    assert _sent_with_foreign_ids(Role.ADVISER)[0] >= 8
