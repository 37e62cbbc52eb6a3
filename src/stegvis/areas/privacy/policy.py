"""Who may do what here."""

from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed
from stegvis.kernel.roles import Role

from .rules.sharing import RECIPIENTS

SEE_OWN_LOOKS = "privacy.see_own_looks"
SHARE = "privacy.share"
NOTE_SHARE = "privacy.note_share"
READ_SHARED = "privacy.read_shared"

RIGHTS: dict[str, frozenset[Role]] = {
    SEE_OWN_LOOKS: frozenset({Role.PARTICIPANT}),
    SHARE: frozenset({Role.PARTICIPANT}),
    NOTE_SHARE: frozenset({Role.ADVISER}),
    READ_SHARED: RECIPIENTS,
}


def may_see_own_looks(actor: Actor) -> bool:
    """Whom a look was about reads it, and nobody else: not even those who work here (X-06)."""
    return actor.may(SEE_OWN_LOOKS)


def require_may_see_own_looks(actor: Actor) -> None:
    """Raises NotAllowed."""
    if not may_see_own_looks(actor):
        raise NotAllowed


def may_share(actor: Actor) -> bool:
    """She alone decides what of hers others see, and takes it back (X-04)."""
    return actor.may(SHARE)


def require_may_share(actor: Actor) -> None:
    """Raises NotAllowed."""
    if not may_share(actor):
        raise NotAllowed


def require_may_note(actor: Actor) -> None:
    """Whether this seat writes down what she said she wants to share. Raises NotAllowed."""
    if not actor.may(NOTE_SHARE):
        raise NotAllowed


def require_may_share_or_note(actor: Actor) -> None:
    """Raises NotAllowed."""
    if not may_share(actor):
        require_may_note(actor)


def require_may_read_shared(actor: Actor) -> None:
    """Whether something can be shared with this seat at all. Raises NotAllowed."""
    if not actor.may(READ_SHARED):
        raise NotAllowed
