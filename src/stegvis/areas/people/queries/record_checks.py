"""What is noted of record checks, and for which roles one is shown at all (X-08)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query
from stegvis.kernel.roles import Role

from .. import policy
from ..models import CheckedRole, Organisation, RecordCheck, Seat
from ..rules import CheckedTask, CheckKind, Country, Reason
from ..rules.record_checks import KIND_OF, may_be_noted, tasks_named_by_law
from ..texts import CHECKS, REASONS, ROLES, TASKS


@dataclass(frozen=True, slots=True)
class CheckShown:
    """A seat's record check: what is noted (`shown_on` None: nothing), and whether it can be.

    `because`: the task for which the law has it shown, empty without one. `why_not`: why nothing is noted for this
    role, empty when it can be. `may_note`: whether this very actor notes it.
    """

    kind: Promise
    shown_on: date | None
    seen_by: str
    because: Promise | str
    why_not: Promise | str
    may_note: bool


@dataclass(frozen=True, slots=True)
class RoleChecked:
    """One role, and the task in it that a law names; None when there is none."""

    role: Role
    role_name: Promise
    task: CheckedTask | None


@dataclass(frozen=True, slots=True)
class ChecksHere:
    """For which roles the paper is shown. `tasks`: those that the law names in this country and for this age."""

    kind: Promise
    tasks: tuple[CheckedTask, ...]
    roles: list[RoleChecked]
    minimum_age: int


def check_of(actor: Actor, seat: Seat) -> CheckShown:
    """For a query that has shown the seat to this actor. Notes of a role that it had before are shown as they are."""
    house = Organisation.objects.get(pk=actor.organisation_id)
    role, country = Role(seat.role), Country(house.country)
    asked = CheckedRole.objects.visible_to(actor).filter(role=role).first()
    task = CheckedTask(asked.task) if asked else None
    why_not = may_be_noted(role=role, task=task, country=country, minimum_age=house.minimum_age)
    noted = RecordCheck.objects.visible_to(actor).filter(seat=seat).select_related("seen_by").first()
    return CheckShown(
        kind=CHECKS[CheckKind(noted.kind) if noted else KIND_OF[country]],
        shown_on=noted.shown_on if noted else None,
        seen_by=noted.seen_by.name if noted else "",
        because=TASKS[task] if task and not why_not else "",
        why_not=REASONS[Reason(why_not)] if why_not else "",
        may_note=not why_not and seat.user_id != actor.user_id and role in policy.roles_to_check(actor),
    )


@query
def checks_here(actor: Actor) -> ChecksHere:
    """For the page where it is decided. Raises NotAllowed for anybody but managers and coordinators."""
    policy.require(policy.may_note_record_check(actor))
    house = Organisation.objects.get(pk=actor.organisation_id)
    country = Country(house.country)
    tasks = dict(CheckedRole.objects.visible_to(actor).values_list("role", "task"))
    return ChecksHere(
        kind=CHECKS[KIND_OF[country]],
        tasks=tasks_named_by_law(country, minimum_age=house.minimum_age),
        roles=[
            RoleChecked(role, ROLES[role], CheckedTask(tasks[role]) if role in tasks else None)
            for role in sorted(policy.roles_to_check(actor), key=list(Role).index)
        ],
        minimum_age=house.minimum_age,
    )
