"""Who may do what here. The talk belongs to advisers alone: no rank opens it (S1-12)."""

from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role

ASK = "admission.ask"
HOLD_TALK = "admission.hold_talk"
READ_OWN = "admission.read_own"
INTRODUCE = "admission.introduce"
HAND_ON_TIMES = "admission.hand_on_times"

RIGHTS: dict[str, frozenset[Role]] = {
    ASK: frozenset({Role.VISITOR, Role.PARTICIPANT}),
    READ_OWN: frozenset({Role.PARTICIPANT}),
    HOLD_TALK: frozenset({Role.ADVISER}),
    INTRODUCE: frozenset({Role.ADVISER}),
    HAND_ON_TIMES: frozenset({Role.MANAGER}),
}


def may_hold_talk(actor: Actor) -> bool:
    """Whether this seat holds, writes down and reads talks."""
    return actor.may(HOLD_TALK)


def require_may_hold_talk(actor: Actor) -> None:
    actor.require(HOLD_TALK)


def require_may_read_own(actor: Actor) -> None:
    """Whether this seat has a talk of its own: only the participant confirms or answers for herself (S3-19)."""
    actor.require(READ_OWN)


def require_may_introduce(actor: Actor) -> None:
    """Whether this seat goes through the introductions with somebody, and sees for whom they are still open."""
    actor.require(INTRODUCE)


def require_may_hand_on_times(actor: Actor) -> None:
    """Whether this seat puts the times of an adviser who leaves into another's name, without seeing who comes."""
    actor.require(HAND_ON_TIMES)
