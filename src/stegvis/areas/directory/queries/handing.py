"""What stands in somebody's name here."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import Offering
from ..rules import State


@dataclass(frozen=True, slots=True)
class AnsweredMeanwhile:
    """An offering that a manager is responsible for because she who was has left, and that waits for a choice."""

    listing_id: UUID
    title: str
    language: str


@query
def answered_meanwhile(actor: Actor) -> list[AnsweredMeanwhile]:
    """Those that the actor herself is responsible for meanwhile, by title (S2-04). One question, none without a seat.

    Raises NotAllowed for whoever is not employed.
    """
    policy.require_may_describe(actor)
    here = Offering.objects.visible_to(actor).filter(responsible_id=actor.seat_id, answered_meanwhile=True)
    written = here.exclude(listing__state=State.CLOSED).filter(
        listing__texts__language=F("listing__language")
    )
    rows = written.values_list("listing_id", "listing__texts__title", "listing__language")
    found = [AnsweredMeanwhile(*row) for row in rows]
    return sorted(found, key=lambda one: (one.title.casefold(), str(one.listing_id)))


def answers_for_offerings(actor: Actor, seat_id: UUID, now: datetime) -> bool:
    """Whether this seat is responsible for an offering that is not closed, or named as who meets those who are new
    there: that name stays when a manager answers after she has left. Never for how many.
    """
    named = people.seat_names(actor, [seat_id]).get(seat_id, "")
    theirs = Q(responsible_id=seat_id) | Q(welcomed_by=named) & ~Q(welcomed_by="")
    rows = Offering.objects.visible_to(actor).filter(theirs)
    return rows.exclude(listing__state=State.CLOSED).exists()
