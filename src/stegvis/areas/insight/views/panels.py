"""What insight puts on the desk's first page: what is time to look at, and a friendly word (S2-03, S2-15)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from stegvis.kernel.actor import Actor
from stegvis.kernel.panels import Panel

from .. import policy, queries
from ..rules import Due
from ..texts import WHYS

ON_THE_DESK = 3


def on_the_desk(actor: Actor, about: UUID, now: datetime) -> Panel | None:
    """The offerings that it is time to look at, and that no social offering is there; only for who decides."""
    if not policy.may_review(actor):
        return None
    offerings = queries.considered(actor, today=timezone.localdate(now))
    reminder = queries.reminder(actor, offerings) if offerings else None
    due = [one.offering for one in offerings if one.due is Due.NOW]
    if not due and reminder is None:
        return None
    context = {"due": due[:ON_THE_DESK], "more": len(due) > ON_THE_DESK, "reminder": reminded(reminder)}
    return Panel("insight/desk_panel.html", context)


def reminded(reminder: queries.Reminder | None) -> dict[str, object] | None:
    """A reminder with the words for its reason."""
    if reminder is None:
        return None
    last = reminder.last
    why = WHYS[last.why] if last and last.why else ""
    return {"said": reminder, "last": last, "why": why}
