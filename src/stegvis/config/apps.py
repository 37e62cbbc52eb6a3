from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.db import DatabaseError

from stegvis.kernel.database import could_lose_writes


class Config(AppConfig):
    name = "stegvis.config"
    label = "config"

    def ready(self) -> None:
        checks.register(writes_are_kept, checks.Tags.database)
        checks.register(keys_are_there, checks.Tags.database)
        checks.register(sender_tells_nothing)


def writes_are_kept(*, databases: Sequence[str] | None = None, **_: Any) -> list[checks.CheckMessage]:
    """Where people are served, a database that may lose what it has acknowledged is an error (promise 9)."""
    if not databases or settings.DEMO:
        return []
    return [
        checks.Error(
            f"The database runs with {name} off: writes that it has acknowledged could be lost.",
            hint=f"Turn {name} on.",
            id="stegvis.E001",
        )
        for name in could_lose_writes()
    ]


def keys_are_there(*, databases: Sequence[str] | None = None, **_: Any) -> list[checks.CheckMessage]:
    """A master key that some organisation's words need and that was not given is an error (promise 14)."""
    from stegvis.kernel import keys  # once the tables are known

    try:
        missing = keys.masters_missing() if databases else []
    except DatabaseError:  # there is no such table yet, or no database just now
        return []
    return [checks.Error(keys.said_missing(missing), id="stegvis.E003")] if missing else []


def sender_tells_nothing(**_: Any) -> list[checks.CheckMessage]:
    """Whoever sees an e-mail sees its sender: an address that tells what this is is an error (promise 6)."""
    from stegvis.areas.messages import api as messages  # once the areas are there

    telling = messages.telling_words(settings.DEFAULT_FROM_EMAIL) if settings.EMAILS_GO_OUT else []
    if not telling:
        return []
    return [
        checks.Error(
            f"E-mails would come from an address that tells what this is: {', '.join(telling)}.",
            hint="Let STEGVIS_EMAIL_FROM be an address that says nothing, as in post@example.org.",
            id="stegvis.E002",
        )
    ]
