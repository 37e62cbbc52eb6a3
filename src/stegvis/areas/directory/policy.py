"""Who may do what here."""

from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import EMPLOYED, Role

DESCRIBE = "directory.describe"
PUBLISH = "directory.publish"
SHAPE_SERVICES = "directory.shape_services"
IMPORT = "directory.import"
KEEP_ANSWERED = "directory.keep_answered"
SHAPE_HOUSE = "directory.shape_house"

DECIDING = frozenset({Role.ADVISER, Role.MANAGER, Role.COORDINATOR})

RIGHTS: dict[str, frozenset[Role]] = {
    DESCRIBE: EMPLOYED,
    PUBLISH: DECIDING,
    SHAPE_SERVICES: DECIDING,
    IMPORT: frozenset({Role.HOUSEKEEPER}),
    KEEP_ANSWERED: frozenset({Role.HOUSEKEEPER}),
    SHAPE_HOUSE: frozenset({Role.MANAGER, Role.COORDINATOR}),
}


def may_describe(actor: Actor) -> bool:
    """Write and copy offerings, and see drafts."""
    return actor.may(DESCRIBE)


def may_publish(actor: Actor) -> bool:
    """Decide what people see: show, pause, close."""
    return actor.may(PUBLISH)


def may_shape_services(actor: Actor) -> bool:
    """Say which kinds of work the organisation runs, and what is written down about people in each."""
    return actor.may(SHAPE_SERVICES)


def require_may_describe(actor: Actor) -> None:
    actor.require(DESCRIBE)


def require_may_publish(actor: Actor) -> None:
    actor.require(PUBLISH)


def require_may_shape_services(actor: Actor) -> None:
    actor.require(SHAPE_SERVICES)


def may_import(actor: Actor) -> bool:
    """Bring in services from another directory: a chore of the command line."""
    return actor.may(IMPORT)


def require_may_import(actor: Actor) -> None:
    actor.require(IMPORT)


def may_keep_answered(actor: Actor) -> bool:
    """See to it that somebody employed answers for all that people see: the clock's chore."""
    return actor.may(KEEP_ANSWERED)


def require_may_keep_answered(actor: Actor) -> None:
    actor.require(KEEP_ANSWERED)


def may_shape_house(actor: Actor) -> bool:
    """Write who the house is, and which guides it works by."""
    return actor.may(SHAPE_HOUSE)


def require_may_shape_house(actor: Actor) -> None:
    actor.require(SHAPE_HOUSE)
