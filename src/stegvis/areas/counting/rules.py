"""What counts as a contact or a visit, and that the same person counts once a day (catalogue F1 and F6). Pure."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """How somebody got in touch."""

    PHONE = "phone"
    VISIT = "visit"
    MESSAGE = "message"
    LETTER = "letter"


class Source(StrEnum):
    """Whom it came from. Nobody is pressed for it: not said is an answer like the others."""

    NOT_SAID = "not_said"
    USER = "user"
    NEXT_OF_KIN = "next_of_kin"
    PARTNER = "partner"


class Unit(StrEnum):
    """What is counted once a day for the same person."""

    CONTACTS = "contacts"
    VISITS = "visits"


class Refusal(StrEnum):
    NOTHING_THERE = "nothing_there"
    NO_NICKNAMES = "no_nicknames"
    NOTHING_WRITTEN = "nothing_written"
    EVERY_ONE_COUNTS = "every_one_counts"
    NOT_TO_COME = "not_to_come"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of contact. `service` is the code of the kind of work it was about; empty where nobody said."""

    way: Way
    source: Source = Source.NOT_SAID
    service: str = ""

    @property
    def unit(self) -> Unit:
        """A visit is one by somebody who uses the centre; a partner service that drops in is a contact."""
        return Unit.VISITS if self.way is Way.VISIT and self.source is not Source.PARTNER else Unit.CONTACTS

    @property
    def once_a_day(self) -> bool:
        """The same person counts once a day; each contact with a partner service counts."""
        return self.source is not Source.PARTNER


def mark(secret: bytes, unit: Unit, nickname: str) -> str:
    """What stands for a nickname for one day: the same for the same name, and nothing without the day's secret."""
    name = " ".join(nickname.casefold().split())
    return hmac.digest(secret, f"{unit}:{name}".encode(), "sha256")[:16].hex()


def visits_of_day(came: Sequence[int], *, again: int, logged: int, talked_too: int = 0) -> int:
    """How many visited on one day: the calendar's meetings together, without those who were noted at an earlier one,
    and the visits counted beside them. Never fewer than came to the fullest meeting.

    `talked_too`: so many of those noted at meetings had a talk as well, which is counted beside.
    """
    return max(sum(came) - again, max(came, default=0)) + max(logged - talked_too, 0)


def shown(*, worked_out: int, by_hand: int | None) -> int:
    """The number that counts: the one somebody wrote by hand, where there is one. Both stay."""
    return worked_out if by_hand is None else by_hand
