"""One use case, one transaction, one mark that says: here, and only here, data may change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from django.db import transaction

from .actor import Actor
from .database import as_actor, turn_to_write

P = ParamSpec("P")
R = TypeVar("R")


class UnwrittenChange(Exception):
    """An action changed data and told the journal nothing. Rolled back: what is not written did not happen."""


@dataclass(slots=True)
class Change:
    """What one running action has done so far. `changes` is counted by the guard that the tests install.

    `keys`: by organisation, the key that its words are written with in this transaction, and the savepoints since which
    it is held (see `kernel.keys.for_writing`).
    """

    changes: int = 0
    written: int = 0
    keys: dict[UUID, tuple[UUID, tuple[str | None, ...]]] = field(default_factory=dict)


running: ContextVar[Change | None] = ContextVar("running_action", default=None)


def action(use_case: Callable[Concatenate[Actor, P], R]) -> Callable[Concatenate[Actor, P], R]:
    """Run a use case as one transaction in which writing is allowed. An action called by an action joins it.

    Raises UnwrittenChange when data changed and no journal entry was written.
    """

    @wraps(use_case)
    def run(actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with changing(), as_actor(actor):
            return use_case(actor, *args, **kwargs)

    return run


@contextmanager
def trying() -> Iterator[None]:
    """A part of an action that may fail and be done otherwise: what it changed and wrote is undone, and not counted."""
    change = running.get() or Change()
    before = change.changes, change.written
    try:
        with transaction.atomic():
            yield
    except BaseException:
        change.changes, change.written = before
        raise


@contextmanager
def changing() -> Iterator[None]:
    """The transaction and the mark. For actions only, and for the tests' makers of data."""
    if running.get() is not None:
        yield
        return
    change = Change()
    token = running.set(change)
    try:
        with turn_to_write(), transaction.atomic():
            yield
            if change.changes and not change.written:
                raise UnwrittenChange
    finally:
        running.reset(token)
