"""What must not happen twice: a key is written with its effect, and whoever comes second finds it there."""

from datetime import datetime

from django.db import IntegrityError, transaction

from .action import running
from .models import Done


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
