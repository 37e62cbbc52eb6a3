"""Who may do what here."""

from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import EMPLOYED, Role

SEE = "insight.see_portfolio"
REVIEW = "insight.review"

RIGHTS: dict[str, frozenset[Role]] = {
    SEE: EMPLOYED,
    REVIEW: frozenset({Role.ADVISER, Role.MANAGER, Role.COORDINATOR}),
}


def may_review(actor: Actor) -> bool:
    """Decide whether an offering goes on, and how: whoever also decides what people see."""
    return actor.may(REVIEW)


def require_may_review(actor: Actor) -> None:
    actor.require(REVIEW)


def require_may_see(actor: Actor) -> None:
    """All that the house offers, what was decided about it, and planned hours. Nothing about a person is in it."""
    actor.require(SEE)
