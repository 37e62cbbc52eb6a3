"""Higher areas that want to know that a talk was held, and nothing of whose it was."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from stegvis.kernel.actor import Actor

from ..rules import Way


class WhenHeld(Protocol):
    """Told who held it, on which day, in which way the two met, and when it was written; in the same transaction."""

    def __call__(self, actor: Actor, /, *, on: date, way: Way, now: datetime) -> None: ...


_to_tell: list[WhenHeld] = []


def declare_when_held(tell: WhenHeld) -> None:
    """Tell this one of each talk that is held from now on. To be called from an area's `ready()`."""
    if tell not in _to_tell:
        _to_tell.append(tell)


def tell_held(actor: Actor, *, on: date, way: Way, now: datetime) -> None:
    for tell in _to_tell:
        tell(actor, on=on, way=way, now=now)
