"""Parts on the pages of a meeting: being willing to tell something, and who is (S1-07)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.panels import Panel

from .. import policy, queries


def tell_here(actor: Actor, session_id: UUID, now: datetime) -> Panel | None:
    """On her own page of a meeting: one tap says that she is willing, one more takes it back."""
    if not actor.may(policy.TAKE_PART):
        return None
    telling = queries.willing_of_mine(actor, session_id, now)
    return Panel("participation/tell_here.html", {"telling": telling}) if telling else None


def who_is_willing(actor: Actor, session_id: UUID, now: datetime) -> Panel | None:
    """On the staff's page of a meeting, for the adviser who receives people there; nothing where nobody is."""
    if not policy.may_add_participant(actor):
        return None
    names = queries.willing_here(actor, session_id, now)
    return Panel("participation/who_is_willing.html", {"names": names}) if names else None
