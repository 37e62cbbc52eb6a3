"""Who is willing to tell something at a meeting: for herself, and for the adviser who receives people there (S1-07)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F

from stegvis.areas.agreements import api as agreements
from stegvis.areas.directory import api as directory
from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import WillingToTell


@dataclass(frozen=True, slots=True)
class Telling:
    """What she has said about telling something at one meeting. `other_things`: the group leaves what happened outside,
    so the page asks for other things (S1-21).
    """

    session_id: UUID
    willing: bool
    other_things: bool


@query
def willing_of_mine(actor: Actor, session_id: UUID, now: datetime) -> Telling | None:
    """What she has said about telling something at this meeting; None where nobody asks: a meeting she cannot come to,
    or an offering that has not chosen this way of taking part (S1-04). Raises NotAllowed.
    """
    policy.require_may_take_part(actor)
    meeting = groups.my_meeting(actor, session_id, now)
    if meeting is None:
        return None
    said = WillingToTell.objects.visible_to(actor).filter(session_id=session_id).exists()
    chosen = directory.participation_kinds(actor, meeting.listing_id)
    if not (said or directory.ParticipationKind.SHARE_EXPERIENCE in chosen):
        return None
    safe = agreements.leaving_out_what_happened(actor, [meeting.round_id])
    return Telling(session_id, willing=said, other_things=bool(safe))


@query
def willing_here(actor: Actor, session_id: UUID, now: datetime) -> list[str]:
    """The nicknames of those who are willing to tell something at this meeting, until it is over: for the adviser who
    receives people there, and nobody else. Those who have a place no more are left out.

    The page of the meeting has noted a look at everybody in it; this is a part of that page.
    """
    rows = WillingToTell.objects.visible_to(actor).filter(
        session_id=session_id,
        session__ends_at__gt=now,
        session__round__places__participant=F("participant"),
        session__round__places__state=groups.PlaceState.HELD,
    )
    named = people.nicknames(actor, list(rows.values_list("participant_id", flat=True)))
    return sorted(named.values(), key=str.casefold)
