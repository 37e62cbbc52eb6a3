"""What agreements add to the pages of rounds, meetings and places."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.panels import Panel
from stegvis.ui.answers import language

from .. import policy, queries


def of_described(actor: Actor, listing_id: UUID, now: datetime) -> Panel | None:
    """Where an offering is described: the rules that its groups begin with, there before anybody writes one (S1-18)."""
    if not policy.may_lead_talk(actor):
        return None
    return Panel("agreements/part_of_described.html", {"parts": queries.to_begin_with(actor, language())})


def of_round(actor: Actor, round_id: UUID, now: datetime) -> Panel | None:
    """The staff's round: what holds, and the way to it."""
    if not policy.may_lead_talk(actor):
        return None
    agreed = queries.agreed(actor, round_id, language())
    return None if agreed is None else Panel("agreements/part_of_round.html", {"agreed": agreed})


def of_session(actor: Actor, session_id: UUID, now: datetime) -> Panel | None:
    """The staff's meeting: the talk stands on the agenda until the group has agreed, from then on its rules."""
    if not policy.may_lead_talk(actor):
        return None
    agreed = queries.agreed_at(actor, session_id, language())
    return None if agreed is None else Panel("agreements/part_of_session.html", {"agreed": agreed})


def of_place(actor: Actor, round_id: UUID, now: datetime) -> Panel | None:
    """The participant's place: what the group agreed on, one tap away."""
    if not policy.may_take_part(actor):
        return None
    agreed = queries.agreed(actor, round_id, language())
    return None if agreed is None else Panel("agreements/part_of_place.html", {"agreed": agreed})


def of_meeting(actor: Actor, session_id: UUID, now: datetime) -> Panel | None:
    """The same on the page of one meeting to come."""
    if not policy.may_take_part(actor):
        return None
    agreed = queries.agreed_at(actor, session_id, language())
    return None if agreed is None else Panel("agreements/part_of_place.html", {"agreed": agreed})
