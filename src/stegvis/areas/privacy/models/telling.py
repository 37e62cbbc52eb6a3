"""How areas tell what stands in their columns, for a participant's own copy. They declare it when they start."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

from stegvis.kernel.actor import Actor
from stegvis.kernel.followers import Followers

Things = Callable[[Actor, Collection[UUID], str], Mapping[UUID, str]]
"""What rows of a table are called, by key, in a language. The actor is the house itself."""

Saying = Callable[[Any, str], str]
"""What one column of a row says, in a language, where the column alone does not: gets the whole row."""

Ready = Callable[[Actor, UUID, datetime], None]
"""Does what must be done while a participant's rows are still there: gets the actor, her id and the moment."""

Used = Callable[[Actor, Collection[UUID], datetime], Collection[UUID]]
"""Which of these participants still use something here, whether or not they log in."""

_codes: dict[str, Mapping[str, Promise]] = {}
_things: dict[str, Things] = {}
_sayings: dict[str, Saying] = {}
_seats: set[str] = set()
_empty: dict[str, Promise] = {}
_before_erasing: Followers[Ready] = Followers()
_uses: Followers[Used] = Followers()
_stays: list[tuple[Promise, Promise]] = []


def declare_codes(column: str, words: Mapping[Any, Promise]) -> None:
    """The words for the codes in `area.Model.field`."""
    _codes[column] = words


def declare_things(model: str, tell: Things) -> None:
    """What the rows of `area.Model` are called where a row about a participant points to one."""
    _things[model] = tell


def declare_saying(column: str, say: Saying) -> None:
    """What `area.Model.field` says, where that takes the whole row."""
    _sayings[column] = say


def declare_seats(*columns: str) -> None:
    """Columns that hold the id of a seat without being a key: told by first name and role."""
    _seats.update(columns)


def declare_empty(column: str, words: Promise) -> None:
    """What it means that `area.Model.field` is empty, where that says something: hers, and not written by us."""
    _empty[column] = words


def before_erasing(ready: Ready) -> None:
    """Call this before a participant's rows go, in the same transaction: a place that she holds goes to the next."""
    _before_erasing.join(ready)


def declare_use(used: Used) -> None:
    """Let the clock ask whether somebody still uses something here, before twelve months without use are over."""
    _uses.join(used)


def declare_stays(what: Promise, why: Promise) -> None:
    """Something that stays when a participant leaves, and why, for the page on which she decides."""
    if all(known is not what for known, _ in _stays):
        _stays.append((what, why))


def codes_of(column: str) -> Mapping[str, Promise] | None:
    return _codes.get(column)


def things_of(model: str) -> Things | None:
    return _things.get(model)


def saying_of(column: str) -> Saying | None:
    return _sayings.get(column)


def empty_of(column: str) -> Promise | None:
    return _empty.get(column)


def holds_seat(column: str) -> bool:
    return column in _seats


def get_ready(actor: Actor, participant_id: UUID, now: datetime) -> None:
    for ready in _before_erasing:
        ready(actor, participant_id, now)


def still_used(actor: Actor, participant_ids: Collection[UUID], now: datetime) -> set[UUID]:
    return {one for used in _uses for one in used(actor, participant_ids, now)}


def what_stays() -> list[tuple[Promise, Promise]]:
    return list(_stays)
