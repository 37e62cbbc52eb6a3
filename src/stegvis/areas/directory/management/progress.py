"""A progress bar of plain characters, for somebody who watches."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TextIO

WIDTH = 30
OFTEN = 0.1


def bar(stream: TextIO, label: str, whole: int, *, quiet: bool) -> Callable[[int], None]:
    """A function to tell how far it has come, of `whole`. It draws on a terminal only, at most ten times a second."""
    if quiet or not stream.isatty():
        return lambda done: None
    drawn_at = 0.0

    def draw(done: int) -> None:
        nonlocal drawn_at
        now = monotonic()
        if now - drawn_at < OFTEN and done < whole:
            return
        drawn_at = now
        share = min(done / whole, 1.0) if whole else 1.0
        filled = round(share * WIDTH)
        stream.write(f"\r{label:<10} [{'#' * filled}{'.' * (WIDTH - filled)}] {share:4.0%}")
        if done >= whole:
            stream.write("\n")
        stream.flush()

    return draw
