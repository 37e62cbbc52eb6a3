"""When it is looked whether there are enough, and what is called off then. Pure: no Django, no clock.

There is no way around it here: no argument, no right and no code lets a meeting be held with too few (S1-31).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from .codes import Refusal
from .coverage import is_away, staffing_of
from .facts import Meeting, Needs, OnDuty, Roster, Span

MOST_CHECK_DAYS = 14
"""How early it can be looked: nobody falls ill in advance, but a bus has to be cancelled in time."""
ASK_AHEAD = timedelta(days=2)


def moment(on: date, at: time, *, zone: str) -> datetime:
    """The moment in UTC at which the clock on the wall shows this time, also across summer time."""
    return datetime.combine(on, at, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def check_moment(on: date, needs: Needs, *, zone: str) -> datetime:
    """When it is looked whether there are enough for a meeting on this day: the evening before, at six, say."""
    return moment(on - timedelta(days=needs.check_days), needs.check_at, zone=zone)


def is_looked_after(meeting: Meeting, needs: Needs) -> bool:
    """Whether the roster decides about this meeting: its round is in it, since before this meeting's check time."""
    return meeting.on >= needs.from_on


def looked_after_from(now: datetime, needs: Needs, *, zone: str) -> date:
    """The first day whose check time is to come: from it on, a round that comes into the roster is looked after."""
    day = now.astimezone(ZoneInfo(zone)).date()
    while check_moment(day, needs, zone=zone) <= now:
        day += timedelta(days=1)
    return day


def what_to_call_off(now: datetime, roster: Roster) -> tuple[UUID, ...]:
    """The meetings whose check time has come and that cannot be held, in the order of their check times (S1-31).

    What has begun is left: it is neither moved nor called off, and its sign at the door tells how it stands (S1-26).
    """
    due = []
    for meeting in roster.meetings:
        needs = roster.needs_of(meeting)
        if meeting.starts_at <= now or not is_looked_after(meeting, needs):
            continue
        at = check_moment(meeting.on, needs, zone=roster.zone)
        if at <= now and not staffing_of(meeting, roster).can_be_held:
            due.append((at, meeting.starts_at, str(meeting.session_id), meeting.session_id))
    return tuple(session_id for *_, session_id in sorted(due))


def check_has_decided(now: datetime, meeting: Meeting, roster: Roster) -> bool:
    """Whether the check time has passed with too few. Then it is off, though the clock may not have told it yet."""
    return meeting.session_id in what_to_call_off(now, roster)


def substitutes(meeting: Meeting, roster: Roster, busy: Collection[OnDuty]) -> tuple[UUID, ...]:
    """Employees who are free then: first those the plan names, in its order, then the others as they come.

    Nothing about anybody ranks them. `busy`: the duties at other meetings.
    """
    span = Span(meeting.starts_at, meeting.ends_at)
    taken = {duty.seat_id for duty in busy if _meet(Span(duty.starts_at, duty.ends_at), span)}
    taken |= {duty.seat_id for duty in roster.duties_at(meeting)}
    free = [
        seat_id
        for seat_id, employee in roster.employees.items()
        if employee.works_on(meeting.on)
        and seat_id not in taken
        and not (seat_id in roster.gone and is_away(seat_id, span, roster.gone))
    ]
    first = [seat_id for seat_id in roster.needs_of(meeting).substitutes if seat_id in free]
    return (*first, *(seat_id for seat_id in free if seat_id not in first))


def decide_take_over(
    now: datetime, meeting: Meeting, roster: Roster, seat_id: UUID, busy: Collection[OnDuty]
) -> Refusal | None:
    """Whether this employee may say yes to a meeting that lacks somebody."""
    if (meeting.starts_at <= now and not meeting.is_open_door) or meeting.ends_at <= now:
        return Refusal.MEETING_IS_OVER
    if check_has_decided(now, meeting, roster):
        return Refusal.CHECK_HAS_PASSED
    if not staffing_of(meeting, roster).missing:
        return Refusal.ENOUGH_ALREADY
    return decide_duty(OnDuty(meeting.session_id, seat_id, *meeting[3:5], frozenset()), meeting, roster, busy)


def decide_duty(wanted: OnDuty, meeting: Meeting, roster: Roster, busy: Collection[OnDuty]) -> Refusal | None:
    """Whether this employee can be planned then. `busy`: the duties at other meetings; nobody is in two places."""
    span = Span(wanted.starts_at, wanted.ends_at)
    if span.ends_at <= span.starts_at:
        return Refusal.ENDS_BEFORE_IT_STARTS
    if not _meet(span, Span(meeting.starts_at, meeting.ends_at)):
        return Refusal.OUTSIDE_THE_MEETING
    employee = roster.employees.get(wanted.seat_id)
    if employee is None or not employee.works_on(meeting.on):
        return Refusal.NOT_EMPLOYED_THEN
    if is_away(wanted.seat_id, span, roster.gone):
        return Refusal.AWAY_THEN
    mine = [Span(one.starts_at, one.ends_at) for one in busy if one.seat_id == wanted.seat_id]
    if any(_meet(one, span) for one in mine):
        return Refusal.ELSEWHERE_THEN
    here = [one for one in roster.duties_at(meeting) if one.seat_id == wanted.seat_id]
    if any(_meet(Span(one.starts_at, one.ends_at), span) for one in here):
        return Refusal.ON_DUTY_ALREADY
    return None


def decide_needs(needs: Needs, *, assessed: int | None) -> Refusal | None:
    """A centre may ask for more than the offering's assessment, never for less (S1-24, A.8.10)."""
    if needs.employees < max(assessed or 1, 1):
        return Refusal.BELOW_ASSESSMENT
    if not 0 <= needs.check_days <= MOST_CHECK_DAYS:
        return Refusal.NOT_A_CHECK_TIME
    return None


def to_ask_about(now: datetime, roster: Roster) -> tuple[Meeting, ...]:
    """The meetings for which substitutes are asked, by time: something is missing, and either somebody planned is away,
    or it is looked within two days. What is further off is still being planned.
    """
    nobody_away = replace(roster, gone={})
    asked = []
    for meeting in roster.meetings:
        needs = roster.needs_of(meeting)
        missing = staffing_of(meeting, roster).missing
        if not missing or meeting.ends_at <= now or not is_looked_after(meeting, needs):
            continue
        soon = check_moment(meeting.on, needs, zone=roster.zone) - ASK_AHEAD <= now
        if soon or missing != staffing_of(meeting, nobody_away).missing:
            asked.append(meeting)
    return tuple(sorted(asked, key=lambda one: (one.starts_at, str(one.session_id))))


def _meet(one: Span, other: Span) -> bool:
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at
