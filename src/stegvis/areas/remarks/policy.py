"""Who may do what here. What was said at a meeting is followed up by one seat, and read by that seat alone."""

from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed
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
    _require(actor, ACT)
    if actor.seat_id is None:
        raise NotAllowed
    return actor.seat_id


def may_write(actor: Actor) -> bool:
    """Whether this seat answers for the house's guideline."""
    return actor.may(WRITE)


def require_may_write(actor: Actor) -> None:
    _require(actor, WRITE)


def require_may_tidy(actor: Actor) -> None:
    """The clock's chores."""
    _require(actor, TIDY)


def _require(actor: Actor, right: str) -> None:
    if not actor.may(right):
        raise NotAllowed
