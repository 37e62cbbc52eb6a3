"""One meeting by hand: holding it after all, moving it, adding one. Whoever has a place is told."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused

from .. import policy
from ..models import Round, Session
from ..rules import CallOffWhy, Planned, Refusal, SessionState, decide_date, moment
from .calling_off import stands_again
from .dates import lock_unchanged, put_in_calendar, set_to, tell_dates, zone_of


@action
def hold_after_all(actor: Actor, *, session_id: UUID, version: int, now: datetime) -> None:
    """A meeting that was called off is held after all; everybody with a place is told.

    Raises Refused for one that has been held, or was called off for want of employees: nobody overrides that (S1-31);
    Changed when somebody else changed the round since `version`.
    """
    policy.require_may_plan(actor)
    if Session.objects.one_visible_to(actor, session_id).state != SessionState.CALLED_OFF:
        return
    row, session = _open_meeting(actor, session_id, version, now)
    if session.called_off_why == CallOffWhy.STAFF:
        raise Refused(Refusal.TOO_FEW_STAFF)
    stands_again(session)
    session.save()
    row.save(update_fields=["version"])
    journal.written(actor, "groups.meeting_held_after_all", about=session.pk, at=now)
    tell_dates(actor, row, new=[session.on], now=now)


@action
def move_meeting(
    actor: Actor,
    *,
    session_id: UUID,
    version: int,
    on: date,
    starts: time,
    ends: time,
    now: datetime,
) -> None:
    """Give one meeting another day or time; everybody with a place is told.

    Raises Refused for one that has been held, and for a time that has passed, is taken or lies outside the round;
    Changed when somebody else changed the round since `version`.
    """
    policy.require_may_plan(actor)
    row, session = _open_meeting(actor, session_id, version, now)
    planned = _planned(actor, row, on, starts, ends, now, apart_from=session.pk)
    was = session.on
    set_to(session, planned)
    stands_again(session)
    session.save()
    _reach_to(row, on)
    journal.written(actor, "groups.meeting_moved", about=session.pk, at=now)
    if was == on:
        tell_dates(actor, row, moved=[on], now=now)
    else:
        tell_dates(actor, row, called_off=[was], new=[on], now=now)


@action
def add_meeting(
    actor: Actor,
    *,
    round_id: UUID,
    version: int,
    on: date,
    starts: time,
    ends: time,
    now: datetime,
) -> None:
    """One more meeting of a round; everybody with a place is told. Raises as `move_meeting`."""
    policy.require_may_plan(actor)
    row = lock_unchanged(actor, round_id, version)
    put_in_calendar(row, [_planned(actor, row, on, starts, ends, now, apart_from=None)])
    _reach_to(row, on)
    journal.written(actor, "groups.meeting_added", about=row.pk, at=now)
    tell_dates(actor, row, new=[on], now=now)


def _open_meeting(actor: Actor, session_id: UUID, version: int, now: datetime) -> tuple[Round, Session]:
    """The round, locked, and a meeting of it that can still be changed."""
    round_id = Session.objects.one_visible_to(actor, session_id).round_id
    row = lock_unchanged(actor, round_id, version)
    session = Session.objects.one_visible_to(actor, session_id)
    if session.dated(now).fixed:
        raise Refused(Refusal.MEETING_IS_OVER)
    return row, session


def _planned(
    actor: Actor,
    row: Round,
    on: date,
    starts: time,
    ends: time,
    now: datetime,
    *,
    apart_from: UUID | None,
) -> Planned:
    zone = zone_of(actor)
    planned = Planned(on, starts, ends, moment(on, starts, zone=zone), moment(on, ends, zone=zone))
    taken = Session.objects.visible_to(actor).filter(round=row, on=on, starts=starts)
    if apart_from is not None:
        taken = taken.exclude(pk=apart_from)
    refusal = decide_date(
        planned,
        frame=row.frame(),
        taken=taken.exclude(state=SessionState.CALLED_OFF).exists(),
        now=now,
    )
    if refusal:
        raise Refused(refusal)
    taken.delete()  # one that was called off at this very time makes way: its people were told, and are told again
    return planned


def _reach_to(row: Round, on: date) -> None:
    row.until_on, row.from_on = max(row.until_on, on), min(row.from_on, on)
    row.save(update_fields=["until_on", "from_on", "version"])
