"""Offerings in the name of somebody who leaves: another one is responsible, and named where newcomers are received."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role

from .. import policy
from ..models import Offering
from ..rules import State, Step
from .loading import offering_to_change
from .writing import remember, save_step


@action
def pass_offerings_on(actor: Actor, *, from_seat: UUID, to_seat: UUID, now: datetime) -> None:
    """In all offerings that are not closed, this seat is responsible, and welcomes, in place of the other.

    Raises NotAllowed, and Refused as `save_step` does.
    """
    policy.require_may_describe(actor)
    names = people.seat_names(actor, [from_seat, to_seat])
    before, after = names.get(from_seat, ""), names.get(to_seat, "")
    theirs = Q(responsible_id=from_seat) | Q(welcomed_by=before) & ~Q(welcomed_by="")
    rows = Offering.objects.visible_to(actor).filter(theirs).exclude(listing__state=State.CLOSED)
    for listing_id in list(rows.values_list("listing_id", flat=True)):
        _pass_one(actor, listing_id, from_seat, to_seat, (before, after), now)
    journal.written(actor, "directory.offerings_passed_on", about=to_seat, at=now)


def _pass_one(
    actor: Actor, listing_id: UUID, from_seat: UUID, to_seat: UUID, names: tuple[str, str], now: datetime
) -> None:
    offering = offering_to_change(actor, listing_id)
    if offering.responsible_id == from_seat:
        _save(actor, offering, Step.GROUND, {"responsible": to_seat}, now)
    if names[0] and offering.welcomed_by == names[0]:
        _save(actor, offering, Step.WHO, {"welcomed_by": names[1]}, now)


@action
def let_manager_answer(actor: Actor, *, now: datetime) -> int:
    """Where the one responsible for what people see has left, a manager is, until somebody else is chosen (S2-04).

    Her desk says so until then. The house's own chore. How many went over; none where no manager is here.
    Raises NotAllowed.
    """
    policy.require_may_keep_answered(actor)
    left = Offering.objects.visible_to(actor).filter(
        listing__state=State.PUBLISHED, responsible__until_on__lt=timezone.localdate(now)
    )
    keys = list(left.order_by("pk").values_list("listing_id", flat=True))
    managers = people.staff(actor, roles={Role.MANAGER}, now=now) if keys else []
    if not managers:
        return 0
    for listing_id in keys:
        offering = offering_to_change(actor, listing_id)
        offering.responsible_id = managers[0].seat_id
        offering.answered_meanwhile = True
        remember(actor, offering, Step.GROUND, "directory.manager_answers", now)
    return len(keys)


def _save(actor: Actor, offering: Offering, step: Step, values: dict[str, object], now: datetime) -> None:
    save_step(
        actor,
        listing_id=offering.listing_id,
        step=step,
        values=values,
        version=offering.version_of(step),
        now=now,
    )
