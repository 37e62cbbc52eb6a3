"""Noting that a police-record check was shown, and for which roles one is shown at all (X-08)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, Refused
from stegvis.kernel.roles import Role

from .. import policy
from ..models import CheckedRole, Organisation, RecordCheck, Seat
from ..rules import CheckedTask, Country, Reason
from ..rules.record_checks import KIND_OF, MEET_PEOPLE, decide_day, may_be_noted, tasks_named_by_law
from ..rules.seats import BY_INVITATION


@action
def choose_checked_roles(actor: Actor, *, tasks: Mapping[Role, CheckedTask | None], now: datetime) -> None:
    """Say for each of these roles which task of it a law names, or that there is none.

    Where there is none any more, what was noted before has no ground left and goes. Raises NotAllowed for a role that
    this seat does not decide over, Refused for a task that no law names here.
    """
    policy.require(policy.may_note_record_check(actor))
    if not set(tasks) <= policy.roles_to_check(actor):
        raise NotAllowed
    country, minimum_age = _house(actor)
    possible = tasks_named_by_law(country, minimum_age=minimum_age)
    if any(task is not None and task not in possible for task in tasks.values()):
        raise Refused(Reason.NO_LAW_FOR_CHECK)
    for role, task in tasks.items():
        CheckedRole.objects.visible_to(actor).filter(role=role).delete()
        if task is not None:
            CheckedRole.objects.create(organisation_id=actor.organisation_id, role=role, task=task)
        else:
            RecordCheck.objects.visible_to(actor).filter(seat__role=role).delete()
    journal.written(actor, "people.checked_roles_chosen", about=actor.organisation_id, at=now)


@action
def note_record_check(actor: Actor, *, seat_id: UUID, shown_on: date, now: datetime) -> None:
    """Somebody has shown the paper on this day, and this seat has seen it. Renewed, only the day changes.

    Nothing else can be said: no answer, no file, no words. Raises NotFound for a seat this one does not decide over,
    Refused where no law has the paper shown, for a day that cannot be, and for one's own.
    """
    policy.require(policy.may_note_record_check(actor))
    seat = Seat.objects.filter(role__in=BY_INVITATION).one_visible_to(actor, seat_id)
    role = Role(seat.role)
    if seat.user_id == actor.user_id:
        raise Refused(Reason.OWN_PAPER)
    if role in MEET_PEOPLE - policy.roles_to_check(actor):
        raise NotAllowed
    country, minimum_age = _house(actor)
    asked = CheckedRole.objects.visible_to(actor).filter(role=role).first()
    task = CheckedTask(asked.task) if asked else None
    if refusal := may_be_noted(role=role, task=task, country=country, minimum_age=minimum_age):
        raise Refused(refusal)
    today = timezone.localtime(now).date()
    if refusal := decide_day(shown_on, today=today):
        raise Refused(refusal)
    RecordCheck.objects.update_or_create(
        organisation_id=actor.organisation_id,
        seat=seat,
        defaults={"kind": KIND_OF[country], "role": role, "shown_on": shown_on, "seen_by_id": actor.seat_id},
    )
    journal.written(actor, "people.record_check_noted", about=seat.pk, at=now)


@action
def forget_ended_checks(actor: Actor, *, now: datetime) -> int:
    """The clock's chore: what was noted for seats whose last day has passed goes. How many went."""
    policy.require(policy.may_set_up(actor))
    today = timezone.localtime(now).date()
    old = RecordCheck.objects.visible_to(actor).filter(seat__until_on__lt=today)
    went = old.count()
    if went:
        old.delete()
        journal.written(actor, "people.record_checks_forgotten", about=actor.organisation_id, at=now)
    return went


def _house(actor: Actor) -> tuple[Country, int]:
    """The country whose law counts here, and from which age in years people come."""
    house = Organisation.objects.get(pk=actor.organisation_id)
    return Country(house.country), house.minimum_age
