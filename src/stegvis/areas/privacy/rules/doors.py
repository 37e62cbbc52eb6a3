"""Which doors there are to close, and why one stays as it is. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class DoorRefusal(StrEnum):
    """Why nothing was closed or opened."""

    NOTHING_CHOSEN = "nothing_chosen"


class QuestionRefusal(StrEnum):
    """Why an answer was not taken."""

    NOTHING_WRITTEN = "nothing_written"
    ALREADY_ANSWERED = "already_answered"


@dataclass(frozen=True, slots=True)
class Door:
    """One worker's seat, or one section; never both, never neither."""

    seat_id: UUID | None = None
    section: str = ""


def door_named(text: str) -> Door | None:
    """The door that a form's field names: `seat:<id>` or `section:<code>`. None for anything else."""
    kind, _, name = text.partition(":")
    if kind == "section" and name:
        return Door(section=name)
    if kind == "seat":
        try:
            return Door(seat_id=UUID(name))
        except ValueError:
            return None
    return None
