"""What the roster puts on the pages of lower areas: a meeting's staff, a round's needs, one's own day, the sign."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.panels import Panel
from stegvis.ui.answers import language

from .. import policy, queries
from .mine import mine_of
from .rows import may_call, shift_of

DAYS_AHEAD = timedelta(days=14)


def of_session(actor: Actor, session_id: UUID, now: datetime) -> Panel | None:
    """Who is on, "1 of 2, cannot be held yet", and what is missing (S1-25)."""
    if not actor.may(policy.PLAN):
        return None
    here = queries.meeting_staffing(actor, session_id, now, language())
    shift = shift_of(here.meeting)
    return Panel(
        "staffing/session_panel.html",
        {"shift": shift, "may_call": may_call(actor)},
        first=shift.look == "short",
    )


def of_round(actor: Actor, round_id: UUID, now: datetime) -> Panel | None:
    """The way to what the round needs, for those who say it."""
    if not policy.may_set_needs(actor):
        return None
    return Panel("staffing/round_panel.html", {"round_id": round_id})


def of_desk(actor: Actor, _organisation_id: UUID, now: datetime) -> Panel | None:
    """My day: what I am on, the sick call in one tap, what I am asked to take."""
    if not actor.may(policy.PLAN):
        return None
    mine = mine_of(actor, now, language())
    today = timezone.localdate(now)
    lines = [line for day in mine.days if day.on == today for line in day.lines]
    return Panel("staffing/desk_panel.html", {"mine": mine, "today": lines}, first=True)


def of_offering(visitor: Actor, listing_id: UUID, now: datetime) -> Panel | None:
    """Where the door is open in the next days: is it open now?"""
    if not groups.open_doors(visitor, [listing_id], from_at=now, until_at=now + DAYS_AHEAD):
        return None
    return Panel("staffing/offering_panel.html", {"slug": people.organisation(visitor.organisation_id).slug})
