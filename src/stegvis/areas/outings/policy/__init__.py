"""Who may do what here. What somebody can is for herself and for the one who plans that outing (A.7, S1-30)."""

from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed
from stegvis.kernel.roles import Role

PLAN = "outings.plan"
READ_NEEDS = "outings.read_needs"
SAY = "outings.say"
TIDY = "outings.tidy"

RIGHTS: dict[str, frozenset[Role]] = {
    PLAN: frozenset({Role.ADVISER, Role.EMPLOYEE, Role.COORDINATOR, Role.MANAGER}),
    READ_NEEDS: frozenset({Role.ADVISER}),
    SAY: frozenset({Role.PARTICIPANT}),
    TIDY: frozenset({Role.HOUSEKEEPER}),
}

PLANNERS = RIGHTS[READ_NEEDS]
"""Who can be named as the planner: those who know who comes here."""


def may_plan(actor: Actor) -> bool:
    return actor.may(PLAN)


def require_may_plan(actor: Actor) -> None:
    """Making a meeting an outing, changing its plan, printing its sheet."""
    actor.require(PLAN)


def is_planner(actor: Actor, planner_id: UUID) -> bool:
    """Whether this very seat plans the outing: only then does it read what people have said."""
    return actor.may(READ_NEEDS) and actor.seat_id == planner_id


def require_is_planner(actor: Actor, planner_id: UUID) -> None:
    if not is_planner(actor, planner_id):
        raise NotAllowed


def may_say(actor: Actor) -> bool:
    return actor.may(SAY)


def require_may_say(actor: Actor) -> None:
    """Saying what one can, for oneself."""
    actor.require(SAY)


def require_may_tidy(actor: Actor) -> None:
    """The clock's chores."""
    actor.require(TIDY)
