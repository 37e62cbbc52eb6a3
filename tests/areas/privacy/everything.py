"""One row about a participant in every table that knows of her, made by introspection: a new table is in it at once."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, time
from itertools import count
from typing import Any

from django.db import models

from stegvis.areas.people.models import Draft, Seat, User
from stegvis.kernel import journal, rows_about
from stegvis.kernel.actor import Actor
from stegvis.kernel.rows_about import Table
from tests.factories.admission import NOW, participant_of
from tests.factories.rows import a_row
from tests.support import given

CODES = {"role", "what", "why", "outcome", "language", "kind", "item", "said"}
"""Columns that hold a code of the house, never words of somebody's."""

IN_JSON = {"messages.Message.arguments", "people.Draft.content"}
MARK = "planted"
_number = count(100)
NOBODY = "00000000-0000-4000-8000-000000000000"


@dataclass
class Everything:
    """`planted`: the words that stand in her columns, by `area.Model.field`. `rows`: one of each table."""

    rows: dict[str, Any] = field(default_factory=dict)
    planted: dict[str, str] = field(default_factory=dict)


def everything_about(participant: Actor, adviser: Actor) -> Everything:
    """Plant a word in every column of words, and a moment in every empty one, in each table about this participant."""
    made = Everything()
    with given(adviser):
        known: dict[str, Any] = {
            "people.Participant": participant_of(participant),
            "people.User": User.objects.get(pk=participant.user_id),
            "people.Seat": Seat.objects.get(pk=adviser.seat_id),
        }
    for table in rows_about.tables():
        if table.label != rows_about.JOURNAL:
            made.rows[table.label] = _row(table, participant, known)
            _plant(table, made)
    with given(adviser):
        journal.written(adviser, "groups.place_given", about=known["people.Participant"].pk, at=NOW)
    return made


def _row(table: Table, participant: Actor, known: dict[str, Any]) -> Any:
    with given(participant):
        if table.model is Seat:
            return Seat.objects.get(pk=participant.seat_id)
        if table.model is Draft:
            return Draft.objects.create(
                organisation_id=participant.organisation_id,
                seat_id=participant.seat_id,
                content="{}",
                made_at=NOW,
            )
    return a_row(table.model, participant.organisation_id, known)


def _plant(table: Table, made: Everything) -> None:
    values: dict[str, Any] = {}
    for column in table.model._meta.local_fields:
        name = f"{table.label}.{column.name}"
        if not any(one.field == column.name for one in table.fields()) or column.choices:
            continue
        if isinstance(column, models.CharField | models.TextField) and column.name not in CODES:
            word = f"{MARK}-{next(_number)}@x"[: column.max_length or 99]
            made.planted[name] = word
            values[column.name] = json.dumps({"title": word, "place": NOBODY}) if name in IN_JSON else word
        elif column.null and isinstance(column, models.DateTimeField):
            values[column.name] = NOW
        elif column.null and isinstance(column, models.TimeField):
            values[column.name] = time(12)
        elif column.null and isinstance(column, models.DateField):
            values[column.name] = date(2026, 11, 23)
    if table.label == "messages.Message":
        values["kind"] = "groups.place_offered"  # one that tells what its arguments say
    if table.label == "responsibilities.Responsibility":
        values |= {"purpose": "mastery", "said": "good"}  # what she says yes to has a purpose
    if values:
        with given(getattr(made.rows[table.label], "organisation_id", None) or made_in(made)):
            table.model._default_manager.filter(pk=made.rows[table.label].pk).update(**values)


def made_in(made: Everything) -> Any:
    """The organisation that all of it belongs to."""
    return next(row.organisation_id for row in made.rows.values() if hasattr(row, "organisation_id"))


def wherever(word: str) -> list[str]:
    """The tables of the whole database in which this word stands, read as the application reads them."""
    from django.apps import apps

    found = []
    for model in apps.get_models(include_auto_created=True):
        for row in model._default_manager.all():
            if any(word in str(getattr(row, one.attname)) for one in model._meta.local_fields):
                found.append(model._meta.label)
    return found
