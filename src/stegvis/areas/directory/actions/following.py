"""Who wants to know when an offering is shown, paused or closed. Knowledge flows up, imports never do."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.followers import Followers

from ..rules import State


class Follower(Protocol):
    """Gets the actor who changed the offering, and its new state; runs in the same action."""

    def __call__(self, actor: Actor, /, *, listing_id: UUID, state: State, now: datetime) -> None: ...


_followers: Followers[Follower] = Followers()


def when_state_changes(follower: Follower) -> None:
    """Call this whenever an offering's state has changed. To be called from a higher area's `ready()`."""
    _followers.join(follower)


def tell_followers(actor: Actor, listing_id: UUID, state: State, now: datetime) -> None:
    """All of it, or nothing: whoever cannot follow keeps the state from changing."""
    for follower in _followers:
        follower(actor, listing_id=listing_id, state=state, now=now)
