"""What must be on the sheet before an outing leaves (S1-33). Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import time
from enum import StrEnum


class Missing(StrEnum):
    """What is not in place yet, in the order in which one would see to it."""

    STAFF = "staff"
    FITS = "fits"
    MEETING_POINT = "meeting_point"
    TURN_BACK_POINT = "turn_back_point"
    TURN_BACK_BY = "turn_back_by"
    EMERGENCY = "emergency"
    PHONES = "phones"
    FIRST_AID = "first_aid"
    WAY_HOME = "way_home"


@dataclass(frozen=True, slots=True)
class Safety:
    """What is agreed for one outing, in the words of those who go. Empty: not thought of yet.

    `emergency`: the number for help; `phones`: those that are taken along; `way_home`: for somebody who must go early.
    """

    meeting_point: str = ""
    turn_back_point: str = ""
    turn_back_by: time | None = None
    emergency: str = ""
    phones: str = ""
    first_aid: str = ""
    way_home: str = ""


FOR_HELP = {"NO": "113", "DK": "112", "SE": "112"}
"""Whom to call when somebody is hurt, by country."""


def emergency_number(country: str) -> str:
    """What works all over Europe where we know no better."""
    return FOR_HELP.get(country, "112")


def missing_of(safety: Safety, *, strained: Collection[object], enough_staff: bool) -> tuple[Missing, ...]:
    """What still has to be seen to; nothing when the outing is ready. `strained`: where the plan does not fit."""
    empty = {one for one in Missing if not getattr(safety, one.value, True)}
    if strained:
        empty.add(Missing.FITS)
    if not enough_staff:
        empty.add(Missing.STAFF)
    return tuple(one for one in Missing if one in empty)
