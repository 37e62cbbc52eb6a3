"""Who may do what here. What is written to a person is read by her and by advisers, by nobody else (A.7)."""

from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed
from stegvis.kernel.roles import Role

READ_OWN = "messages.read_own"
ANSWER = "messages.answer"
DELIVER = "messages.deliver"

RIGHTS: dict[str, frozenset[Role]] = {
    READ_OWN: frozenset({Role.PARTICIPANT}),
    ANSWER: frozenset({Role.ADVISER}),
    DELIVER: frozenset({Role.HOUSEKEEPER}),
}


def require_may_read_own(actor: Actor) -> None:
    """Whether this seat has messages of its own."""
    if not actor.may(READ_OWN):
        raise NotAllowed


def require_may_answer(actor: Actor) -> None:
    """Whether this seat reads what participants write, answers, and calls them."""
    if not actor.may(ANSWER):
        raise NotAllowed


def require_may_deliver(actor: Actor) -> None:
    if not actor.may(DELIVER):
        raise NotAllowed
