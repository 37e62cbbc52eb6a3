"""The four buttons on the desk's first page, so that counting is one tap from there."""

from datetime import datetime
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.panels import Panel

from .. import policy
from .contacts import buttons


def count_here(actor: Actor, organisation_id: UUID, now: datetime) -> Panel | None:
    """For those who may count. It asks the database nothing."""
    return Panel("counting/on_desk.html", buttons(), first=True) if policy.may_count(actor) else None
