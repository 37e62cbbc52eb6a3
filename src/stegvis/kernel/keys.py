"""The keys with which words are made unreadable. Each organisation has its own, wrapped by a master key that stands
outside the database: whoever takes the database, or a backup of it, takes nothing that opens.
"""

from __future__ import annotations

import base64
import os
from dataclasses import dataclass
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import IntegrityError, connection, transaction

from .action import running
from .models import OrganisationKey

_NONCE_BYTES = 12
_KEY_BYTES = 32
HELD = (
    'SELECT "id" FROM "kernel_organisationkey" WHERE "organisation_id" = %s AND "retired" = %s'
    # PostgreSQL: until this transaction ends nobody retires the key; those who write do not wait for one another
    "{}"
)


class KeyMissing(Exception):
    """A key that is needed is not among those given, or is not the one it is called. The words stay as they are."""


class Misplaced(Exception):
    """A value was found where it was not written: in another column, or with another organisation."""


@dataclass(frozen=True, slots=True)
class Key:
    """An organisation's key, opened. Lives in the memory of the process, never anywhere else."""

    id: UUID
    organisation_id: UUID
    cipher: AESGCM


_opened: dict[UUID, Key] = {}


def sealed(cipher: AESGCM, plain: bytes, bound_to: str) -> str:
    """Base64 of what only this key opens, and only with the same `bound_to`."""
    nonce = os.urandom(_NONCE_BYTES)
    return base64.b64encode(nonce + cipher.encrypt(nonce, plain, bound_to.encode())).decode()


def unsealed(cipher: AESGCM, body: str, bound_to: str) -> bytes:
    """What was sealed. Raises InvalidTag for another key, another `bound_to`, or a value that was tampered with."""
    raw = base64.b64decode(body)
    return cipher.decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], bound_to.encode())


def newest_master() -> str:
    """The name of the master key that wraps from now on: the first that is given."""
    return next(iter(settings.FIELD_KEYS))


def master(name: str) -> AESGCM:
    """Raises KeyMissing when no master key of this name is given."""
    if name not in settings.FIELD_KEYS:
        raise KeyMissing(name)
    return AESGCM(base64.b64decode(settings.FIELD_KEYS[name]))


def for_writing(organisation_id: UUID) -> Key:
    """The key that this organisation's words are written with now; its first is made here.

    One question a transaction, since the key may be changed while the program runs (`stegvis rotate-keys`): what is
    written under the answer is there before the key is retired.
    """
    change = running.get()
    if change is None or not connection.in_atomic_block:
        return opened(_held(organisation_id) or _first(organisation_id))
    savepoints = tuple(connection.savepoint_ids)
    key_id, since = change.keys.get(organisation_id, (None, savepoints))
    if key_id is None or savepoints[: len(since)] != since:  # undoing a savepoint lets go of the key
        key_id = _held(organisation_id) or _first(organisation_id)
        change.keys[organisation_id] = key_id, savepoints
    return opened(key_id)


def opened(key_id: UUID) -> Key:
    """The key of this name, from memory or unwrapped now. Raises KeyMissing when it or its master key is not there."""
    if key_id not in _opened:
        owner = OrganisationKey.objects.filter(pk=key_id).values("organisation_id")
        for row in OrganisationKey.objects.filter(organisation_id__in=owner):
            _opened.setdefault(row.pk, _unwrapped(row))
    try:
        return _opened[key_id]
    except KeyError:
        raise KeyMissing(key_id.hex) from None


def add(organisation_id: UUID) -> OrganisationKey:
    """Give an organisation a key to write with from now on. Raises IntegrityError when it has one that is in use."""
    row = OrganisationKey(pk=uuid4(), organisation_id=organisation_id)
    wrap(row, os.urandom(_KEY_BYTES))
    row.save(force_insert=True)
    return row


def wrap(row: OrganisationKey, bare: bytes) -> None:
    """Let the newest master key hold this key; the row is not saved."""
    row.master = newest_master()
    row.wrapped = sealed(master(row.master), bare, _wrapping(row))


def unwrapped(row: OrganisationKey) -> bytes:
    """The bare key. Raises KeyMissing when the master key that holds it is not given, or is another one."""
    try:
        return unsealed(master(row.master), row.wrapped, _wrapping(row))
    except InvalidTag:
        raise KeyMissing(row.master) from None


def masters_missing() -> list[str]:
    """The names of the master keys that hold some organisation's key and are not given, or are not what they were."""
    missing = set()
    for row in OrganisationKey.objects.all():
        try:
            unwrapped(row)
        except KeyMissing:
            missing.add(row.master)
    return sorted(missing)


def said_missing(names: list[str]) -> str:
    """What to tell whoever starts the program without these master keys."""
    return (
        f"The master key {', '.join(names)} is missing from STEGVIS_FIELD_KEYS, or is another one than it was."
        " Without it nothing opens that was written with it; nothing is lost, and nothing was changed."
    )


def _unwrapped(row: OrganisationKey) -> Key:
    return Key(row.pk, row.organisation_id, AESGCM(unwrapped(row)))


def _wrapping(row: OrganisationKey) -> str:
    return f"key/{row.organisation_id}/{row.pk}"


def _held(organisation_id: UUID) -> UUID | None:
    """The key in use. Asked again when it was just retired: the first answer was as of before."""
    return _ask(organisation_id) or _ask(organisation_id)


def _ask(organisation_id: UUID) -> UUID | None:
    lock = " FOR KEY SHARE" if connection.features.has_select_for_update else ""
    uuid = OrganisationKey._meta.pk
    with connection.cursor() as cursor:
        cursor.execute(HELD.format(lock), [uuid.get_db_prep_value(organisation_id, connection), False])
        row = cursor.fetchone()
    return UUID(str(row[0])) if row else None


def _first(organisation_id: UUID) -> UUID:
    try:
        with transaction.atomic():
            return add(organisation_id).pk
    except IntegrityError:  # somebody else was first
        found = _held(organisation_id)
        if found is None:
            raise
        return found
