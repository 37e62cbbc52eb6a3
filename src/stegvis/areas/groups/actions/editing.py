"""Changing a round: its days, times, place, room and last day. No date that somebody holds is lost."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, time
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused

from .. import policy
from ..models import Round, Session
from ..rules import Changes, Frame, Refusal, SessionState, edit
from .calling_off import stands_again
from .dates import lock_unchanged, put_in_calendar, set_to, somebody_holds, tell_dates, zone_of
from .queue import offer_free_places

WHEN = ("on", "starts", "ends", "starts_at", "ends_at")
WHETHER = ("state", "called_off_why", "called_off_at", "instead", "told")


@action
def change_round(
    actor: Actor,
    *,
    round_id: UUID,
    version: int,
    recurrence: str,
    until_on: date,
    starts: time,
    ends: time,
    capacity: int | None,
    meeting_place: str,
    welcomed_by: UUID,
    leave_out: Collection[date] = (),
    hold: Collection[date] = (),
    now: datetime,
) -> None:
    """Give a round other days or times, another place or other room, as its preview showed (`round_changes`).

    Dates that somebody holds stay or are called off, and everybody with a place is told in one message. More room
    goes to those in line at once. With less room than people, everybody keeps her place. `leave_out`, `hold`: as in
    `rules.edit`. Raises Changed when somebody else changed the round since `version`, Refused, NotFound, NotAllowed.
    """
    policy.require_may_plan(actor)
    row = lock_unchanged(actor, round_id, version)
    if welcomed_by not in people.seat_names(actor, [welcomed_by]):
        raise NotFound
    old = row.frame()
    new = Frame(recurrence, row.from_on, until_on, starts, ends)
    sessions = {one.pk: one for one in Session.objects.visible_to(actor).filter(round=row)}
    changes = edit(
        [one.dated(now) for one in sessions.values()],
        old=old,
        new=new,
        held=somebody_holds(row),
        leave_out=leave_out,
        hold=hold,
        now=now,
        zone=zone_of(actor),
    )
    if isinstance(changes, Refusal):
        raise Refused(changes)
    more_room = row.capacity is not None and (capacity is None or capacity > row.capacity)
    row.recurrence, row.until_on, row.starts, row.ends = recurrence, until_on, starts, ends
    row.capacity, row.meeting_place, row.welcomed_by_id = capacity, meeting_place, welcomed_by
    row.save()
    _apply(actor, row, changes, sessions)
    journal.written(actor, "groups.round_changed", about=row.pk, at=now)
    _tell(actor, row, changes, now)
    if more_room:
        offer_free_places(actor, round_id=row.pk, now=now)


def _apply(actor: Actor, row: Round, changes: Changes, sessions: Mapping[UUID, Session]) -> None:
    new_times = [*changes.moved, *changes.back]
    for one, planned in new_times:
        set_to(sessions[one.session_id], planned)
        stands_again(sessions[one.session_id])
    for one in changes.called_off:
        sessions[one.session_id].state = SessionState.CALLED_OFF
    touched = [sessions[one.session_id] for one in (*(one for one, _ in new_times), *changes.called_off)]
    Session.objects.bulk_update(touched, [*WHEN, *WHETHER])
    removed = [one.session_id for one in changes.removed]
    Session.objects.visible_to(actor).filter(pk__in=removed).delete()
    put_in_calendar(row, changes.new)


def _tell(actor: Actor, row: Round, changes: Changes, now: datetime) -> None:
    if not changes.any:
        return
    tell_dates(
        actor,
        row,
        called_off=[one.on for one in changes.called_off],
        new=[one.on for one in changes.new] + [one.on for one, _ in changes.back],
        moved=[one.on for one, _ in changes.moved],
        now=now,
    )
