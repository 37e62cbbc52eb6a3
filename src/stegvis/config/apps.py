from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core import checks

from stegvis.kernel.database import could_lose_writes


class Config(AppConfig):
    name = "stegvis.config"
    label = "config"

    def ready(self) -> None:
        checks.register(writes_are_kept, checks.Tags.database)


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
