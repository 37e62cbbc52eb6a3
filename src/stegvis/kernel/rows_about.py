"""All that is kept about one participant, found by the register: for her own copy, her leaving, and what has aged.

The one door past `visible_to`. Who goes through it must have made sure that it is she who asks, or the clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models

from . import personal_data
from .models import JournalEntry, OrganisationOwned
from .personal_data import Erase, PersonalField

JOURNAL = JournalEntry._meta.label


@dataclass(frozen=True, slots=True)
class Table:
    """A table with rows about participants. `path` leads from a row to her id, `only` is what else must hold."""

    model: type[models.Model]
    path: str
    only: tuple[tuple[str, str], ...] = ()

    @property
    def label(self) -> str:
        return self.model._meta.label

    @property
    def on_the_way(self) -> str:
        """The column by which a row is hers: it says nothing but that."""
        return self.path.split("__")[0].removesuffix("_id")

    def fields(self) -> list[PersonalField]:
        return [field for field in personal_data.register() if field.model == self.label]

    def erase(self) -> Erase:
        """What happens to a row when she leaves. One field that goes takes its row along."""
        policies = {field.erase for field in self.fields()}
        if Erase.DELETE_ROW in policies or not policies:
            return Erase.DELETE_ROW
        return Erase.BLANK_FIELD if Erase.BLANK_FIELD in policies else Erase.KEEP_UNTIL_AGED


@cache
def tables() -> tuple[Table, ...]:
    """Every table with rows about participants: what hangs on others first, herself last, and then the journal."""
    owned = [
        Table(model, model.ABOUT)
        for model in apps.get_models()
        if issubclass(model, OrganisationOwned) and model.ABOUT
    ]
    others = [Table(apps.get_model(label), way.path, way.only) for label, way in personal_data.ways().items()]
    own = sorted(owned, key=lambda table: (table.path == "id", -table.path.count("__"), table.label))
    return (
        *own,
        *sorted(others, key=lambda table: (-table.path.count("__"), table.label)),
        Table(JournalEntry, "about"),
    )


def in_reading_order() -> list[Table]:
    """As she reads them: what she is known as, then area by area, then her login, and last who looked and did what."""
    places = {app.label: place for place, app in enumerate(apps.get_app_configs())}

    def place(table: Table) -> tuple[bool, bool, bool, int]:
        aged = table.erase() is Erase.KEEP_UNTIL_AGED
        area = table.label.split(".")[0]
        return table.path != "id", aged and table.label == JOURNAL, aged or area == "kernel", places[area]

    return sorted(tables(), key=place)


def labels() -> list[str]:
    """The names of these tables."""
    return [table.label for table in tables()]


def rows(table: Table, *, organisation_id: UUID, participant_id: UUID) -> models.QuerySet[Any]:
    """The rows of one table that are about this participant of this organisation. To be asked inside its context."""
    found = table.model._default_manager.filter(**dict(table.only))
    if any(field.column == "organisation_id" for field in table.model._meta.local_fields):
        found = found.filter(organisation_id=organisation_id)
    if table.label == JOURNAL:
        return found.filter(about__in=ids(organisation_id=organisation_id, participant_id=participant_id))
    return found.filter(**{table.path: participant_id}).distinct()


def ids(*, organisation_id: UUID, participant_id: UUID) -> Sequence[UUID]:
    """The keys of all rows about her, her own first."""
    found = [participant_id]
    for table in tables():
        if table.label != JOURNAL and table.erase() is not Erase.KEEP_UNTIL_AGED:
            hers = rows(table, organisation_id=organisation_id, participant_id=participant_id)
            found += hers.values_list("pk", flat=True)
    return list(dict.fromkeys(found))
