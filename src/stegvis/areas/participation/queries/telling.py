"""Who is willing to tell something at a meeting: for herself, and for the adviser who receives people there (S1-07)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import F

from stegvis.areas.directory import api as directory
from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import WillingToTell


@query
def willing_of_mine(actor: Actor, session_id: UUID, now: datetime) -> bool | None:
    """Whether she is willing to tell something at this meeting; None where nobody asks: a meeting she cannot come to,
    or an offering that has not chosen this way of taking part (S1-04). Raises NotAllowed.
    """
    policy.require_may_take_part(actor)
    meeting = groups.my_meeting(actor, session_id, now)
    if meeting is None:
        return None
    said = WillingToTell.objects.visible_to(actor).filter(session_id=session_id).exists()
    chosen = directory.participation_kinds(actor, meeting.listing_id)
    return said if said or directory.ParticipationKind.SHARE_EXPERIENCE in chosen else None


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
