"""Rows about a participant told as she reads them: labels, words for codes, staff by first name and role alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db import models
from django.utils import timezone, translation
from django.utils.translation import gettext

from stegvis.areas.people import api as people
from stegvis.kernel import personal_data
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from stegvis.kernel.rows_about import Table, rows
from stegvis.ui import dates

from ..models import telling

Line = dict[str, Any]
SEAT = "people.Seat"
KEPT_AS_THEY_ARE = frozenset({"role", "what", "why", "language", "kind"})
"""Columns of codes: machines get the code, she gets the words."""


@dataclass(frozen=True, slots=True)
class Teller:
    """What is looked up once for a whole table: what the things are called to which its rows point."""

    names: Mapping[tuple[str, UUID], str]
    language: str


def told_rows(actor: Actor, table: Table, participant_id: UUID, language: str) -> dict[str, Any] | None:
    """One table of her copy as JSON: heading and rows, each row a list of lines. None when nothing is kept there.

    Past `visible_to`: for the house making her own copy, and nobody else. `value` is for machines, `text` for her.
    """
    found = list(rows(table, organisation_id=actor.organisation_id, participant_id=participant_id))
    if not found:
        return None
    with translation.override(language):
        columns = told_columns(table)
        teller = Teller(_names(actor, table, columns, found, language), language)
        told = [[_line(table, column, row, teller) for column in columns] for row in found]
        heading = str(personal_data.words_of(table.label) or table.label)
    return {"table": table.label, "heading": heading, "rows": told}


def told_columns(table: Table) -> list[models.Field[Any, Any]]:
    """The columns that have words. What has none says nothing about her: keys, versions, the way to her."""
    return [
        field
        for field in table.model._meta.local_fields
        if personal_data.words_of(f"{table.label}.{field.name}") is not None
    ]


def points_to(table: Table, column: models.Field[Any, Any]) -> str:
    """The table whose row this column names; empty when it names none."""
    if telling.holds_seat(f"{table.label}.{column.name}"):
        return SEAT
    target = column.related_model
    return target._meta.label if target is not None and not isinstance(target, str) else ""


def _names(
    actor: Actor, table: Table, columns: Sequence[Any], found: Sequence[Any], language: str
) -> dict[tuple[str, UUID], str]:
    wanted: dict[str, set[UUID]] = {}
    for column in columns:
        if target := points_to(table, column):
            keys = {getattr(row, column.attname) for row in found} - {None}
            wanted.setdefault(target, set()).update(keys)
    names: dict[tuple[str, UUID], str] = {}
    for target, keys in wanted.items():
        tell = telling.things_of(target)
        if tell is not None and keys:
            names |= {(target, key): said for key, said in tell(actor, keys, language).items()}
    return names


def _line(table: Table, column: models.Field[Any, Any], row: Any, teller: Teller) -> Line:
    name = f"{table.label}.{column.name}"
    value = getattr(row, column.attname)
    say = telling.saying_of(name)
    if say is not None:
        text = say(row, teller.language)
        value = value if column.name in KEPT_AS_THEY_ARE else text
    elif target := points_to(table, column):
        text = teller.names.get((target, value), "") if value else ""
        value = text or None
    elif (codes := telling.codes_of(name)) is not None:
        text = str(codes.get(value, "")) if value else ""
    else:
        text = in_words(value, teller.language)
    if value is None and (empty := telling.empty_of(name)) is not None:
        text = str(empty)
    label = str(personal_data.words_of(name))
    return {"field": column.name, "label": label, "value": _for_machines(value), "text": text}


def in_words(value: Any, language: str) -> str:
    """A value as she reads it. Bare keys say nothing to anybody, so they are left out."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if isinstance(value, datetime):
        at = timezone.localtime(value)
        return f"{dates.day(at.date(), language, year=True)} {dates.clock_at(at.time(), language)}"
    if isinstance(value, date):
        return dates.day(value, language, year=True)
    if isinstance(value, time):
        return dates.clock_at(value, language)
    return "" if isinstance(value, UUID | bytes) else str(value)


def _for_machines(value: Any) -> Any:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def seats_told(actor: Actor, seat_ids: Collection[UUID], language: str) -> dict[UUID, str]:
    """Those who work here by first name and role, and no more: "Ingrid, adviser". Herself as "you"."""
    with translation.override(language):
        return {one.seat_id: _seat_told(one) for one in people.who_they_are(actor, seat_ids)}


def _seat_told(one: people.StaffShown) -> str:
    if one.role is Role.PARTICIPANT:
        return gettext("You")
    return f"{one.name}, {people.ROLES[one.role]}" if one.name else str(people.ROLES[one.role])
