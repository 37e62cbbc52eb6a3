"""The sessions that are open, as Django keeps them: no table of ours. They name a user and a seat, and pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils.crypto import salted_hmac

from ..rules.seats import has_been_idle


@dataclass(frozen=True, slots=True)
class Kept:
    """One session: its key, which opens it and is shown to nobody, what it holds, and that as it is stored."""

    key: str
    content: dict[str, Any]
    stored: str

    def name(self) -> str:
        """What a page may call it by: it leads from the key, and not back."""
        return salted_hmac("people.session", self.key, algorithm="sha256").hexdigest()[:20]

    def is_idle(self, *, now: datetime) -> bool:
        """Untouched for longer than its kind of seat allows; a device is known of those who work here only."""
        minutes = settings.IDLE_MINUTES["staff" if "device" in self.content else "participant"]
        return has_been_idle(last_seen=self.content.get("seen", 0), now=now.timestamp(), minutes=minutes)


def all_kept(*, now: datetime) -> Iterator[Kept]:
    """Every session with somebody in it that has not passed."""
    for row in Session.objects.filter(expire_date__gt=now).iterator():
        content = row.get_decoded()
        if "user" in content:
            yield Kept(row.session_key, content, row.session_data)


def kept_of(user_id: UUID, *, now: datetime) -> list[Kept]:
    return [kept for kept in all_kept(now=now) if kept.content["user"] == str(user_id)]
