"""Imported texts made plain: no markup, no control characters, cut at a word where a field is short."""

from __future__ import annotations

import html
import re

import nh3

_BREAKS = re.compile(r"<\s*(?:br|/p|/li|/div|/h[1-6])\b[^>]*>", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_SPACES = re.compile(r"[ \t\u00a0]+")
_EMPTY_LINES = re.compile(r"\n{3,}")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅÄÖ0-9])")
_PASSES = 3
"""Markup may be wrapped in markup; what three passes leave is unwrapped no further."""


def plain(text: str) -> str:
    """The text without markup and control characters; lines and paragraphs stay."""
    for _ in range(_PASSES):
        if "<" not in text and "&" not in text:
            break
        before, text = text, html.unescape(nh3.clean(_BREAKS.sub("\n", text), tags=set()))
        if text == before:
            break
    if "<" in text and _looks_like_markup(text):
        text = text.replace("<", "‹")
    text = _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return _EMPTY_LINES.sub("\n\n", text).strip()


def _looks_like_markup(text: str) -> bool:
    return bool(re.search(r"<[a-zA-Z/!?]", text))


def line(text: str, longest: int) -> str:
    """The text on one line of at most `longest` characters, cut after a word and marked with an ellipsis."""
    text = " ".join(plain(text).split())
    if len(text) <= longest:
        return text
    cut = text[: longest - 1].rsplit(" ", 1)[0] if " " in text[: longest - 1] else text[: longest - 1]
    return cut.rstrip(" ,;:-") + "…"


def first_sentence(text: str, longest: int = 200) -> str:
    """What a list shows of a longer text."""
    return line(_SENTENCE_ENDS.split(text.split("\n\n")[0], maxsplit=1)[0], longest)
