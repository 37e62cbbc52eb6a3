"""What stands in somebody's name here."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor

from ..models import Offering
from ..rules import State


def answers_for_offerings(actor: Actor, seat_id: UUID, now: datetime) -> bool:
    """Whether this seat is responsible for an offering that is not closed, or named as who meets those who are new
    there: that name stays when a manager answers after she has left. Never for how many.
    """
    named = people.seat_names(actor, [seat_id]).get(seat_id, "")
    theirs = Q(responsible_id=seat_id) | Q(welcomed_by=named) & ~Q(welcomed_by="")
    rows = Offering.objects.visible_to(actor).filter(theirs)
    return rows.exclude(listing__state=State.CLOSED).exists()
