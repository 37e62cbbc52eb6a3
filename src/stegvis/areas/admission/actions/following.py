"""Who wants to know that a talk was held, and learns nothing of whose it was."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from stegvis.kernel.actor import Actor
from stegvis.kernel.followers import Followers

from ..rules import Way


class Follower(Protocol):
    """Told who held it, on which day, in which way the two met, and when it was written; in the same transaction."""

    def __call__(self, actor: Actor, /, *, on: date, way: Way, now: datetime) -> None: ...


_followers: Followers[Follower] = Followers()


def when_held(follower: Follower) -> None:
    """Call this for each talk that is held. To be called from a higher area's `ready()`."""
    _followers.join(follower)


def tell_followers(actor: Actor, *, on: date, way: Way, now: datetime) -> None:
    """All of it, or nothing: whoever cannot follow keeps the talk from being held."""
    for follower in _followers:
        follower(actor, on=on, way=way, now=now)
