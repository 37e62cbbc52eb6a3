"""New keys while the program runs: a new one for each organisation, everything written anew with it, the old one gone.

Killed at any moment, nothing is unreadable: an old key goes only when no value needs it, and the next run goes on where
this one stopped.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import structlog
from django.apps import apps
from django.db import connection, models
from django.db.models import F, Q, TextField
from django.db.models.functions import Cast

from . import journal, keys
from .action import changing, running
from .actor import Actor
from .database import within
from .encryption import EncryptedText
from .keys import KeyMissing, Misplaced
from .models import OrganisationKey

AT_A_TIME = 200
"""Few enough that nobody else's writing waits for long."""

LONGEST_REST = 0.02
"""Seconds. After each batch it rests as long as it worked, but no longer: then those come in who write meanwhile."""

STILL_READING = 5.0
"""Seconds that an old key outlives its last value: somebody may have read that value and not opened it yet."""

log = structlog.get_logger("stegvis.rotation")


@dataclass(slots=True)
class Turned:
    """What a rotation did, in numbers. `unreadable` values were left as they are, and the keys they name with them."""

    organisations: int = 0
    rewritten: int = 0
    unreadable: int = 0
    retired_keys: int = 0
    rewrapped_keys: int = 0
    old_left: int = 0

    def as_numbers(self) -> dict[str, int]:
        return asdict(self)


def encrypted_fields() -> list[EncryptedText]:
    """Every column of every table that holds encrypted text."""
    return [
        field
        for model in apps.get_models()
        for field in model._meta.local_fields
        if isinstance(field, EncryptedText)
    ]


def rotate(*, now: datetime, pause: Callable[[float], None] = time.sleep) -> Turned:
    """Give each organisation a new key and write all its words anew; or finish what a killed run had begun."""
    turned = Turned()
    for organisation_id in _organisations():
        turned.organisations += 1
        if not _retired(organisation_id).exists():
            _begin(organisation_id, now=now)
        _write_anew(organisation_id, turned)
    if turned.organisations:
        pause(STILL_READING)
    for organisation_id in _organisations():
        _let_go(organisation_id, turned, now=now)
    return turned


def rotate_master(*, now: datetime) -> Turned:
    """Let the newest master key hold every organisation's key, and write anew what belongs to no organisation."""
    turned = Turned()
    for organisation_id in _organisations():
        turned.organisations += 1
        held_by_older = OrganisationKey.objects.filter(organisation_id=organisation_id).exclude(
            master=keys.newest_master()
        )
        with changing(), within(organisation_id=organisation_id):
            for row in held_by_older:
                keys.wrap(row, keys.unwrapped(row))
                row.save(update_fields=["master", "wrapped"])
                journal.written(
                    Actor.housekeeper(organisation_id), "kernel.key_rewrapped", about=row.pk, at=now
                )
                turned.rewrapped_keys += 1
    _write_anew(None, turned)
    return turned


def would_turn(*, master: bool) -> Turned:
    """What a rotation begun now would do; nothing is changed."""
    turned = Turned(organisations=len(_organisations()))
    turned.old_left = sum(_count_old(None) if master else _count_all(one) for one in _owners(master))
    if master:
        turned.rewrapped_keys = OrganisationKey.objects.exclude(master=keys.newest_master()).count()
    else:
        turned.retired_keys = OrganisationKey.objects.filter(retired=True).count() or turned.organisations
    return turned


def _owners(master: bool) -> list[UUID | None]:
    return [None] if master else list(_organisations())


def _organisations() -> list[UUID]:
    found = OrganisationKey.objects.values_list("organisation_id", flat=True)
    return list(found.order_by("organisation_id").distinct())


def _retired(organisation_id: UUID) -> models.QuerySet[OrganisationKey]:
    return OrganisationKey.objects.filter(organisation_id=organisation_id, retired=True)


def _begin(organisation_id: UUID, *, now: datetime) -> None:
    """Retire the key in use, once those who are writing with it are done, and make the next one."""
    with changing(), within(organisation_id=organisation_id):
        in_use = OrganisationKey.objects.select_for_update().filter(
            organisation_id=organisation_id, retired=False
        )
        for row in list(in_use):
            row.retired = True
            row.save(update_fields=["retired"])
        made = keys.add(organisation_id)
        change = running.get()
        if change is not None:
            change.keys.clear()
        journal.written(Actor.housekeeper(organisation_id), "kernel.key_made", about=made.pk, at=now)


def _write_anew(organisation_id: UUID | None, turned: Turned) -> None:
    for field in encrypted_fields():
        if field.is_owned() == (organisation_id is not None):
            _write_column(field, organisation_id, turned)


