"""What the actions of this area read before they write."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.areas.directory import api as directory
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound

from ..models import Responsibility, Task
from ..policy.house import house
from ..rules import Facts


def task_of(actor: Actor, task_id: UUID) -> Task:
    """A task of the house. Raises NotFound."""
    return Task.objects.select_related("offering").one_visible_to(actor, task_id)


def locked(actor: Actor, responsibility_id: UUID) -> Responsibility:
    """One row, for whoever may see it, until the action is over. Raises NotFound."""
    rows = Responsibility.objects.select_related("task__offering").select_for_update(of=("self",))
    return rows.one_visible_to(actor, responsibility_id)


def keeps_words(actor: Actor, listing_id: UUID) -> bool:
    """Whether staff may write something about a person at this offering: not in mode `none` (X-15)."""
    try:
        facts = directory.joining_facts(actor, listing_id)
    except NotFound:
        return False
    return facts.documentation is not directory.DocumentationMode.NONE


def facts_of(actor: Actor, row: Responsibility, now: datetime) -> Facts:
    """What the rules need to know of one row."""
    return house(actor, [], "nb", now).facts(row)
