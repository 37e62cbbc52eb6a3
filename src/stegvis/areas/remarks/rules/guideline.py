"""What a guideline must have before it can hang on a wall (S1-15, S1-16). Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .codes import MOST_NOTE_DAYS, Refusal

LONGEST_HEADING = 60
MOST_LINES = 6
LONGEST_LINE = 120
"""So much can be read from three metres on an A4."""


@dataclass(frozen=True, slots=True)
class Written:
    """The guideline in one language: what hangs on the wall, one point a line, and how those who work here act."""

    heading: str
    words: str
    acting: str = ""

    def is_empty(self) -> bool:
        return not (self.heading.strip() or self.words.strip() or self.acting.strip())


def lines_of(words: str) -> tuple[str, ...]:
    """The points of the poster."""
    return tuple(line.strip() for line in words.splitlines() if line.strip())


def why_not(written: Mapping[str, Written], own: str, note_days: int) -> tuple[Refusal, str] | None:
    """Why this cannot be the house's guideline, and in which language; None when it can.

    `own`: the house's language, in which it must stand. Others can be left out, whole.
    """
    if own not in written or written[own].is_empty():
        return Refusal.NOT_IN_OWN_LANGUAGE, own
    for language, one in written.items():
        if one.is_empty():
            continue
        lines = lines_of(one.words)
        if not one.heading.strip() or not lines:
            return Refusal.HALF_WRITTEN, language
        if len(lines) > MOST_LINES:
            return Refusal.TOO_MANY_LINES, language
        if len(one.heading.strip()) > LONGEST_HEADING or any(len(line) > LONGEST_LINE for line in lines):
            return Refusal.LINE_TOO_LONG, language
    if not 1 <= note_days <= MOST_NOTE_DAYS:
        return Refusal.NOTE_DAYS, own
    return None
