"""What stands in somebody's name here."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from stegvis.kernel.actor import Actor

from ..models import Round


def receives_in_rounds(actor: Actor, seat_id: UUID, now: datetime) -> bool:
    """Whether this seat receives newcomers in a round that is not over. Never in how many."""
    today = timezone.localtime(now).date()
    return Round.objects.visible_to(actor).filter(welcomed_by_id=seat_id, until_on__gte=today).exists()