def _write_column(field: EncryptedText, organisation_id: UUID | None, turned: Turned) -> None:
    """One column, in short transactions. Twice: what somebody else was changing is left out the first time."""
    before = turned.unreadable
    for _ in range(2):
        turned.unreadable, last = before, None
        while True:
            began = time.monotonic()
            with changing(), within(organisation_id=organisation_id):
                batch = list(_old(field, organisation_id, after=last, to_write=True)[:AT_A_TIME])
                _rewrite(field, batch, turned)
            if len(batch) < AT_A_TIME:
                break
            time.sleep(min(time.monotonic() - began, LONGEST_REST))
            last = batch[-1][0]


def _old(
    field: EncryptedText, organisation_id: UUID | None, *, after: object = None, to_write: bool = False
) -> models.QuerySet[Any, tuple[Any, str]]:
    """Key and stored text of the rows whose value has an old key. Never waits for a row that somebody is changing."""
    rows = stored_in(field, organisation_id).exclude(stored__startswith=f"{_name_in_use(organisation_id)}:")
    if after is not None:
        rows = rows.filter(pk__gt=after)
    if to_write and connection.features.has_select_for_update_skip_locked:
        rows = rows.select_for_update(skip_locked=True, no_key=True)
    return rows.order_by("pk").values_list("pk", "stored")


def stored_in(field: EncryptedText, organisation_id: UUID | None) -> models.QuerySet[Any]:
    """The rows of a column that hold something, with it as `stored`: as it stands in the table, unopened."""
    rows: models.QuerySet[Any] = field.model._base_manager.annotate(
        stored=Cast(F(field.name), TextField())
    ).exclude(Q(stored="") | Q(stored=None))
    return rows.filter(organisation_id=organisation_id) if organisation_id else rows


def _name_in_use(organisation_id: UUID | None) -> str:
    if organisation_id is None:
        return keys.newest_master()
    return (
        OrganisationKey.objects.values_list("pk", flat=True)
        .get(organisation_id=organisation_id, retired=False)
        .hex
    )


def _rewrite(field: EncryptedText, batch: list[tuple[Any, str]], turned: Turned) -> None:
    """Compare and set: a value that is not what was read any more is nobody's to change."""
    pk_field = field.model._meta.pk
    changes = []
    for pk, stored in batch:
        try:
            anew = field.sealed(field.unsealed(stored))
        except (KeyMissing, Misplaced) as error:
            turned.unreadable += 1
            log.error("value_left", place=field.place(), id=str(pk), error=type(error).__name__)
            continue
        changes.append((anew, pk_field.get_db_prep_value(pk, connection), stored))
    if not changes:
        return
    turned.rewritten += _set(field, changes)
    change = running.get()
    if change is not None:
        change.written += 1  # nothing that anybody could see has changed


def _set(field: EncryptedText, changes: list[tuple[str, Any, str]]) -> int:
    """Give each row its new value, where the old one still stands. How many did."""
    meta, quoted = field.model._meta, connection.ops.quote_name
    table, column, pk = quoted(meta.db_table), quoted(field.column), quoted(meta.pk.column)
    with connection.cursor() as cursor:
        if (
            connection.vendor == "postgresql"
        ):  # all in one statement: two thousand of them a second are dear there
            cursor.execute(
                f"UPDATE {table} SET {column} = changed.anew"  # noqa: S608
                f" FROM unnest(%s::text[], %s::{meta.pk.db_type(connection)}[], %s::text[])"
                " AS changed(anew, pk, stored)"
                f" WHERE {table}.{pk} = changed.pk AND {table}.{column} = changed.stored",
                [list(values) for values in zip(*changes, strict=True)],
            )
        else:
            cursor.executemany(
                f"UPDATE {table} SET {column} = %s WHERE {pk} = %s AND {column} = %s",  # noqa: S608
                changes,
            )
        return int(cursor.rowcount)


def _count_old(organisation_id: UUID | None) -> int:
    return sum(_old(field, organisation_id).count() for field in _fields_of(organisation_id))


def _count_all(organisation_id: UUID | None) -> int:
    with within(organisation_id=organisation_id):
        return sum(stored_in(field, organisation_id).count() for field in _fields_of(organisation_id))


def _fields_of(organisation_id: UUID | None) -> Iterator[EncryptedText]:
    return (field for field in encrypted_fields() if field.is_owned() == (organisation_id is not None))


def _let_go(organisation_id: UUID, turned: Turned, *, now: datetime) -> None:
    """Delete the retired keys that no value needs."""
    with changing(), within(organisation_id=organisation_id):
        left = _count_old(organisation_id)
        turned.old_left += left
        if left:
            return
        for row in _retired(organisation_id):
            journal.written(Actor.housekeeper(organisation_id), "kernel.key_retired", about=row.pk, at=now)
            row.delete()
            turned.retired_keys += 1
