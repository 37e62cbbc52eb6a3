"""What must not happen twice: a key is written with its effect, and whoever comes second finds it there."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from . import journal
from .action import running, trying
from .actor import Actor
from .models import Done

Made = TypeVar("Made")


class OutsideAction(Exception):
    """`once` was asked outside an action: key and effect would not stand or fall together."""


def once(key: str, *, at: datetime) -> bool:
    """Whether this effect is still to be done; says yes to one caller only, however often it is asked.

    `key` names the effect by ids, at most 200 characters: "messages.sent:<message id>". Call it inside the action
    that has the effect. Two at the same moment: the second waits for the first, and is told no if that one stands.
    """
    if running.get() is None:
        raise OutsideAction(key)
    try:
        with transaction.atomic():
            Done.objects.create(key=key, at=at)
    except IntegrityError:
        return False
    return True


def made_once(
    wanted: UUID | None, *, make: Callable[[UUID], Made], there: Callable[[UUID], Made | None]
) -> Made:
    """Make a thing under the key that its form carries: sent twice, also at the same moment, there is one thing.

    `make` creates it under the key it is given. The key is taken when somebody came before: then `there` answers with
    what is there, or None when that is nothing of this actor's; then, and without a wanted key, a fresh key is used.
    """
    if wanted is not None:
        try:
            with trying():
                return make(wanted)
        except IntegrityError:
            found = there(wanted)
            if found is not None:
                return found
    return make(uuid4())


def made_once_by(actor: Actor, what: str, wanted: UUID | None, make: Callable[[UUID], UUID]) -> UUID:
    """`made_once` for a seat: what is there is the actor's when this seat told the journal `what` about it."""
    return made_once(
        wanted, make=make, there=lambda key: key if journal.is_by(actor, what, about=key) else None
    )
