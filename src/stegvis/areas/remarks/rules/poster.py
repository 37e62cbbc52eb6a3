"""How large the letters of a poster can be, so that it fills its sheet and is read from across a room. Pure.

All measures are hundredths of the sheet's width, as in `static/remarks/poster.css`: A4 and A3 have the same shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from textwrap import wrap


class Letters(StrEnum):
    LARGEST = "largest"
    LARGE = "large"
    MEDIUM = "medium"
    SMALL = "small"
    SMALLEST = "smallest"


SIZES = {
    Letters.LARGEST: (10.4, 5.0),
    Letters.LARGE: (9.6, 4.5),
    Letters.MEDIUM: (8.8, 4.0),
    Letters.SMALL: (8.0, 3.5),
    Letters.SMALLEST: (7.0, 3.0),
}
"""The letters of the heading and of the lines."""

SHEET = 139.0
HEADING_WIDTH, LINE_WIDTH = 84.0, 79.6
OF_A_LETTER = 0.52
"""How wide a letter is, of its own size, and a little more."""
HEAD_AIR, LIST_AIR, BETWEEN, FOOT = 17.0, 8.0, 2.4, 8.0
HEADING_ROW, LINE_ROW = 1.06, 1.22


def letters_for(heading: str, lines: Sequence[str]) -> Letters:
    """The largest letters with which all of it stands on one sheet; the smallest when none do."""
    fitting = (letters for letters in Letters if _height(letters, heading, lines) <= SHEET)
    return next(fitting, Letters.SMALLEST)


def _height(letters: Letters, heading: str, lines: Sequence[str]) -> float:
    large, small = SIZES[letters]
    head = _rows(heading, large, HEADING_WIDTH) * HEADING_ROW * large
    rows = sum(_rows(line, small, LINE_WIDTH) for line in lines)
    return HEAD_AIR + head + LIST_AIR + rows * LINE_ROW * small + BETWEEN * (len(lines) - 1) + FOOT


def _rows(words: str, size: float, width: float) -> int:
    return len(wrap(words, int(width / (OF_A_LETTER * size))))
