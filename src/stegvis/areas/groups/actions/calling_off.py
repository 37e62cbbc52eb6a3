"""Calling meetings off: why, when, and told how. Places stay, and everybody with a place is told kindly (S1-32)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from stegvis.areas.messages import api as messages
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused

from .. import policy
from ..models import Place, Round, Session
from ..rules import LONGEST_INSTEAD, CallOffWhy, PlaceState, Refusal, SessionState, Told
from . import line
from .dates import lock_unchanged

WRITTEN = "groups.meeting_called_off"


@action
def call_off(
    actor: Actor, *, session_ids: Collection[UUID], why: CallOffWhy, instead: str, now: datetime
) -> list[UUID]:
    """Call these meetings off, in order of time; gives those that were. `instead`: what happens then, in a sentence.

    Everybody with a place is told, by the way she chose, and keeps it. What has begun, was held or is called off
    already stays as it is, so doing it twice changes nothing. Raises NotAllowed.
    """
    policy.require_may_call_off(actor)
    wanted = Session.objects.visible_to(actor).filter(pk__in=list(session_ids))
    rounds = {
        key: line.lock(actor, key) for key in sorted(set(wanted.values_list("round_id", flat=True)), key=str)
    }
    done = []
    for session in wanted.filter(round_id__in=rounds).order_by("starts_at", "pk"):
        if session.state == SessionState.PLANNED and not session.dated(now).fixed:
            _call_off(actor, rounds[session.round_id], session, why, instead, now)
            done.append(session.pk)
    return done


@action
def call_off_meeting(
    actor: Actor,
    *,
    session_id: UUID,
    version: int,
    why: CallOffWhy = CallOffWhy.OTHER,
    instead: str = "",
    now: datetime,
) -> None:
    """Call one meeting off from its page. Calling it off twice is fine.

    Raises Refused for one that has been held, Changed when somebody else changed the round since `version`.
    """
    policy.require_may_plan(actor)
    seen = Session.objects.one_visible_to(actor, session_id)
    if seen.state == SessionState.CALLED_OFF:
        return
    row = lock_unchanged(actor, seen.round_id, version)
    row.version = version  # counted once, below
    session = Session.objects.one_visible_to(actor, session_id)
    if session.dated(now).fixed:
        raise Refused(Refusal.MEETING_IS_OVER)
    _call_off(actor, row, session, why, instead, now)


def stands_again(session: Session) -> None:
    """It is no longer called off; not saved yet."""
    session.state = SessionState.PLANNED
    session.called_off_why, session.called_off_at, session.instead, session.told = "", None, "", None


def _call_off(
    actor: Actor, row: Round, session: Session, why: CallOffWhy, instead: str, now: datetime
) -> None:
    row.version += 1
    row.save(update_fields=["version"])
    session.state, session.called_off_why, session.called_off_at = SessionState.CALLED_OFF, why, now
    session.instead = instead.strip()[:LONGEST_INSTEAD]
    session.told = _tell(actor, row, session, now)
    session.save(update_fields=["state", "called_off_why", "called_off_at", "instead", "told"])
    journal.written(actor, WRITTEN, about=session.pk, outcome=why, at=now)


def _tell(actor: Actor, row: Round, session: Session, now: datetime) -> int:
    """One message to each who has a place; how many that were."""
    places = Place.objects.filter(
        organisation_id=row.organisation_id, round=row, state=PlaceState.HELD
    ).order_by("number")
    title, told = line.title_of(actor, row), list(places)
    for place in told:
        messages.send(
            actor,
            participant_id=place.participant_id,
            kind=Told.CALLED_OFF,
            about=place.pk,
            arguments={
                "title": title,
                "place": str(place.pk),
                "day": session.on.isoformat(),
                "instead": session.instead,
            },
            key=f"{Told.CALLED_OFF}:{place.pk}:{session.pk}:{row.version}",
            now=now,
        )
    return len(told)
