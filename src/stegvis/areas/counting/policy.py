"""Who may count, and read the numbers: those who work here. No number is about a person or about who counted."""

from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed
from stegvis.kernel.roles import EMPLOYED, Role

COUNT = "counting.count"
TIDY = "counting.tidy"

RIGHTS: dict[str, frozenset[Role]] = {
    COUNT: EMPLOYED,
    TIDY: frozenset({Role.HOUSEKEEPER}),
}


def may_count(actor: Actor) -> bool:
    return actor.may(COUNT)


def require_may_count(actor: Actor) -> None:
    if not may_count(actor):
        raise NotAllowed


def require_may_tidy(actor: Actor) -> None:
    """The clock's chores."""
    actor.require(TIDY)
