"""Codes of this area."""

from enum import StrEnum

NOTE_DAYS = 30
"""How many days a note is kept where the house has set nothing."""
MOST_NOTE_DAYS = 90


class Size(StrEnum):
    """The paper of a poster."""

    A4 = "a4"
    A3 = "a3"


class Refusal(StrEnum):
    NOTHING_WRITTEN = "nothing_written"
    NOT_IN_OWN_LANGUAGE = "not_in_own_language"
    HALF_WRITTEN = "half_written"
    TOO_MANY_LINES = "too_many_lines"
    LINE_TOO_LONG = "line_too_long"
    NOTE_DAYS = "note_days"
    NO_GUIDELINE = "no_guideline"
    NO_ROOM = "no_room"
    NOT_TO_COME = "not_to_come"
    NOT_MET_THEN = "not_met_then"
    FOLLOW_UP_BY = "follow_up_by"
    NOT_A_COLLEAGUE = "not_a_colleague"
    LOOKS_LIKE_SOMEBODY = "looks_like_somebody"
