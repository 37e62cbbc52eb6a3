"""What an organisation decides about itself: its limits, hours, phone and guidelines (S1-35)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotFound, Refused
from stegvis.kernel.roles import EMPLOYED, Role

from .. import policy
from ..models import AgePolicy, Organisation, Seat, running_on
from ..rules.house import OF_AGE, House, mark_of, why_not

OF_THE_ORGANISATION = (
    *("minimum_age", "quiet_from", "quiet_until"),
    *("phone", "address", "place", "open_hours", "guidelines"),
)


@action
def set_house(actor: Actor, *, house: House, mark: str, now: datetime) -> None:
    """Keep the actor's own organisation's limits and texts; no other organisation can be named here.

    `mark`: `mark_of` what stood there when the form was opened. The same twice changes nothing; but where a manager is
    responsible for the young meanwhile, whoever is named is chosen, be it herself (S2-01).
    Raises NotAllowed; Refused with `field` and `limit` for what cannot be; Changed when somebody else saved meanwhile.
    """
    policy.require(policy.may_shape_house(actor))
    row = Organisation.objects.select_for_update().get(pk=actor.organisation_id)
    younger = AgePolicy.objects.visible_to(actor).first()
    before = _stands(row, younger)
    if house == before and not (younger and younger.meanwhile):
        return
    if mark != mark_of(before):
        raise Changed
    if refusal := why_not(house, employed_now=_works_here(actor, house.age_responsible, now)):
        raise Refused(refusal.reason, field=refusal.field, limit=refusal.limit)
    for name in OF_THE_ORGANISATION:
        setattr(row, name, getattr(house, name))
    row.save(update_fields=OF_THE_ORGANISATION)
    _keep_age_policy(actor, house, younger)
    journal.written(actor, "people.house_set", about=actor.organisation_id, at=now)


@action
def pass_the_young_on(actor: Actor, *, from_seat: UUID, to_seat: UUID, now: datetime) -> None:
    """Another seat is responsible for those who come before they are 18. Raises NotAllowed, NotFound."""
    policy.require(policy.may_manage_seats(actor))
    if (
        not AgePolicy.objects.visible_to(actor)
        .filter(responsible_id=from_seat)
        .update(responsible_id=to_seat, meanwhile=False)
    ):
        raise NotFound
    journal.written(actor, "people.age_policy_passed_on", about=to_seat, at=now)


@action
def let_manager_answer_for_the_young(actor: Actor, *, now: datetime) -> bool:
    """Where the one responsible for those under 18 has left, a manager is, until somebody is chosen (S2-01).

    Her desk says so until then. The house's own chore. Whether it went over; not where no manager is here.
    Raises NotAllowed.
    """
    policy.require(policy.may_set_up(actor))
    today = timezone.localdate(now)
    row = AgePolicy.objects.visible_to(actor).filter(responsible__until_on__lt=today).first()
    managers = (
        Seat.objects.visible_to(actor).filter(running_on(today), role=Role.MANAGER).order_by("name", "pk")
    )
    manager = managers.first() if row else None
    if row is None or manager is None:
        return False
    row.responsible, row.meanwhile = manager, True
    row.save(update_fields=["responsible", "meanwhile"])
    journal.written(actor, "people.manager_answers_for_the_young", about=manager.pk, at=now)
    return True


def _stands(row: Organisation, younger: AgePolicy | None) -> House:
    return House(
        **{name: getattr(row, name) for name in OF_THE_ORGANISATION},
        age_policy=younger.words if younger else "",
        age_responsible=younger.responsible_id if younger else None,
        specially_competent=younger.specially_competent if younger else False,
    )


def _keep_age_policy(actor: Actor, house: House, younger: AgePolicy | None) -> None:
    if house.minimum_age >= OF_AGE or house.age_responsible is None:
        if younger is not None:
            younger.delete()
        return
    row = younger or AgePolicy(organisation_id=actor.organisation_id)
    row.words, row.responsible_id = house.age_policy, house.age_responsible
    row.specially_competent, row.meanwhile = house.specially_competent, False
    row.save()


def _works_here(actor: Actor, seat_id: UUID | None, now: datetime) -> bool:
    if seat_id is None:
        return False
    runs = running_on(timezone.localdate(now))
    return Seat.objects.visible_to(actor).filter(runs, pk=seat_id, role__in=EMPLOYED).exists()
