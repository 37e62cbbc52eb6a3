"""Who may do what here. Only an adviser knows who holds a place (A.7); nobody gives one around the talk (S1-12)."""

from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed
from stegvis.kernel.roles import Role

PLAN = "groups.plan"
TAKE_PLACE = "groups.take_place"
GIVE_PLACE = "groups.give_place"
NOTE_WHO_CAME = "groups.note_who_came"
TIDY = "groups.tidy"

RIGHTS: dict[str, frozenset[Role]] = {
    PLAN: frozenset({Role.ADVISER, Role.EMPLOYEE, Role.COORDINATOR, Role.MANAGER}),
    TAKE_PLACE: frozenset({Role.PARTICIPANT}),
    GIVE_PLACE: frozenset({Role.ADVISER}),
    NOTE_WHO_CAME: frozenset({Role.ADVISER}),
    TIDY: frozenset({Role.HOUSEKEEPER}),
}


def require_may_plan(actor: Actor) -> None:
    """Planning rounds, and seeing how many places are taken: numbers, never who."""
    actor.require(PLAN)


def require_may_call_off(actor: Actor) -> None:
    """Calling meetings off: whoever plans, and the clock at the check time of the roster (S1-31)."""
    if not (actor.may(PLAN) or actor.may(TIDY)):
        raise NotAllowed


def require_may_take_place(actor: Actor) -> None:
    """Taking, confirming and leaving one's own place: nobody signs another up (S3-19)."""
    actor.require(TAKE_PLACE)


def may_give_place(actor: Actor) -> bool:
    """Whether this seat sees who is in a round and records a participant's spoken yes."""
    return actor.may(GIVE_PLACE)


def require_may_give_place(actor: Actor) -> None:
    actor.require(GIVE_PLACE)


def may_note_who_came(actor: Actor) -> bool:
    """Whether this seat sees who is at a meeting, by first name; others see numbers (A.7)."""
    return actor.may(NOTE_WHO_CAME)


def require_may_note_who_came(actor: Actor) -> UUID:
    """Gives the seat that notes it."""
    return actor.require_seat(NOTE_WHO_CAME)


def require_may_tidy(actor: Actor) -> None:
    """The clock's chores."""
    actor.require(TIDY)
