"""Free text about people is unreadable in a stolen backup: AES-GCM by field, keys kept apart from the data."""

from __future__ import annotations

import base64
import os
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

_NONCE_BYTES = 12

if TYPE_CHECKING:
    _TextField = models.TextField[str, str]
else:
    _TextField = models.TextField


def encrypt(plain: str, *, bound_to: str) -> str:
    """`key-id:base64` of the text. `bound_to` names the column, so that a value moved elsewhere does not open."""
    key_id, key = next(iter(settings.FIELD_KEYS.items()))
    nonce = os.urandom(_NONCE_BYTES)
    sealed = AESGCM(base64.b64decode(key)).encrypt(nonce, plain.encode(), bound_to.encode())
    return f"{key_id}:{base64.b64encode(nonce + sealed).decode()}"


def decrypt(stored: str, *, bound_to: str) -> str:
    """The text. Raises KeyError for an unknown key and InvalidTag for a value that was tampered with or moved."""
    key_id, _, body = stored.partition(":")
    raw = base64.b64decode(body)
    key = base64.b64decode(settings.FIELD_KEYS[key_id])
    return AESGCM(key).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], bound_to.encode()).decode()


class EncryptedText(_TextField):
    """Text that only the application can read. It cannot be searched or sorted; empty stays empty."""

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return encrypt(value, bound_to=self._column_name()) if value else value

    def from_db_value(self, value: str | None, expression: object, connection: object) -> str | None:
        return decrypt(value, bound_to=self._column_name()) if value else value

    def _column_name(self) -> str:
        return f"{self.model._meta.db_table}.{self.column}"
