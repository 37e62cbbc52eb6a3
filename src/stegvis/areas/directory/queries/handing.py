"""What stands in somebody's name here."""

from datetime import datetime
from uuid import UUID

from stegvis.kernel.actor import Actor

from ..models import Offering
from ..rules import State


def answers_for_offerings(actor: Actor, seat_id: UUID, now: datetime) -> bool:
    """Whether this seat is responsible for an offering that is not closed. Never for how many."""
    rows = Offering.objects.visible_to(actor).filter(responsible_id=seat_id)
    return rows.exclude(listing__state=State.CLOSED).exists()
