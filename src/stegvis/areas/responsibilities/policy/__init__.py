"""Who may do what here. A guide sees whom she goes along with and nobody else; an adviser sees all (A.7)."""

from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import EMPLOYED, Role

TAKE_ON = "responsibilities.take_on"
DECIDE = "responsibilities.decide"
GUIDE = "responsibilities.guide"
NOTE = "responsibilities.note"
HAND_ON = "responsibilities.hand_on"

RIGHTS: dict[str, frozenset[Role]] = {
    TAKE_ON: frozenset({Role.PARTICIPANT}),
    DECIDE: frozenset({Role.ADVISER, Role.COORDINATOR, Role.MANAGER}),
    GUIDE: EMPLOYED,
    NOTE: frozenset({Role.ADVISER}),
    HAND_ON: frozenset({Role.COORDINATOR, Role.MANAGER}),
}


def require_may_take_on(actor: Actor) -> None:
    """Wishing for a task, saying yes, saying how it is, handing it back: she alone."""
    actor.require(TAKE_ON)


def require_may_decide(actor: Actor) -> None:
    """Whether an offering has such tasks at all."""
    actor.require(DECIDE)


def may_decide(actor: Actor) -> bool:
    return actor.may(DECIDE)


def may_take_on(actor: Actor) -> bool:
    return actor.may(TAKE_ON)


def may_guide(actor: Actor) -> bool:
    return actor.may(GUIDE)


def require_may_guide(actor: Actor) -> None:
    """Going along with somebody: only who is employed here (S1-27)."""
    actor.require(GUIDE)


def may_note(actor: Actor) -> bool:
    """Only an adviser knows who comes here, and writes down what somebody has said (A.7)."""
    return actor.may(NOTE)


def require_may_note(actor: Actor) -> UUID:
    """Gives the seat that writes it down."""
    return actor.require_seat(NOTE)


def require_may_hand_on(actor: Actor) -> None:
    """Handing on what stands in the name of somebody who leaves."""
    actor.require(HAND_ON)
