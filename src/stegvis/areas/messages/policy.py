"""Who may do what here. What is written to a person is read by her and by advisers, by nobody else (A.7)."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role

from .rules import MAY_READ, House

READ_OWN = "messages.read_own"
ANSWER = "messages.answer"
DELIVER = "messages.deliver"
COMPLAINTS = "messages.complaints"
NAME_READER = "messages.name_reader"

RIGHTS: dict[str, frozenset[Role]] = {
    READ_OWN: frozenset({Role.PARTICIPANT}),
    ANSWER: frozenset({Role.ADVISER}),
    DELIVER: frozenset({Role.HOUSEKEEPER}),
    COMPLAINTS: MAY_READ | {Role.ADVISER},
    NAME_READER: frozenset({Role.MANAGER}),
}


def require_may_read_own(actor: Actor) -> None:
    """Whether this seat has messages of its own."""
    actor.require(READ_OWN)


def require_may_answer(actor: Actor) -> None:
    """Whether this seat reads what participants write, answers, and calls them."""
    actor.require(ANSWER)


def require_may_deliver(actor: Actor) -> None:
    actor.require(DELIVER)


def require_may_open_complaints(actor: Actor) -> None:
    """Whether this seat learns to whom people complain here. Reading a complaint takes being the one named, too."""
    actor.require(COMPLAINTS)


def require_may_name_reader(actor: Actor) -> None:
    actor.require(NAME_READER)


def house_of(actor: Actor) -> House:
    """The hours in which this house lets people be."""
    return _house(people.organisation(actor.organisation_id))


def house_now(actor: Actor, now: datetime) -> tuple[House, time]:
    """The same, and what the clock on the house's wall says."""
    organisation = people.organisation(actor.organisation_id)
    return _house(organisation), now.astimezone(ZoneInfo(organisation.time_zone)).time()


def _house(organisation: people.OrganisationShown) -> House:
    return House(organisation.quiet_from, organisation.quiet_until)
