"""How much one write takes at a time, so that nobody else waits for long."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter, sleep

AIM = 0.06
"""Seconds that one write may keep others waiting."""
BREATH = 0.03
"""Seconds between two writes. SQLite lets one write at a time, and who waits looks every 25 ms for the first 130:
so a write of 60 ms and a pause of 30 always let somebody else in.
"""
SMALLEST, LARGEST = 10, 200


class Pace:
    """`size` is how many services the next write takes: learnt from how long the last ones were."""

    def __init__(self) -> None:
        self.size = 25

    @contextmanager
    def write(self) -> Iterator[None]:
        """Around one write: measures it, then lets others in."""
        began = perf_counter()
        yield
        wished = self.size * AIM / (perf_counter() - began)
        self.size = round(min(max(wished, self.size / 2, SMALLEST), self.size * 1.25, LARGEST))
        sleep(BREATH)
