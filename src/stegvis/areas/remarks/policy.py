"""Who may do what here. What was said at a meeting is followed up by one seat, and read by that seat alone."""

from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import EMPLOYED, Role

ACT = "remarks.act"
WRITE = "remarks.write_guideline"
TIDY = "remarks.tidy"

RIGHTS: dict[str, frozenset[Role]] = {
    ACT: EMPLOYED,
    WRITE: frozenset({Role.MANAGER}),
    TIDY: frozenset({Role.HOUSEKEEPER}),
}


def may_act(actor: Actor) -> bool:
    return actor.may(ACT)


def require_may_act(actor: Actor) -> UUID:
    """Showing the guideline to those who come, and acting when something was said. Gives the seat."""
    return actor.require_seat(ACT)


def may_write(actor: Actor) -> bool:
    """Whether this seat answers for the house's guideline."""
    return actor.may(WRITE)


def require_may_write(actor: Actor) -> None:
    actor.require(WRITE)


def require_may_tidy(actor: Actor) -> None:
    """The clock's chores."""
    actor.require(TIDY)
