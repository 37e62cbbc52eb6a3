"""Roughly how many staff hours each kind of work is planned to take in a month (S2-10). Nobody's own hours are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from stegvis.areas.directory import api as directory
from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.areas.staffing import api as staffing
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..rules import Planned, about_hours, days_of, month_after, staff_minutes

BY_USUAL_TIMES = frozenset(
    {
        directory.ServiceKind.TELEPHONE_ADVICE,
        directory.ServiceKind.INDIVIDUAL_TALKS,
        directory.ServiceKind.FOLLOW_UP,
        directory.ServiceKind.BRIDGING,
    }
)
"""Kinds of work that do not meet in a calendar: their usual times tell when somebody is there."""


@dataclass(frozen=True, slots=True)
class KindHours:
    """One kind of work in a month. `hours`: about so many, planned; `kind` is None for offerings without a service."""

    kind: directory.ServiceKind | None
    hours: int
    meetings: int
    called_off: int


@dataclass(frozen=True, slots=True)
class MonthOfWork:
    """All kinds in the order of the service menu. `why`: how many meetings were called off for each reason."""

    month: date
    kinds: tuple[KindHours, ...]
    why: tuple[tuple[groups.CallOffWhy, int], ...]


@query
def month_of_work(actor: Actor, month: date, lines: Sequence[directory.PortfolioLine]) -> MonthOfWork:
    """What a month's calendar and usual times come to; `lines` as `directory.portfolio` gives them.

    As many questions to the database however much there is. Raises NotAllowed.
    """
    policy.require_may_see(actor)
    first = month.replace(day=1)
    zone = ZoneInfo(people.organisation(actor.organisation_id).time_zone)
    meetings = groups.meeting_times(
        actor, from_at=_midnight(first, zone), until_at=_midnight(month_after(first), zone)
    )
    meetings = [one for one in meetings if days_of(first)[0] <= one.on <= days_of(first)[-1]]
    off = [one.session_id for one in meetings if one.state is groups.SessionState.CALLED_OFF]
    of = {line.listing_id: line for line in lines}
    needed = staffing.employees_needed(actor, {one.round_id: one.listing_id for one in meetings})
    minutes = staff_minutes(
        [
            _meeting(one, needed[one.round_id])
            for one in meetings
            if one.state is not groups.SessionState.CALLED_OFF
        ],
        [_usual(line, one) for line in lines for one in line.when],
        by_usual_times={line.listing_id for line in lines if line.kind in BY_USUAL_TIMES},
        days=days_of(first),
    )
    whys = Counter(one.why for one in groups.called_off(actor, off).values())
    return MonthOfWork(first, _by_kind(of, minutes, meetings), tuple(sorted(whys.items())))


@query
def meetings_to_come(actor: Actor, listing_id: UUID, now: datetime) -> int:
    """How many meetings of one offering are still planned. Raises NotAllowed."""
    policy.require_may_see(actor)
    meetings = groups.meeting_times(actor, from_at=now, until_at=now + timedelta(days=2 * 366))
    planned = groups.SessionState.PLANNED
    return sum(one.listing_id == listing_id and one.state is planned for one in meetings)


def _by_kind(
    of: dict[UUID, directory.PortfolioLine], minutes: dict[UUID, int], meetings: Sequence[groups.MeetingTime]
) -> tuple[KindHours, ...]:
    total: Counter[directory.ServiceKind | None] = Counter()
    held: Counter[directory.ServiceKind | None] = Counter()
    off: Counter[directory.ServiceKind | None] = Counter()
    for key, number in minutes.items():
        if key in of:
            total[of[key].kind] += number
    for one in meetings:
        if one.listing_id in of:
            counted = off if one.state is groups.SessionState.CALLED_OFF else held
            counted[of[one.listing_id].kind] += 1
    order = [*directory.ServiceKind, None]
    return tuple(
        KindHours(kind, about_hours(total[kind]), held[kind], off[kind])
        for kind in order
        if total[kind] or held[kind] or off[kind]
    )


def _meeting(one: groups.MeetingTime, employees: int) -> Planned:
    return Planned(one.listing_id, int((one.ends_at - one.starts_at).total_seconds()) // 60, employees)


def _usual(line: directory.PortfolioLine, one: directory.Time) -> Planned:
    lasts = (one.ends.hour - one.starts.hour) * 60 + one.ends.minute - one.starts.minute
    return Planned(line.listing_id, lasts, line.employees_needed, weekday=one.weekday)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)
