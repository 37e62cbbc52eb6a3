"""Who a house is: the five things its work rests on, and how its own words are kept. Pure: no Django, no clock."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class AboutPart(StrEnum):
    """In the order in which people read them. All but the opening are what the work of a centre rests on."""

    OPENING = "opening"
    SELF_HELP = "self_help"
    HAVING_A_SAY = "having_a_say"
    NO_PRESSURE = "no_pressure"
    SOCIAL_SUPPORT = "social_support"
    LOW_THRESHOLD = "low_threshold"


LONGEST = 700
"""Characters at most in one part: what fits on a phone's screen."""


def as_written(words: Mapping[str, str]) -> dict[AboutPart, str]:
    """What a form brought, in the form in which it is kept. Parts that it left out are empty."""
    return {part: words.get(part, "").replace("\r\n", "\n").strip() for part in AboutPart}


def first_too_long(words: Mapping[AboutPart, str]) -> AboutPart | None:
    return next((part for part in AboutPart if len(words.get(part, "")) > LONGEST), None)


def said(
    part: AboutPart,
    *,
    own: Mapping[str, Mapping[AboutPart, str]],
    wished: str,
    original: str,
    ours: bool,
) -> str | None:
    """In which language a part is said: the code, "" for our own words in the reader's language, None for not at all.

    `own`: the house's words by language. Its words in the reader's language come first, then in the house's own
    language (`original`), then in any. Ours stand only where the house has not said it at all, and `ours` holds.
    """
    for language in (wished, original, *sorted(own)):
        if own.get(language, {}).get(part):
            return language
    return "" if ours else None
