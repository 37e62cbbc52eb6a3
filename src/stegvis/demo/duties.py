"""Who is on duty at Korsby this week and the next: all that is needed, but for an hour at the door and one walk."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from stegvis.areas.staffing import api as staffing

from .town import Town, seat_of

WHO_TAKE_TURNS = ("Ingrid", "Odd", "Siri", "Berit")
LAST_HOUR = timedelta(hours=1)
"""So long before closing the drop-in responsible goes home."""


def build_duties(town: Town) -> None:
    """This week's meetings that are still to come, and next week's but for the second employee of one."""
    monday = staffing.which_week(town.berit, town.now)
    for week in (monday, monday + timedelta(days=7)):
        _plan_week(town, week, leaves_gap=week != monday)


def _plan_week(town: Town, monday: date, *, leaves_gap: bool) -> None:
    week = staffing.week(town.berit, monday, town.now, "nb")
    version, taken = week.version, dict[UUID, list[tuple[datetime, datetime]]]()
    meetings = [meeting for day in week.days for meeting in day.meetings if meeting.starts_at > town.now]
    for turn, meeting in enumerate(meetings):
        free = [seat for seat in _in_turn(town, turn) if _is_free(taken.get(seat, []), meeting)]
        wanted = meeting.needed - 1 if leaves_gap and meeting.needed > 1 else meeting.needed
        for place, seat in enumerate(free[:wanted]):
            staffing.plan_duty(
                town.berit,
                session_id=meeting.session_id,
                seat_id=seat,
                ends=_ends(meeting) if place == 0 else None,
                carries=_carries(meeting, place),
                version=version,
                now=town.now,
            )
            version += 1
            taken.setdefault(seat, []).append((meeting.starts_at, meeting.ends_at))


def _in_turn(town: Town, turn: int) -> Sequence[UUID]:
    seats = [seat_of(town.actors[name]) for name in WHO_TAKE_TURNS]
    first = turn % len(seats)
    return [*seats[first:], *seats[:first]]


def _is_free(taken: Sequence[tuple[datetime, datetime]], meeting: staffing.MeetingOnRoster) -> bool:
    return not any(starts < meeting.ends_at and meeting.starts_at < ends for starts, ends in taken)


def _ends(meeting: staffing.MeetingOnRoster) -> time | None:
    """The door closes an hour early, since nobody receives then."""
    if not meeting.is_open_door:
        return None
    return (datetime.combine(meeting.on, meeting.ends) - LAST_HOUR).time()


def _carries(meeting: staffing.MeetingOnRoster, place: int) -> tuple[staffing.Carries, ...]:
    if meeting.is_open_door:
        return (staffing.Carries.DROP_IN,)
    return (staffing.Carries.LEADS,) if place == 0 else (staffing.Carries.SECOND_ADULT,)
