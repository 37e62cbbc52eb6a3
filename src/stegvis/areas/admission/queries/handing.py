"""What stands in somebody's name here."""

from datetime import datetime
from uuid import UUID

from stegvis.kernel.actor import Actor

from ..models import TalkTime


def offers_times(actor: Actor, seat_id: UUID, now: datetime) -> bool:
    """Whether this seat has times for talks to come. Never how many, nor whether anybody has chosen one."""
    rows = TalkTime.objects.filter(organisation_id=actor.organisation_id, adviser_id=seat_id)
    return rows.filter(starts_at__gt=now).exists()
