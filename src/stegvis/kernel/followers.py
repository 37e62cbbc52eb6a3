"""Those in higher areas who want to know what happens in a lower one. Knowledge flows up, imports never do."""

from collections.abc import Iterator
from typing import Generic, TypeVar

F = TypeVar("F")


class Followers(Generic[F]):
    """Callables, each once, in the order in which they joined: from an area's `ready()`.

    Told in the action that changes something: whoever cannot follow keeps it from happening.
    """

    def __init__(self) -> None:
        self._joined: list[F] = []

    def join(self, follower: F) -> None:
        """From now on this one is told, too. Joining again changes nothing."""
        if follower not in self._joined:
            self._joined.append(follower)

    def __iter__(self) -> Iterator[F]:
        return iter(self._joined)
