"""Who signs in. Known and unknown take the same path and the same work: exactly one hash is checked (X-02)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.core import signing

from ..models import LINK, LoginCode, User
from ..rules import codes


@dataclass(frozen=True, slots=True)
class Choosing:
    """Somebody who came by a link that is still good. `by_code`: she has a code and no password."""

    user_id: UUID
    by_code: bool


def user_with_code(typed: str) -> UUID | None:
    """The user of this code, public part and secret in one text, or None."""
    code = codes.read(typed) or codes.TypedCode("", "")
    row = LoginCode.objects.filter(public_part=code.public_part, user__is_active=True).first()
    fits = check_password(code.secret, row.secret_hash if row else _nobodys_hash(_hasher()))
    return row.user_id if row is not None and fits else None


def user_with_password(email: str, password: str) -> UUID | None:
    """The user with this e-mail and password, or None."""
    row = User.objects.filter(email=email.strip().lower(), is_active=True).first()
    usable = row is not None and row.has_usable_password()
    fits = check_password(password, row.password if row is not None and usable else _nobodys_hash(_hasher()))
    return row.pk if row is not None and usable and fits else None


def choosing(link: str, *, now: datetime) -> Choosing | None:
    """Whose link this is. None when it is not one of ours, too old, or used: choosing changes the mark in it."""
    try:
        content: dict[str, Any] = signing.loads(link, salt=LINK)
    except signing.BadSignature:
        return None
    user = User.objects.select_related("code").filter(pk=content["user"], is_active=True).first()
    if user is None or user.mark() != content["mark"] or now.timestamp() > content["until"]:
        return None
    return Choosing(user.pk, by_code=hasattr(user, "code"))


def _hasher() -> str:
    return str(settings.PASSWORD_HASHERS[0])


@cache
def _nobodys_hash(hasher: str) -> str:
    """What is checked when nobody is found. One for each hasher, since tests change it."""
    return make_password("nobody")
