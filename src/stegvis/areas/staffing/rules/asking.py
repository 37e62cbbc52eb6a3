"""Whom to ask when somebody is missing, and all that a sick call sets in motion. Pure: no Django, no clock."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from .checking import check_moment, due_among, is_looked_after, staffing_of_all
from .coverage import is_away, staffing_of
from .facts import Meeting, OnDuty, Roster, Span, Staffing
from .planning import busy_beside, meet

ASK_AHEAD = timedelta(days=2)
"""What is looked at within two days is asked about, though nobody is away: it was never planned whole."""


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """How some days stand: each meeting, what is to be called off in order, and who is to be asked about which."""

    staffing: Mapping[UUID, Staffing]
    to_call_off: tuple[UUID, ...]
    to_ask: Mapping[UUID, tuple[UUID, ...]]


def work_out(now: datetime, roster: Roster) -> WorkedOut:
    """All that a sick call sets in motion, worked out anew from what is known now."""
    staffing = staffing_of_all(roster)
    due = due_among(now, roster, staffing)
    asked = {
        meeting.session_id: substitutes(meeting, roster, busy_beside(roster, meeting))
        for meeting in _to_ask_among(now, roster, staffing)
        if meeting.session_id not in due
    }
    return WorkedOut(staffing, due, asked)


def to_ask_about(now: datetime, roster: Roster) -> tuple[Meeting, ...]:
    """The meetings for which substitutes are asked, by time: something is missing, and either somebody planned is away,
    or it is looked within two days. What is further off is still being planned.
    """
    return _to_ask_among(now, roster, staffing_of_all(roster))


def substitutes(meeting: Meeting, roster: Roster, busy: Collection[OnDuty]) -> tuple[UUID, ...]:
    """Employees who are free then: first those the plan names, in its order, then the others as they come.

    Nothing about anybody ranks them. `busy`: the duties at other meetings.
    """
    span = Span(meeting.starts_at, meeting.ends_at)
    taken = {duty.seat_id for duty in busy if meet(Span(duty.starts_at, duty.ends_at), span)}
    taken |= {duty.seat_id for duty in roster.duties_at(meeting)}
    free = {
        seat_id: None
        for seat_id, employee in roster.employees.items()
        if seat_id not in taken
        and employee.works_on(meeting.on)
        and not (seat_id in roster.gone and is_away(seat_id, span, roster.gone))
    }
    first = [seat_id for seat_id in roster.needs_of(meeting).substitutes if seat_id in free]
    return tuple(dict.fromkeys([*first, *free]))


def _to_ask_among(now: datetime, roster: Roster, staffing: Mapping[UUID, Staffing]) -> tuple[Meeting, ...]:
    nobody_away = replace(roster, gone={})
    asked = []
    for meeting in roster.meetings:
        needs = roster.needs_of(meeting)
        missing = staffing[meeting.session_id].missing
        if not missing or meeting.ends_at <= now or not is_looked_after(meeting, needs):
            continue
        soon = check_moment(meeting.on, needs, zone=roster.zone) - ASK_AHEAD <= now
        if soon or missing != staffing_of(meeting, nobody_away).missing:
            asked.append(meeting)
    return tuple(sorted(asked, key=lambda one: (one.starts_at, str(one.session_id))))
