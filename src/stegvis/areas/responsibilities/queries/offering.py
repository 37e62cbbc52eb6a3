"""What the house has decided about tasks, offering by offering."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import translation

from stegvis.areas.directory import api as directory
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from .. import policy
from ..models import OfferingTasks, Responsibility, Task
from ..policy.house import name_of, staff
from ..rules import TaskKind


@dataclass(frozen=True, slots=True)
class Decided:
    """What stands for one offering. `version` 0: nobody has decided anything, so such tasks are off."""

    listing_id: UUID
    title: str
    language: str
    possible: bool
    kinds: frozenset[TaskKind]
    names: tuple[str, ...]
    decided_on: date | None
    version: int


@query
def decided_for(actor: Actor, listing_id: UUID, language: str) -> Decided:
    """What is decided for one offering of the house. Raises NotFound, NotAllowed for whoever does not decide."""
    policy.require_may_decide(actor)
    found = [one for one in _all(actor, language) if one.listing_id == listing_id]
    if not found:
        raise NotFound
    return found[0]


@query
def decided(actor: Actor, language: str) -> list[Decided]:
    """What is decided for each published offering, by title; those with tasks first. Raises NotAllowed."""
    policy.require_may_decide(actor)
    return sorted(_all(actor, language), key=lambda one: not one.possible)


def _all(actor: Actor, language: str) -> list[Decided]:
    rows = {row.listing_id: row for row in OfferingTasks.objects.visible_to(actor)}
    tasks: dict[UUID, list[Task]] = {}
    for task in Task.objects.visible_to(actor).filter(offered=True).order_by("name"):
        tasks.setdefault(task.offering_id, []).append(task)
    return [_one(brief, rows.get(brief.listing_id), tasks) for brief in directory.joinable(actor, language)]


def _one(brief: directory.ListingBrief, row: OfferingTasks | None, tasks: dict[UUID, list[Task]]) -> Decided:
    offered = tasks.get(row.pk, []) if row else []
    return Decided(
        listing_id=brief.listing_id,
        title=brief.title,
        language=brief.language,
        possible=row is not None and row.possible,
        kinds=frozenset(TaskKind(task.kind) for task in offered if not task.name),
        names=tuple(task.name for task in offered if task.name),
        decided_on=row.decided_on if row else None,
        version=row.version if row else 0,
    )


@query
def tasks_told(actor: Actor, task_ids: Collection[UUID], language: str) -> dict[UUID, str]:
    """What tasks are called in a participant's own copy. The actor is the house itself."""
    found = list(Task.objects.visible_to(actor).filter(pk__in=task_ids).select_related("offering"))
    titles = directory.titles(actor, {row.offering.listing_id for row in found}, language)
    with translation.override(language):
        names = {row.pk: str(name_of(row)) for row in found}
    return {
        row.pk: f"{names[row.pk]}, {titles.get(row.offering.listing_id, '')}".strip(", ") for row in found
    }


@query
def responsibilities_told(
    actor: Actor, responsibility_ids: Collection[UUID], language: str
) -> dict[UUID, str]:
    """The same for what hangs on somebody's task. The actor is the house itself."""
    rows = Responsibility.objects.filter(organisation_id=actor.organisation_id, pk__in=responsibility_ids)
    task_of = dict(rows.values_list("pk", "task_id"))
    told = tasks_told(actor, set(task_of.values()), language)
    return {key: told.get(task_id, "") for key, task_id in task_of.items()}


@query
def guides_somebody(actor: Actor, seat_id: UUID, now: datetime) -> bool:
    """Whether this seat goes along with anybody. Never with how many: nobody's work is counted."""
    rows = Responsibility.objects.filter(organisation_id=actor.organisation_id, guide_id=seat_id)
    return rows.exists()


@query
def staff_to_choose(actor: Actor, now: datetime) -> dict[UUID, str]:
    """Who can go along with somebody, by seat: everybody employed here whose seat runs (S1-27)."""
    policy.require_may_guide(actor)
    return staff(actor, now)
