"""Who may do what here."""

from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed
from stegvis.kernel.roles import Role

SEE_OWN_LOOKS = "privacy.see_own_looks"

RIGHTS: dict[str, frozenset[Role]] = {SEE_OWN_LOOKS: frozenset({Role.PARTICIPANT})}


def may_see_own_looks(actor: Actor) -> bool:
    """Whom a look was about reads it, and nobody else: not even those who work here (X-06)."""
    return actor.may(SEE_OWN_LOOKS)


def require_may_see_own_looks(actor: Actor) -> None:
    """Raises NotAllowed."""
    if not may_see_own_looks(actor):
        raise NotAllowed
