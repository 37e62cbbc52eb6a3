"""Whether somebody can be planned for a meeting. Pure: no Django, no clock."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from .checking import check_has_decided
from .codes import Refusal
from .coverage import is_away, staffing_of
from .facts import Meeting, OnDuty, Roster, Span


def decide_duty(wanted: OnDuty, meeting: Meeting, roster: Roster, busy: Collection[OnDuty]) -> Refusal | None:
    """Whether this employee can be planned then. `busy`: the duties at other meetings; nobody is in two places."""
    span = Span(wanted.starts_at, wanted.ends_at)
    if span.ends_at <= span.starts_at:
        return Refusal.ENDS_BEFORE_IT_STARTS
    if not meet(span, Span(meeting.starts_at, meeting.ends_at)):
        return Refusal.OUTSIDE_THE_MEETING
    employee = roster.employees.get(wanted.seat_id)
    if employee is None or not employee.works_on(meeting.on):
        return Refusal.NOT_EMPLOYED_THEN
    if is_away(wanted.seat_id, span, roster.gone):
        return Refusal.AWAY_THEN
    mine = [Span(one.starts_at, one.ends_at) for one in busy if one.seat_id == wanted.seat_id]
    if any(meet(one, span) for one in mine):
        return Refusal.ELSEWHERE_THEN
    here = [one for one in roster.duties_at(meeting) if one.seat_id == wanted.seat_id]
    if any(meet(Span(one.starts_at, one.ends_at), span) for one in here):
        return Refusal.ON_DUTY_ALREADY
    return None


def decide_take_over(
    now: datetime, meeting: Meeting, roster: Roster, seat_id: UUID, busy: Collection[OnDuty]
) -> Refusal | None:
    """Whether this employee may say yes to a meeting that lacks somebody: for the parts that lack, still to come."""
    if meeting.ends_at <= now or (meeting.starts_at <= now and not meeting.is_open_door):
        return Refusal.MEETING_IS_OVER
    if check_has_decided(now, meeting, roster):
        return Refusal.CHECK_HAS_PASSED
    wanted = what_lacks(now, meeting, roster)
    if wanted is None:
        return Refusal.ENOUGH_ALREADY
    return decide_duty(OnDuty(meeting.session_id, seat_id, *wanted, frozenset()), meeting, roster, busy)


def what_lacks(now: datetime, meeting: Meeting, roster: Roster) -> Span | None:
    """From the first to the last moment to come that lacks somebody; None when nothing does."""
    gaps = [gap for gap in staffing_of(meeting, roster).gaps if gap.ends_at > now]
    if not gaps:
        return None
    return Span(max(gaps[0].starts_at, now.replace(second=0, microsecond=0)), gaps[-1].ends_at)


def busy_beside(roster: Roster, meeting: Meeting) -> list[OnDuty]:
    """The duties at other meetings at that time. Who was planned for a meeting that was moved away is not busy then."""
    return [
        duty
        for other in roster.meetings
        if other.session_id != meeting.session_id
        and other.starts_at < meeting.ends_at
        and other.ends_at > meeting.starts_at
        for duty in roster.duties_at(other)
        if duty.starts_at < other.ends_at and duty.ends_at > other.starts_at
    ]


def meet(one: Span, other: Span) -> bool:
    """Whether two times have a moment in common."""
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at
