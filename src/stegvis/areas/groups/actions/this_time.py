"""What she says about one meeting herself: "not today", and a small aim of her own (S2-06, S2-08).

The journal is told that something was said about the meeting, by nobody: that she stays away is no history of hers.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused

from .. import policy
from ..models import NotToday, Place, Session, SmallAim
from ..rules import PlaceState, Refusal, SessionState


@action
def say_not_today(actor: Actor, *, session_id: UUID, now: datetime) -> None:
    """She does not come this time, so that nobody waits at the door. No reason; her place stays hers.

    Gone the day after. Raises Refused for a meeting that is called off or over, NotFound for one of a group where
    she has no place, NotAllowed for anybody but a participant.
    """
    session, participant_id = _mine(actor, session_id, now)
    NotToday.objects.get_or_create(
        organisation_id=actor.organisation_id, session=session, participant_id=participant_id
    )
    _write(actor, session.pk, now)


@action
def come_after_all(actor: Actor, *, session_id: UUID, now: datetime) -> None:
    """She comes this time after all. Saying so twice is fine. Raises as `say_not_today`."""
    session, _ = _mine(actor, session_id, now)
    NotToday.objects.visible_to(actor).filter(session=session).delete()
    _write(actor, session.pk, now)


@action
def write_aim(actor: Actor, *, session_id: UUID, words: str, shared: bool, now: datetime) -> None:
    """Her own small aim for one meeting; nobody else sees it unless `shared`. Empty words take it away (S2-08).

    Raises as `say_not_today`.
    """
    session, participant_id = _mine(actor, session_id, now)
    mine = SmallAim.objects.visible_to(actor).filter(session=session)
    if not words.strip():
        mine.delete()
    else:
        SmallAim.objects.update_or_create(
            organisation_id=actor.organisation_id,
            session=session,
            participant_id=participant_id,
            defaults={"words": words.strip(), "shared": shared},
        )
    _write(actor, session.pk, now)


@action
def forget_not_today(actor: Actor, *, now: datetime) -> int:
    """The clock's chore: every "not today" of a day that is over goes. How many went."""
    policy.require_may_tidy(actor)
    old = NotToday.objects.visible_to(actor).filter(session__on__lt=timezone.localtime(now).date())
    ids = list(old.values_list("pk", flat=True))
    if ids:
        NotToday.objects.visible_to(actor).filter(pk__in=ids).delete()
        journal.written(actor, "groups.not_today_forgotten", about=actor.organisation_id, at=now)
    return len(ids)


def _mine(actor: Actor, session_id: UUID, now: datetime) -> tuple[Session, UUID]:
    policy.require_may_take_place(actor)
    participant = people.my_participant(actor)
    session = Session.objects.one_visible_to(actor, session_id)
    places = Place.objects.visible_to(actor).filter(round_id=session.round_id, state=PlaceState.HELD)
    if not places.filter(participant_id=participant.id).exists():
        raise NotFound
    if session.state == SessionState.CALLED_OFF:
        raise Refused(Refusal.CALLED_OFF)
    if session.ends_at <= now:
        raise Refused(Refusal.MEETING_IS_OVER)
    return session, participant.id


def _write(actor: Actor, session_id: UUID, now: datetime) -> None:
    nobody = Actor.housekeeper(actor.organisation_id)
    journal.written(nobody, "groups.said_about_a_meeting", about=session_id, at=now)
