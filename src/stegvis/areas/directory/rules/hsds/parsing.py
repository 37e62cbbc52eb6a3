"""JSON text to values, with every way it can fail turned into a fault."""

from __future__ import annotations

import json
import math

from .faults import Broken, Fault

LONGEST_SYMBOL = 20
"""A fault nearer than this to the end of what has been read may only be a word that goes on."""


class _TooBig(ValueError):
    pass


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise _TooBig
    return number


def _no_constant(text: str) -> None:
    raise json.JSONDecodeError(f"{text} is not JSON", "", 0)


DECODER = json.JSONDecoder(parse_float=_finite, parse_constant=_no_constant)


def one_value(text: str, start: int, *, line: int, whole: bool) -> tuple[object, int] | None:
    """The JSON value that begins at `start`, and where it ends.

    `whole` says that no more text will come; otherwise None asks for more. `line` is the line of `start`.
    Raises Broken when no further text could mend it.
    """
    try:
        value, end = DECODER.raw_decode(text, start)
    except json.JSONDecodeError as error:
        may_go_on = error.msg.startswith("Unterminated") or error.pos > len(text) - LONGEST_SYMBOL
        if may_go_on and not whole:
            return None
        fault = Fault.CUT_SHORT if may_go_on and _open_ended(text, error) else Fault.NOT_JSON
        at = line + text.count("\n", start, error.pos)
        raise Broken(fault, line=at, detail=error.msg) from None
    except RecursionError:
        raise Broken(Fault.TOO_DEEP, line=line) from None
    except ValueError:  # an integer of thousands of digits, or a number beyond what a computer counts to
        raise Broken(Fault.NUMBER_TOO_BIG, line=line) from None
    return (value, end) if whole or end < len(text) else None


def _open_ended(text: str, error: json.JSONDecodeError) -> bool:
    return error.msg.startswith("Unterminated") or error.pos >= len(text.rstrip())


def on_one_line(text: str) -> str:
    """The same JSON on one line: inside its strings a line break is always escaped, so only the layout changes."""
    return text.strip().replace("\r", " ").replace("\n", " ")
