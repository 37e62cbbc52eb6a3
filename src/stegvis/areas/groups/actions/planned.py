"""Who wants to know when a round is planned. Knowledge flows up, imports never do."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.followers import Followers

from ..models import Round


class Follower(Protocol):
    """Gets the actor who plans and the new round, with the round before it if it goes on after one; runs in the same
    action.
    """

    def __call__(self, actor: Actor, /, *, round_id: UUID, follows: UUID | None, now: datetime) -> None: ...


_followers: Followers[Follower] = Followers()


def when_planned(follower: Follower) -> None:
    """Call this for every new round. To be called from a higher area's `ready()`."""
    _followers.join(follower)


def tell_followers(actor: Actor, row: Round, now: datetime) -> None:
    """All of it, or nothing: whoever cannot follow keeps the round from being planned."""
    for follower in _followers:
        follower(actor, round_id=row.pk, follows=row.follows_id, now=now)
