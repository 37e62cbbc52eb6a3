"""Who may do what here. The group decides; whoever works here leads the talk and writes it down."""

from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import EMPLOYED, Role

LEAD_TALK = "agreements.lead_talk"
WRITE_BASE_RULES = "agreements.write_base_rules"
TAKE_PART = "agreements.take_part"
TIDY = "agreements.tidy"

RIGHTS: dict[str, frozenset[Role]] = {
    LEAD_TALK: EMPLOYED,
    WRITE_BASE_RULES: frozenset({Role.ADVISER, Role.MANAGER}),
    TAKE_PART: frozenset({Role.PARTICIPANT}),
    TIDY: frozenset({Role.HOUSEKEEPER}),
}


def may_lead_talk(actor: Actor) -> bool:
    return actor.may(LEAD_TALK)


def require_may_lead_talk(actor: Actor) -> UUID:
    """Leading a group's talk about its rules. Gives the seat that leads."""
    return actor.require_seat(LEAD_TALK)


def require_may_write_base_rules(actor: Actor) -> UUID:
    """Writing the house's base rules. Gives the seat that does it."""
    return actor.require_seat(WRITE_BASE_RULES)


def may_take_part(actor: Actor) -> bool:
    return actor.may(TAKE_PART)


def require_may_take_part(actor: Actor) -> None:
    """Reading what her own group agreed on, and wishing not to be greeted."""
    actor.require(TAKE_PART)


def require_may_tidy(actor: Actor) -> None:
    """The clock's chores."""
    actor.require(TIDY)
