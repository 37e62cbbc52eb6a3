"""When it is looked whether there are enough, and what is called off then. Pure: no Django, no clock.

There is no way around it here: no argument, no right and no code lets a meeting be held with too few (S1-31).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from .codes import Refusal
from .coverage import staffing_of
from .facts import Meeting, Needs, Roster, Staffing

MOST_CHECK_DAYS = 14
"""How early it can be looked: nobody falls ill in advance, but a bus has to be cancelled in time."""


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


def staffing_of_all(roster: Roster) -> dict[UUID, Staffing]:
    """How every meeting of these days stands."""
    return {meeting.session_id: staffing_of(meeting, roster) for meeting in roster.meetings}


def what_to_call_off(now: datetime, roster: Roster) -> tuple[UUID, ...]:
    """The meetings whose check time has come and that cannot be held, in the order of their check times (S1-31).

    What has begun is left: it is neither moved nor called off, and its sign at the door tells how it stands (S1-26).
    """
    return due_among(now, roster, staffing_of_all(roster))


def due_among(now: datetime, roster: Roster, staffing: Mapping[UUID, Staffing]) -> tuple[UUID, ...]:
    """`what_to_call_off` of what has been worked out already."""
    due = []
    for meeting in roster.meetings:
        needs = roster.needs_of(meeting)
        if staffing[meeting.session_id].can_be_held or meeting.starts_at <= now:
            continue
        if not is_looked_after(meeting, needs):
            continue
        at = check_moment(meeting.on, needs, zone=roster.zone)
        if at <= now:
            due.append((at, meeting.starts_at, str(meeting.session_id), meeting.session_id))
    return tuple(session_id for *_, session_id in sorted(due))


def check_has_decided(now: datetime, meeting: Meeting, roster: Roster) -> bool:
    """Whether the check time has passed with too few. Then it is off, though the clock may not have told it yet."""
    return meeting.session_id in due_among(
        now, roster.only(meeting), {meeting.session_id: staffing_of(meeting, roster)}
    )


def decide_needs(needs: Needs, *, assessed: int | None) -> Refusal | None:
    """A centre may ask for more than the offering's assessment, never for less (S1-24, A.8.10)."""
    if needs.employees < max(assessed or 1, 1):
        return Refusal.BELOW_ASSESSMENT
    if not 0 <= needs.check_days <= MOST_CHECK_DAYS:
        return Refusal.NOT_A_CHECK_TIME
    return None
