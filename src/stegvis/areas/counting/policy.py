"""Who may count, and read the numbers: those who work here. No number is about a person or about who counted.

Counting by nickname tells whether that name was counted today, so it is for those alone who may know who comes (A.7).
"""

from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import EMPLOYED, Role

COUNT = "counting.count"
KNOW_NAMES = "counting.know_names"
TIDY = "counting.tidy"

RIGHTS: dict[str, frozenset[Role]] = {
    COUNT: EMPLOYED,
    KNOW_NAMES: frozenset({Role.ADVISER}),
    TIDY: frozenset({Role.HOUSEKEEPER}),
}


def may_count(actor: Actor) -> bool:
    return actor.may(COUNT)


def require_may_count(actor: Actor) -> None:
    actor.require(COUNT)


def may_know_names(actor: Actor) -> bool:
    return actor.may(KNOW_NAMES)


def require_may_know_names(actor: Actor) -> None:
    actor.require(KNOW_NAMES)


def require_may_tidy(actor: Actor) -> None:
    """The clock's chores."""
    actor.require(TIDY)
