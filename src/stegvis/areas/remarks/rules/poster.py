"""How large the letters of a poster can be, so that it fills its paper and is read from across a room. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

LETTERS_A_ROW = {"large": 30, "medium": 38}
MOST_ROWS = {"large": 13, "medium": 17}


class Letters(StrEnum):
    LARGE = "large"
    MEDIUM = "medium"
    SMALL = "small"


def letters_for(lines: Sequence[str]) -> Letters:
    """The largest letters with which these lines still fit on one sheet."""
    for letters in (Letters.LARGE, Letters.MEDIUM):
        rows = sum(-(-len(line) // LETTERS_A_ROW[letters]) for line in lines)
        if rows <= MOST_ROWS[letters]:
            return letters
    return Letters.SMALL
