"""Being willing to tell something at a meeting, and taking it back (S1-07). No word of the story comes in here.

The journal is told that something was said about the meeting, by nobody: whether she told anything is no history.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.areas.directory import api as directory
from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused

from .. import policy
from ..models import WillingToTell
from ..rules import Refusal


@action
def say_willing(actor: Actor, *, session_id: UUID, now: datetime) -> None:
    """She is willing to tell something at this meeting. Saying so twice is fine.

    Raises NotAllowed for anybody but a participant, NotFound for a meeting that is over, called off or of a group
    where she has no place, Refused where the offering has not chosen this way of taking part (S1-04).
    """
    policy.require_may_take_part(actor)
    meeting = groups.my_meeting(actor, session_id, now)
    if meeting is None:
        raise NotFound
    chosen = directory.participation_kinds(actor, meeting.listing_id)
    if directory.ParticipationKind.SHARE_EXPERIENCE not in chosen:
        raise Refused(Refusal.NOT_ASKED_HERE)
    WillingToTell.objects.get_or_create(
        organisation_id=actor.organisation_id,
        session_id=session_id,
        participant_id=people.my_participant(actor).id,
    )
    _write(actor, session_id, now)


@action
def take_willing_back(actor: Actor, *, session_id: UUID, now: datetime) -> None:
    """She would rather not, after all. Always possible, and nothing is left of it. Raises NotAllowed."""
    policy.require_may_take_part(actor)
    WillingToTell.objects.visible_to(actor).filter(session_id=session_id).delete()
    _write(actor, session_id, now)


@action
def forget_who_was_willing(actor: Actor, *, now: datetime) -> int:
    """The clock's chore: what was said about meetings that are over goes. How many went."""
    policy.require_may_tidy(actor)
    over = WillingToTell.objects.visible_to(actor).filter(session__ends_at__lte=now)
    ids = list(over.values_list("pk", flat=True))
    if ids:
        WillingToTell.objects.visible_to(actor).filter(pk__in=ids).delete()
        journal.written(actor, "participation.willing_forgotten", about=actor.organisation_id, at=now)
    return len(ids)


def _write(actor: Actor, session_id: UUID, now: datetime) -> None:
    nobody = Actor.housekeeper(actor.organisation_id)
    journal.written(nobody, "participation.said_about_a_meeting", about=session_id, at=now)
