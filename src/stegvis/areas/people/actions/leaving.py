"""A participant leaves: what lets her log in goes, with her sessions."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.database import within
from stegvis.kernel.roles import Role

from ..models import Draft, LoginCode, Seat, User
from ..rules import guessing
from .guesses import Purse, give_back
from .sessions import end_all

LOGIN_TABLES = frozenset({"people.User", "people.LoginCode", "people.Seat", "people.Draft"})
"""What `forget_login` takes away: a login may be somebody's in another organisation too."""


def forget_login(actor: Actor, *, user_id: UUID, now: datetime) -> None:
    """Take away a participant's seat and what hangs on it, in the caller's action, once she is no participant here.

    The login itself, its code and its sessions go when no other seat is left to it, in any organisation.
    """
    own = Seat.objects.filter(organisation_id=actor.organisation_id, user_id=user_id, role=Role.PARTICIPANT)
    Draft.objects.filter(organisation_id=actor.organisation_id, seat__in=own).delete()
    own.delete()
    end_all(user_id, now=now)
    with within(organisation_id=actor.organisation_id, user_id=user_id):
        if Seat.objects.filter(user_id=user_id).exists():
            return
    for code in LoginCode.objects.filter(user_id=user_id):
        give_back([Purse(guessing.CODE, f"name/code/{code.public_part}")])
        code.delete()
    User.objects.filter(pk=user_id).delete()
