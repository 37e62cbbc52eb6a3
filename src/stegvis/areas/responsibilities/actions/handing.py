"""Somebody who goes along with people leaves: another one does, and those people are asked anew."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import ClosedDoor

from .. import policy
from ..models import OwnWords, Responsibility
from .terms import tell_to_answer


@action
def pass_guiding_on(actor: Actor, *, from_seat: UUID, to_seat: UUID, now: datetime) -> None:
    """Wherever one seat goes along with somebody, the other does; each of them is asked whether she wants that, and the
    staff do her task until she has said yes (S1-27). What she let the one before read is hers alone again. Who has
    closed her door to the other waits for somebody else, and nobody here learns why. The manager who does this sees
    nobody. Raises NotAllowed.
    """
    policy.require_may_hand_on(actor)
    rows = Responsibility.objects.filter(organisation_id=actor.organisation_id, guide_id=from_seat)
    closed = _doors_closed_to(actor, to_seat)
    for row in rows.select_for_update(of=("self",)).order_by("pk"):
        row.guide_id = None if row.participant_id in closed else to_seat
        row.own_yes_on, row.paper_seat, row.said, row.version = None, None, "", row.version + 1
        row.save(update_fields=["guide", "version", "own_yes_on", "paper_seat", "said"])
        OwnWords.objects.filter(responsibility=row).update(shared=False)
        if row.guide_id:
            tell_to_answer(actor, row, now)
    journal.written(actor, "responsibilities.guiding_passed_on", about=to_seat, at=now)


def _doors_closed_to(actor: Actor, seat_id: UUID) -> set[UUID]:
    """Who has closed her door to whoever sits there, in whichever seat."""
    keeper = Actor.housekeeper(actor.organisation_id)
    user_id = people.actor_in_seat(keeper, seat_id).user_id
    doors = ClosedDoor.objects.filter(organisation_id=actor.organisation_id, user_id=user_id)
    return set(doors.values_list("about", flat=True))
