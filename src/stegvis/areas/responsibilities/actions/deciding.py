"""The house decides, offering by offering, whether such tasks are possible at all (S1-27)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from stegvis.areas.directory import api as directory
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotFound, Refused

from .. import policy
from ..models import OfferingTasks, Task
from ..policy.house import local_day
from ..rules import Refusal, TaskKind


@action
def decide_tasks(
    actor: Actor,
    *,
    listing_id: UUID,
    possible: bool,
    kinds: Collection[TaskKind] = (),
    names: Collection[str] = (),
    version: int,
    now: datetime,
) -> None:
    """Switch tasks on for one offering, say which, or switch them off; until then they are off.

    Off takes nothing from anybody: what was agreed on rests until it is on again. `names` are tasks in the house's own
    words. Raises NotAllowed, NotFound, Refused for on without a task, Changed when somebody else decided meanwhile.
    """
    policy.require_may_decide(actor)
    if listing_id not in {one.listing_id for one in directory.joinable(actor, "nb")}:
        raise NotFound
    wanted: set[tuple[TaskKind, str]] = {(kind, "") for kind in kinds if kind is not TaskKind.OTHER}
    wanted |= {(TaskKind.OTHER, name.strip()) for name in names if name.strip()}
    if possible and not wanted:
        raise Refused(Refusal.NO_TASK_CHOSEN)
    row = _to_change(actor, listing_id, version, now)
    row.possible, row.decided_on = possible, local_day(now)
    row.save(update_fields=["possible", "decided_on", "version"])
    if possible:
        _offer(actor, row, wanted)
    journal.written(actor, "responsibilities.decided", about=listing_id, outcome=str(possible), at=now)


def _to_change(actor: Actor, listing_id: UUID, version: int, now: datetime) -> OfferingTasks:
    """The row, made on the first decision. Raises Changed unless it stands as the form showed it."""
    row, _ = OfferingTasks.objects.select_for_update().get_or_create(
        organisation_id=actor.organisation_id,
        listing_id=listing_id,
        defaults={"decided_on": local_day(now), "version": 0},
    )
    if row.version != version:
        raise Changed
    row.version += 1
    return row


def _offer(actor: Actor, row: OfferingTasks, wanted: set[tuple[TaskKind, str]]) -> None:
    for task in row.tasks.all():
        offered = (TaskKind(task.kind), task.name) in wanted
        wanted.discard((TaskKind(task.kind), task.name))
        if task.offered != offered:
            task.offered = offered
            task.save(update_fields=["offered"])
    Task.objects.bulk_create(
        Task(organisation_id=actor.organisation_id, offering=row, kind=kind, name=name)
        for kind, name in sorted(wanted)
    )
