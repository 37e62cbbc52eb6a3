"""Who may do what here."""

from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound
from stegvis.kernel.roles import Role

from .rules.sharing import RECIPIENTS

SEE_OWN_LOOKS = "privacy.see_own_looks"
SHARE = "privacy.share"
NOTE_SHARE = "privacy.note_share"
READ_SHARED = "privacy.read_shared"
TAKE_COPY = "privacy.take_copy"
COPY_FOR_OTHERS = "privacy.copy_for_others"
LEAVE = "privacy.leave"
NOTE_LEAVING = "privacy.note_leaving"
TIDY = "privacy.tidy"
DECIDE_OVER_DOORS = "privacy.decide_over_doors"
NOTE_CLOSING = "privacy.note_closing"
ANSWER_QUESTIONS = "privacy.answer_questions"
SEE_OWN_GROUNDS = "privacy.see_own_grounds"
CHOOSE_GROUNDS = "privacy.choose_grounds"

RIGHTS: dict[str, frozenset[Role]] = {
    SEE_OWN_LOOKS: frozenset({Role.PARTICIPANT}),
    SHARE: frozenset({Role.PARTICIPANT}),
    NOTE_SHARE: frozenset({Role.ADVISER}),
    READ_SHARED: RECIPIENTS,
    TAKE_COPY: frozenset({Role.PARTICIPANT}),
    COPY_FOR_OTHERS: frozenset({Role.ADVISER}),
    LEAVE: frozenset({Role.PARTICIPANT}),
    NOTE_LEAVING: frozenset({Role.ADVISER}),
    TIDY: frozenset({Role.HOUSEKEEPER}),
    DECIDE_OVER_DOORS: frozenset({Role.PARTICIPANT}),
    NOTE_CLOSING: frozenset({Role.ADVISER}),
    ANSWER_QUESTIONS: frozenset({Role.ADVISER}),
    SEE_OWN_GROUNDS: frozenset({Role.PARTICIPANT}),
    CHOOSE_GROUNDS: frozenset({Role.MANAGER}),
}


def may_see_own_looks(actor: Actor) -> bool:
    """Whom a look was about reads it, and nobody else: not even those who work here (X-06)."""
    return actor.may(SEE_OWN_LOOKS)


def require_may_see_own_looks(actor: Actor) -> None:
    """Raises NotAllowed."""
    actor.require(SEE_OWN_LOOKS)


def require_may_ask_for_copy(actor: Actor) -> None:
    """She herself; or an adviser, for somebody who has no page of her own. Raises NotAllowed."""
    if not actor.may(TAKE_COPY) and not actor.may(COPY_FOR_OTHERS):
        raise NotAllowed


def require_without_login(has_login: bool) -> None:
    """Whoever has a page of her own asks there: nobody else opens all that is kept about her. Raises NotFound."""
    if has_login:
        raise NotFound


def require_may_take_copy(actor: Actor) -> None:
    """Raises NotAllowed."""
    actor.require(TAKE_COPY)


def require_may_copy_for_others(actor: Actor) -> None:
    """Raises NotAllowed."""
    actor.require(COPY_FOR_OTHERS)


def require_may_leave(actor: Actor) -> None:
    """She alone decides that what is kept about her goes. Raises NotAllowed."""
    actor.require(LEAVE)


def require_may_note_leaving(actor: Actor) -> None:
    """Whether this seat writes down that she wants to be deleted. No authority does. Raises NotAllowed."""
    actor.require(NOTE_LEAVING)


def require_may_tidy(actor: Actor) -> None:
    """Raises NotAllowed for anybody but the clock and the command line."""
    actor.require(TIDY)


def require_may_decide_over_doors(actor: Actor) -> None:
    """She alone opens what she has closed, and sees what that is: no adviser, no manager. Raises NotAllowed."""
    actor.require(DECIDE_OVER_DOORS)


def require_may_note_closing(actor: Actor) -> None:
    """Whether this seat writes down what she wants closed. Raises NotAllowed."""
    actor.require(NOTE_CLOSING)


def require_may_answer_questions(actor: Actor) -> None:
    """Whether this seat answers why somebody looked. Raises NotAllowed."""
    actor.require(ANSWER_QUESTIONS)


def require_may_see_own_grounds(actor: Actor) -> None:
    """Raises NotAllowed."""
    actor.require(SEE_OWN_GROUNDS)


def require_may_choose_grounds(actor: Actor) -> None:
    """Whether this seat answers for the ground on which its organisation keeps things. Raises NotAllowed."""
    actor.require(CHOOSE_GROUNDS)


def may_share(actor: Actor) -> bool:
    """She alone decides what of hers others see, and takes it back (X-04)."""
    return actor.may(SHARE)


def require_may_share(actor: Actor) -> None:
    """Raises NotAllowed."""
    actor.require(SHARE)


def require_may_note(actor: Actor) -> None:
    """Whether this seat writes down what she said she wants to share. Raises NotAllowed."""
    actor.require(NOTE_SHARE)


def require_may_share_or_note(actor: Actor) -> None:
    """Raises NotAllowed."""
    if not may_share(actor):
        require_may_note(actor)


def require_may_read_shared(actor: Actor) -> None:
    """Whether something can be shared with this seat at all. Raises NotAllowed."""
    actor.require(READ_SHARED)
