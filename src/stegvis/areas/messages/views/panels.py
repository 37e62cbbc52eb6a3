"""What messages add to the desk's first page."""

from datetime import datetime
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.panels import Panel

from .. import queries
from ..rules import MAY_READ


def of_desk(actor: Actor, organisation_id: UUID, now: datetime) -> Panel | None:
    """For the one who was named: that a complaint waits. For everybody else there is no such part."""
    if actor.role not in MAY_READ or not queries.a_complaint_waits(actor):
        return None
    return Panel("messages/on_desk.html", {}, first=True)
