"""Changing one's own password while logged in."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.hashers import check_password

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused

from .. import policy
from ..models import User
from ..rules import Reason


@action
def change_password(actor: Actor, *, password: str, new_password: str, now: datetime) -> str:
    """A new password for the actor; gives her new mark, with which the session at hand goes on. All others end.

    Raises Refused unless `password` is the one she has.
    """
    policy.require(policy.may_see_own_login(actor))
    if actor.user_id is None or actor.seat_id is None:
        raise NotFound
    user = User.objects.select_related("code").get(pk=actor.user_id)
    if not check_password(password, user.password):
        raise Refused(Reason.PASSWORD_NOT_RIGHT)
    user.set_password(new_password)
    user.save(update_fields=["password"])
    journal.written(actor, "people.password_changed", about=actor.seat_id, at=now)
    return user.mark()
