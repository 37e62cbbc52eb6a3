"""What stands in somebody's name and can go on in another's. Higher areas say what there is. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role


class PassOn(Protocol):
    """Puts all of one kind into the other's name. An action: it tells the journal. Raises Refused when it cannot be."""

    def __call__(self, actor: Actor, /, *, from_seat: UUID, to_seat: UUID, now: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Charge:
    """One kind of thing that stands in the name of a seat.

    `words` are lazy: "Receives those who are new in rounds". `roles`: who can take it over. `is_held` says whether
    there is any, never how much: nobody's work is counted. `meanwhile`, lazy too: what becomes of it when she is gone
    and nobody goes on with it; left out where it stays in her name.
    """

    code: str
    words: object
    roles: frozenset[Role]
    is_held: Callable[[Actor, UUID, datetime], bool]
    pass_on: PassOn
    meanwhile: object = ""


_charges: dict[str, Charge] = {}


def declare_charge(charge: Charge) -> None:
    """Add a kind. To be called from an area's `ready()`. Raises ValueError when another has this code already."""
    if _charges.setdefault(charge.code, charge) != charge:
        raise ValueError(f"{charge.code} is declared twice")


def charges(codes: Collection[str] | None = None) -> list[Charge]:
    """All kinds in order of their codes, or those with these codes."""
    return [_charges[code] for code in sorted(_charges) if codes is None or code in codes]
