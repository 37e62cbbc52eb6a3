"""How much one write takes at a time, so that nobody else waits for long."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter, sleep

AIM = 0.06
"""Seconds that one write may keep others waiting."""
BREATH, LONGEST_BREATH = 0.03, 0.25
"""Seconds between two writes: as long as the write was, so that half of the time belongs to others. SQLite lets one
write at a time, and who waits looks every 25 ms for the first 130 and every 100 ms later.
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
        took = perf_counter() - began
        wished = self.size * AIM / took
        self.size = round(min(max(wished, self.size / 2, SMALLEST), self.size * 1.25, LARGEST))
        sleep(min(max(took, BREATH), LONGEST_BREATH))
