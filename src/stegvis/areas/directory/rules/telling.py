"""What people are told when an offering becomes less, rests or ends; and when it is considered anew. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .publishing import Description
from .refusals import Refusal

LONGEST_NOTICE = 600


@dataclass(frozen=True, slots=True)
class WhyNotTold:
    """The reason, and the question it is said beside."""

    reason: Refusal
    field: str
    limit: int = 0


def why_not_told(description: Description, told: str) -> WhyNotTold | None:
    """Nobody finds a door closed without a word and a way on (S2-09). None when both are there."""
    told = told.strip()
    if not told:
        return WhyNotTold(Refusal.NOTHING_TOLD, "told")
    if len(told) > LONGEST_NOTICE:
        return WhyNotTold(Refusal.TOO_LONG, "told", LONGEST_NOTICE)
    if not description.alternatives and not description.contact_instead.strip():
        return WhyNotTold(Refusal.NOWHERE_TO_GO, "alternatives")
    return None


def first_review(today: date) -> date:
    """A year after people saw it first, unless somebody has chosen another day (S2-15)."""
    try:
        return today.replace(year=today.year + 1)
    except ValueError:  # 29 February
        return date(today.year + 1, 3, 1)
