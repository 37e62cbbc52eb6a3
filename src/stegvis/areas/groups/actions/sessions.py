"""Who was there, and how many. A row says that somebody was; that somebody was not is never written (S2-06)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from stegvis.areas.directory import api as directory
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.models import require_open_door

from .. import policy
from ..models import Attendance, Place, Session
from ..rules import PlaceState, SessionState, decide_count, decide_note


@action
def attend(actor: Actor, *, session_id: UUID, participant_ids: Collection[UUID], now: datetime) -> None:
    """An adviser notes that these participants are here. Noting somebody twice changes nothing.

    Raises Refused where nothing is written about people (X-15), before the day and for a meeting that is called
    off; NotFound for somebody without a place in the round, or behind a closed door; NotAllowed for anybody but an
    adviser.
    """
    seat_id = policy.require_may_note_who_came(actor)
    session = _to_be_noted(actor, session_id, now)
    wanted = set(participant_ids)
    held = Place.objects.visible_to(actor).filter(round_id=session.round_id, state=PlaceState.HELD)
    if set(held.filter(participant_id__in=wanted).values_list("participant_id", flat=True)) != wanted:
        raise NotFound
    for participant_id in wanted:
        require_open_door(actor, participant_id, Attendance.SECTION)
    rows = [
        Attendance(
            organisation_id=actor.organisation_id,
            session=session,
            participant_id=participant_id,
            noted_by_id=seat_id,
        )
        for participant_id in wanted
    ]
    Attendance.objects.bulk_create(rows, ignore_conflicts=True)
    _say_it_was_held(actor, session)
    _write(actor, session, now)


@action
def undo_attendance(actor: Actor, *, session_id: UUID, participant_id: UUID, now: datetime) -> None:
    """The tap was a mistake: the row goes, and nothing says that it was there. Undoing twice is fine.

    Raises NotFound for another organisation's meeting and behind a closed door, NotAllowed for anybody but an adviser.
    """
    policy.require_may_note_who_came(actor)
    require_open_door(actor, participant_id, Attendance.SECTION)
    session = Session.objects.one_visible_to(actor, session_id)
    there = Attendance.objects.visible_to(actor).filter(session=session)
    there.filter(participant_id=participant_id).delete()
    if session.came is None and not there.exists():
        _back_to_planned(actor, session)
    _write(actor, session, now)


@action
def count_came(actor: Actor, *, session_id: UUID, came: int | None, now: datetime) -> None:
    """How many were there, as somebody counted; None takes the number away. For all who plan, in every mode.

    Raises Refused before the day and for a meeting that is called off; NotFound; NotAllowed.
    """
    policy.require_may_plan(actor)
    session = Session.objects.select_for_update(of=("self",)).one_visible_to(actor, session_id)
    today = timezone.localtime(now).date()
    if refusal := decide_count(state=SessionState(session.state), on=session.on, today=today):
        raise Refused(refusal)
    session.came = came
    session.save(update_fields=["came"])
    if came is not None:
        _say_it_was_held(actor, session)
    elif not Attendance.objects.filter(organisation_id=actor.organisation_id, session=session).exists():
        _back_to_planned(actor, session)
    journal.written(actor, "groups.came_counted", about=session.pk, at=now)


def _to_be_noted(actor: Actor, session_id: UUID, now: datetime) -> Session:
    session = Session.objects.select_related("round").one_visible_to(actor, session_id)
    facts = directory.joining_facts(actor, session.round.listing_id)
    refusal = decide_note(
        keeps_names=facts.documentation is not directory.DocumentationMode.NONE,
        state=SessionState(session.state),
        on=session.on,
        today=timezone.localtime(now).date(),
    )
    if refusal:
        raise Refused(refusal)
    return session


def _say_it_was_held(actor: Actor, session: Session) -> None:
    here = Session.objects.visible_to(actor).filter(pk=session.pk, state=SessionState.PLANNED)
    here.update(state=SessionState.HELD)


def _back_to_planned(actor: Actor, session: Session) -> None:
    here = Session.objects.visible_to(actor).filter(pk=session.pk, state=SessionState.HELD)
    here.update(state=SessionState.PLANNED)


def _write(actor: Actor, session: Session, now: datetime) -> None:
    """About the meeting, never about who: a name that was undone would tell that somebody was not there."""
    journal.written(actor, "groups.attendance_noted", about=session.pk, at=now)
