"""One row of any table that belongs to an organisation, made from nothing but its columns."""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid4

from django.db import models

from stegvis.kernel import keys
from stegvis.kernel.encryption import EncryptedText
from stegvis.kernel.models import OrganisationKey, OrganisationOwned
from stegvis.kernel.roles import Role
from tests.factories.admission import NOW
from tests.support import given

_number = count(1)
LATER = ("until", "ends", "end")
"""Columns that begin so come after the others of their kind."""

EITHER_OR = {"participation.Member": "seat"}
"""Columns that stay empty, since their row points either there or to the participant."""

AS_CODES = {
    "outings.Capacity.said": '{"minutes": 20, "pace": "slow", "terrain": "", "break_every": 10, "toilet": true, '
    '"benches": true}',
    "outings.Outing.heard": "",
}
"""Encrypted columns that hold codes, as the rules write them down."""


def a_row(model: type[models.Model], organisation_id: UUID, known: dict[str, Any] | None = None) -> Any:
    """A row of this table in this organisation. `known`: rows to point to, by the label of their table; those it
    makes on the way are added, so that all of one organisation hang together.
    """
    known = {} if known is None else known
    label = model._meta.label
    if model is OrganisationKey:
        with given(organisation_id):
            known[label] = model._base_manager.get(pk=keys.for_writing(organisation_id).id)
    if label not in known:
        values = {}
        for field in model._meta.local_fields:
            if field.name == "organisation_id":
                values[field.name] = organisation_id
            elif not (field.primary_key and not field.is_relation):
                values[field.name] = _value(field, organisation_id, known)
        with given(organisation_id):
            known[label] = model._base_manager.create(**values)
    return known[label]


def _value(field: models.Field[Any, Any], organisation_id: UUID, known: dict[str, Any]) -> Any:
    if EITHER_OR.get(field.model._meta.label) == field.name:
        return None
    if isinstance(field, models.ForeignKey):
        target = field.related_model
        if target is field.model or (field.null and not _owned(target)):
            return None
        return a_row(target, organisation_id, known)  # type: ignore[arg-type]
    if f"{field.model._meta.label}.{field.name}" in AS_CODES:
        return AS_CODES[f"{field.model._meta.label}.{field.name}"]
    if field.name == "role":
        return Role.ADVISER
    if field.name == "about" and "people.Participant" in known:
        return known["people.Participant"].pk
    if field.has_default():
        return field.get_default()
    if field.choices:
        return next(iter(field.flatchoices))[0]
    if field.null and not isinstance(field, models.TextField):
        return None
    return _plain(field)


def _owned(model: Any) -> bool:
    return isinstance(model, type) and issubclass(model, OrganisationOwned)


def _plain(field: models.Field[Any, Any]) -> Any:
    later = field.name.startswith(LATER)
    number = next(_number)
    if isinstance(field, models.UUIDField):
        return uuid4()
    if isinstance(field, models.DateTimeField):
        return NOW + timedelta(hours=later)
    if isinstance(field, models.DateField):
        return date(2026, 11, 26 + later)
    if isinstance(field, models.TimeField):
        return time(12 + later)
    if isinstance(field, models.BooleanField):
        return False
    if isinstance(field, models.IntegerField):
        return number
    if isinstance(field, models.JSONField):
        return {}
    if isinstance(field, models.BinaryField):
        return str(number).encode()
    if isinstance(field, EncryptedText | models.TextField):
        return f"Words {number}"
    if isinstance(field, models.EmailField):
        return f"somebody{number}@example.org"
    if isinstance(field, models.CharField):
        return f"{field.name}-{number}"[-(field.max_length or 200) :]
    raise TypeError(f"Say in tests/factories/rows.py what a {type(field).__name__} may hold.")
