"""What may be noted about a meeting, and in which order people stand on its list. Pure: no Django, no clock."""

from datetime import date

from .codes import Refusal, SessionState

MOST_WHO_COME = 2000
_LAST_LETTERS = str.maketrans({"æ": "zå", "ä": "zå", "ø": "zö", "ö": "zö", "å": "zü"})
"""The letters that come after z, in the Norwegian and Danish order."""


def decide_note(*, keeps_names: bool, state: SessionState, on: date, today: date) -> Refusal | None:
    """Whether it may be noted who was at a meeting. Where nothing is documented, nobody's name is, by nobody (X-15).

    Only that somebody was there is ever noted, on the day or after it. That somebody was not, never is (S2-06).
    """
    if not keeps_names:
        return Refusal.NOTHING_IS_WRITTEN
    return decide_count(state=state, on=on, today=today)


def decide_count(*, state: SessionState, on: date, today: date) -> Refusal | None:
    """Whether it may be noted how many came."""
    if state is SessionState.CALLED_OFF:
        return Refusal.CALLED_OFF
    return Refusal.NOT_YET if on > today else None


def how_many(*, counted: int | None, noted: int) -> int | None:
    """How many came: what somebody counted, else how many were noted by name. None: nobody has counted."""
    return counted if counted is not None else noted or None


def in_order(name: str) -> str:
    """The key by which first names stand in alphabetical order: the only order people are ever listed in here."""
    return name.casefold().translate(_LAST_LETTERS)
