"""Who may do what here. No right lets a meeting be held with too few (S1-31), and no participant counts (S1-25)."""

from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import EMPLOYED, Role

PLAN = "staffing.plan"
SET_NEEDS = "staffing.set_needs"
CHECK = "staffing.check"

RIGHTS: dict[str, frozenset[Role]] = {
    PLAN: EMPLOYED,
    SET_NEEDS: frozenset({Role.ADVISER, Role.MANAGER, Role.COORDINATOR}),
    CHECK: frozenset({Role.HOUSEKEEPER}),
}


def require_may_plan(actor: Actor) -> UUID:
    """Reading and planning the roster, saying that somebody is away: all who are employed. Gives their seat."""
    return actor.require_seat(PLAN)


def may_set_needs(actor: Actor) -> bool:
    return actor.may(SET_NEEDS)


def require_may_set_needs(actor: Actor) -> None:
    """Saying what a round needs: never less than its assessment."""
    actor.require(SET_NEEDS)


def require_may_check(actor: Actor) -> None:
    """The clock at the check times."""
    actor.require(CHECK)
