"""The things a participant can share, as areas declare them when they start, and the key with which each is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet
from django.utils.functional import Promise

from stegvis.kernel.actor import Actor
from stegvis.kernel.models import OrganisationOwned, doors_closed_to
from stegvis.kernel.roles import Role

M = TypeVar("M", bound=OrganisationOwned)


@dataclass(frozen=True, slots=True)
class Released:
    """The key to one participant's rows for this reader. Made where a grant is checked, and nowhere else.

    A part of what is kept that she has closed to all who work here stays closed: closing is stronger than sharing.
    """

    organisation_id: UUID
    participant_id: UUID
    reader: Actor

    def rows_of(self, model: type[M]) -> QuerySet[M]:
        """The rows of this model that are about her. Raises ValueError for a model that is about nobody."""
        if not model.ABOUT:
            raise ValueError(f"{model._meta.label} is about nobody")
        hers = {model.ABOUT: self.participant_id}
        rows = model._default_manager.filter(organisation_id=self.organisation_id, **hers)
        return rows.none() if model.CLOSABLE and self._is_closed(model.SECTION) else rows

    def _is_closed(self, section: str) -> bool:
        return doors_closed_to(self.reader, section).filter(about=self.participant_id).exists()


@dataclass(frozen=True, slots=True)
class Part:
    """One line of what is read: what it is called (may be empty), what it says, and in which language when not hers."""

    label: Promise | str
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that can be shared by itself. `code` is `area.what_it_is`; `seen_by`: the roles that see it anyhow.

    `read` gives its parts in a language at a moment, none when there is nothing. It reads through the key alone, and
    never gives a "no" of hers (S4-03).
    """

    code: str
    words: Promise
    seen_by: frozenset[Role]
    read: Callable[[Released, str, datetime], Sequence[Part]]


_items: dict[str, Item] = {}


def declare_item(item: Item) -> None:
    """Add a thing that can be shared. To be called from an area's `ready()`. Raises ValueError for a second one."""
    if _items.setdefault(item.code, item) != item:
        raise ValueError(f"{item.code} is declared twice")


def items() -> list[Item]:
    """All of them, in the order in which the areas came."""
    return list(_items.values())


def item(code: str) -> Item | None:
    """None for what no area declares (any more)."""
    return _items.get(code)
