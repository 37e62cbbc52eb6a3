"""Followers from higher areas: each once, in order, however often an area starts."""

from collections.abc import Callable

from stegvis.kernel.followers import Followers


def test_each_is_told_once_in_the_order_of_joining():
    told: list[str] = []
    first, second = (lambda: told.append("first")), (lambda: told.append("second"))
    followers: Followers[Callable[[], None]] = Followers()
    for one in (first, second, first):
        followers.join(one)
    for tell in followers:
        tell()
    assert told == ["first", "second"]
