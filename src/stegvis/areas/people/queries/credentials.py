"""Who signs in. Known and unknown take the same path and the same work: exactly one hash is checked (X-02)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password

from stegvis.kernel.database import within

from ..models import LoginCode, Seat, User
from ..rules import codes
from ..rules.seats import has_been_idle


@dataclass(frozen=True, slots=True)
class Choosing:
    """Somebody who came by a link that is still good. `by_code`: she has a code and no password, and no `email`."""

    user_id: UUID
    by_code: bool
    organisation_id: UUID
    email: str


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
    """Who came by this link, or None when it is no good (any more)."""
    user = User.objects.with_link(link, now=now)
    if user is None:
        return None
    with within(user_id=user.pk):
        seat = Seat.objects.filter(user_id=user.pk).order_by("-from_on", "pk").first()
    return Choosing(user.pk, hasattr(user, "code"), seat.organisation_id, user.email or "") if seat else None


def user_in_session(session: Mapping[str, Any], *, now: datetime) -> UUID | None:
    """Who said a moment ago who they are, and has a seat still to choose."""
    if "user" not in session:
        return None
    user = User.objects.select_related("code").filter(pk=session["user"], is_active=True).first()
    if user is None or user.mark() != session.get("mark"):
        return None
    minutes = settings.IDLE_MINUTES["participant"]
    idle = has_been_idle(last_seen=session.get("seen", 0), now=now.timestamp(), minutes=minutes)
    return None if idle else user.pk


def _hasher() -> str:
    return str(settings.PASSWORD_HASHERS[0])


@cache
def _nobodys_hash(hasher: str) -> str:
    """What is checked when nobody is found. One for each hasher, since tests change it."""
    return make_password("nobody")
