"""An organisation's own limits and texts, as those who work there read them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import AgePolicy, Organisation
from ..rules.house import House


@query
def house(actor: Actor) -> House:
    """What holds here now (S1-35). Raises NotAllowed for who does not work here."""
    policy.require(policy.may_see_house(actor))
    row = Organisation.objects.get(pk=actor.organisation_id)
    younger = AgePolicy.objects.visible_to(actor).first()
    return House(
        minimum_age=row.minimum_age,
        age_policy=younger.words if younger else "",
        age_responsible=younger.responsible_id if younger else None,
        specially_competent=younger.specially_competent if younger else False,
        quiet_from=row.quiet_from,
        quiet_until=row.quiet_until,
        phone=row.phone,
        address=row.address,
        place=row.place,
        open_hours=row.open_hours,
        guidelines=row.guidelines,
    )


@query
def answers_for_the_young_meanwhile(actor: Actor) -> bool:
    """Whether the actor is responsible for them only until somebody is chosen, since who was has left. Raises
    NotAllowed for who does not work here.
    """
    policy.require(policy.may_see_house(actor))
    return AgePolicy.objects.visible_to(actor).filter(responsible_id=actor.seat_id, meanwhile=True).exists()


@query
def answers_for_the_young(actor: Actor, seat_id: UUID, now: datetime) -> bool:
    """Whether this seat is responsible for those who come before they are 18 (S2-01)."""
    return AgePolicy.objects.visible_to(actor).filter(responsible_id=seat_id).exists()
