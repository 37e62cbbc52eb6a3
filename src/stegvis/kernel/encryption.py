"""Free text about people is unreadable in a stolen backup: AES-GCM by field, keys kept apart from the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from django.db import models

from . import keys
from .database import organisation_at_work
from .keys import KeyMissing, Misplaced

if TYPE_CHECKING:
    _TextField = models.TextField[str, str]
else:
    _TextField = models.TextField


class NoOrganisation(Exception):
    """An organisation's words were written or read outside of an action or query: nobody said whose key it is."""


def encrypt(plain: str, *, bound_to: str) -> str:
    """`master-key:base64` of a text that belongs to no organisation. `bound_to` names the place where it is kept, so
    that a value moved elsewhere does not open.
    """
    name = keys.newest_master()
    return f"{name}:{keys.sealed(keys.master(name), plain.encode(), bound_to)}"


def decrypt(stored: str, *, bound_to: str) -> str:
    """The text. Raises KeyMissing for a master key that is not given, and Misplaced for a value that was moved,
    tampered with, or written with another key of that name.
    """
    name, _, body = stored.partition(":")
    try:
        return keys.unsealed(keys.master(name), body, bound_to).decode()
    except InvalidTag:
        raise Misplaced(bound_to) from None


def encrypt_for(organisation_id: UUID, plain: str, *, bound_to: str) -> str:
    """`key:base64` of a text with the organisation's key, bound to the organisation too."""
    key = keys.for_writing(organisation_id)
    return f"{key.id.hex}:{keys.sealed(key.cipher, plain.encode(), f'{organisation_id}/{bound_to}')}"


def decrypt_for(organisation_id: UUID, stored: str, *, bound_to: str) -> str:
    """The text. Raises KeyMissing, and Misplaced for a value of another organisation or column."""
    name, _, body = stored.partition(":")
    try:
        key = keys.opened(UUID(name))
    except ValueError:
        raise KeyMissing(name) from None
    if key.organisation_id != organisation_id:
        raise Misplaced(bound_to)
    try:
        return keys.unsealed(key.cipher, body, f"{organisation_id}/{bound_to}").decode()
    except InvalidTag:
        raise Misplaced(bound_to) from None


class EncryptedText(_TextField):
    """Text that only the application can read. It cannot be searched or sorted; empty stays empty.

    In a table that belongs to organisations each one's words have its own key, and the running action or query says
    whose they are; in any other table they have the master key.
    """

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Raises Misplaced for a row of one organisation that is written while working on another's data."""
        value = super().pre_save(model_instance, add)
        if value and self.is_owned() and model_instance.organisation_id != self._owner():  # type: ignore[attr-defined]
            raise Misplaced(self.place())
        return value

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return self.sealed(value) if value else value

    def from_db_value(self, value: str | None, expression: object, connection: object) -> str | None:
        return self.unsealed(value) if value else value

    def sealed(self, plain: str) -> str:
        """What is stored for this text. Raises NoOrganisation when nobody said whose it is."""
        if self.is_owned():
            return encrypt_for(self._owner(), plain, bound_to=self.place())
        return encrypt(plain, bound_to=self.place())

    def unsealed(self, stored: str) -> str:
        """The text of what is stored. Raises NoOrganisation, KeyMissing or Misplaced."""
        if self.is_owned():
            return decrypt_for(self._owner(), stored, bound_to=self.place())
        return decrypt(stored, bound_to=self.place())

    def is_owned(self) -> bool:
        return any(field.column == "organisation_id" for field in self.model._meta.local_fields)

    def place(self) -> str:
        """Table and column."""
        return f"{self.model._meta.db_table}.{self.column}"

    def _owner(self) -> UUID:
        organisation_id = organisation_at_work()
        if organisation_id is None:
            raise NoOrganisation(self.place())
        return organisation_id
