"""Who may do what here. Sitting in a working group opens nobody's record: no right comes with it (S1-06)."""

from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed
from stegvis.kernel.roles import Role

TAKE_PART = "participation.take_part"
RUN = "participation.run"
ADD_PARTICIPANT = "participation.add_participant"
TIDY = "participation.tidy"

RIGHTS: dict[str, frozenset[Role]] = {
    TAKE_PART: frozenset({Role.PARTICIPANT}),
    RUN: frozenset({Role.ADVISER, Role.EMPLOYEE, Role.COORDINATOR, Role.MANAGER}),
    ADD_PARTICIPANT: frozenset({Role.ADVISER}),
    TIDY: frozenset({Role.HOUSEKEEPER}),
}


def require_may_take_part(actor: Actor) -> None:
    """What is hers to say: her name in a group, a note to one, being willing to tell something, reading drafts."""
    actor.require(TAKE_PART)


def require_may_run(actor: Actor) -> UUID:
    """Starting and ending groups, answering notes, writing drafts. Gives the seat that does it."""
    return actor.require_seat(RUN)


def may_add_participant(actor: Actor) -> bool:
    """Only an adviser knows who comes here (A.7)."""
    return actor.may(ADD_PARTICIPANT)


def require_may_add_participant(actor: Actor) -> None:
    actor.require(ADD_PARTICIPANT)


def require_may_speak(actor: Actor) -> None:
    """Raising matters and agreeing: for whoever sits in the group; that is asked of each group."""
    if not (actor.may(TAKE_PART) or actor.may(RUN)):
        raise NotAllowed


def require_may_tidy(actor: Actor) -> None:
    """The clock's chores."""
    actor.require(TIDY)
