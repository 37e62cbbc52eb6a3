"""One meeting of the roster as a page shows it, made of the rules' answers: local times, names, codes in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from stegvis.areas.groups import api as groups
from stegvis.kernel.actor import Actor

from ..models import Away, Duty
from ..models.roster import carried
from ..rules import (
    Carries,
    Gap,
    Meeting,
    Missing,
    OnDuty,
    Roster,
    Span,
    Staffing,
    check_moment,
    is_away,
    is_looked_after,
    staffing_of,
    there,
)

MISSING_IN_ORDER, CARRIES_IN_ORDER = tuple(Missing), tuple(Carries)


@dataclass(frozen=True, slots=True)
class DutyShown:
    """Somebody planned for a meeting, in local time. `whole`: from its beginning to its end. `counts`: she is there
    for some of it; otherwise she is away, works here no longer, or was planned before the meeting was moved.
    """

    duty_id: UUID
    seat_id: UUID
    name: str
    starts: time
    ends: time
    starts_at: datetime
    ends_at: datetime
    carries: tuple[Carries, ...]
    whole: bool
    is_away: bool
    counts: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class GapShown:
    """A part of a meeting, in local time, with so many on duty, that lacks this."""

    starts: time
    ends: time
    on_duty: int
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class AwayShown:
    """Somebody is away in local time; `until` None while nobody knows. No reason exists."""

    away_id: UUID
    seat_id: UUID
    name: str
    from_at: datetime
    until_at: datetime | None
    mine: bool


@dataclass(frozen=True, slots=True)
class MeetingOnRoster:
    """One meeting as the roster shows it. `language` is the code of the title.

    `on_duty` of `needed`: the fewest at any moment. `missing`: what lacks anywhere in it, in order. `gaps`: where.
    `open`: the parts in which an open door is open. `looked_after`: the roster calls it off at `check_at` (a local
    moment) when it cannot be held; `check_has_passed`. `called_off` tells why and when, None for what stands.
    """

    session_id: UUID
    round_id: UUID
    slug: str
    title: str
    language: str
    on: date
    starts: time
    ends: time
    starts_at: datetime
    ends_at: datetime
    meeting_place: str
    state: groups.SessionState
    is_open_door: bool
    is_over: bool
    needed: int
    on_duty: int
    can_be_held: bool
    missing: tuple[Missing, ...]
    gaps: tuple[GapShown, ...]
    open: tuple[tuple[time, time], ...]
    competence: str
    duties: tuple[DutyShown, ...]
    looked_after: bool
    check_at: datetime
    check_has_passed: bool
    called_off: groups.CalledOff | None


@dataclass(frozen=True, slots=True)
class Around:
    """What showing meetings needs beside the rules' facts."""

    actor: Actor
    roster: Roster
    names: Mapping[UUID, str]
    rows: Mapping[UUID, list[Duty]]
    called_off: Mapping[UUID, groups.CalledOff]
    now: datetime

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.roster.zone)


def duty_rows(actor: Actor, session_ids: Iterable[UUID]) -> dict[UUID, list[Duty]]:
    """The duties of these meetings, by meeting, those that begin first first."""
    rows: dict[UUID, list[Duty]] = {}
    for row in Duty.objects.visible_to(actor).filter(session_id__in=list(session_ids)).order_by("starts_at"):
        rows.setdefault(row.session_id, []).append(row)
    return rows


def meeting_on_roster(planned: groups.MeetingPlanned, around: Around) -> MeetingOnRoster:
    """One meeting, with nothing more asked of the database."""
    meeting = Meeting(
        planned.session_id,
        planned.round_id,
        planned.on,
        planned.starts_at,
        planned.ends_at,
        planned.is_open_door,
    )
    roster, zone = around.roster, around.zone
    needs = roster.needs_of(meeting)
    stands = planned.state is not groups.SessionState.CALLED_OFF
    staffing = staffing_of(meeting, roster)
    check_at = check_moment(meeting.on, needs, zone=roster.zone)
    return MeetingOnRoster(
        session_id=planned.session_id,
        round_id=planned.round_id,
        slug=planned.slug,
        title=planned.title,
        language=planned.language,
        on=planned.on,
        starts=planned.starts,
        ends=planned.ends,
        starts_at=planned.starts_at,
        ends_at=planned.ends_at,
        meeting_place=planned.meeting_place,
        state=planned.state,
        is_open_door=planned.is_open_door,
        is_over=planned.ends_at <= around.now,
        needed=staffing.needed,
        on_duty=staffing.on_duty if stands else 0,
        can_be_held=stands and staffing.can_be_held,
        missing=in_order(staffing) if stands else (),
        gaps=tuple(_gap(gap, zone) for gap in staffing.gaps) if stands else (),
        open=_open(staffing, zone) if stands and planned.is_open_door else (),
        competence=needs.competence,
        duties=tuple(_duty(row, meeting, around) for row in around.rows.get(planned.session_id, ())),
        looked_after=is_looked_after(meeting, needs),
        check_at=check_at.astimezone(zone),
        check_has_passed=check_at <= around.now,
        called_off=around.called_off.get(planned.session_id),
    )


def in_order(staffing: Staffing) -> tuple[Missing, ...]:
    return tuple(what for what in MISSING_IN_ORDER if what in staffing.missing)


def wall_time(at: datetime, zone: ZoneInfo) -> time:
    return at.astimezone(zone).time()


def away_shown(row: Away, actor: Actor, names: Mapping[UUID, str], zone: ZoneInfo) -> AwayShown:
    return AwayShown(
        away_id=row.pk,
        seat_id=row.seat_id,
        name=names.get(row.seat_id, ""),
        from_at=row.from_at.astimezone(zone),
        until_at=row.until_at.astimezone(zone) if row.until_at else None,
        mine=row.seat_id == actor.seat_id,
    )


def _gap(gap: Gap, zone: ZoneInfo) -> GapShown:
    missing = tuple(what for what in MISSING_IN_ORDER if what in gap.missing)
    return GapShown(wall_time(gap.starts_at, zone), wall_time(gap.ends_at, zone), gap.on_duty, missing)


def _open(staffing: Staffing, zone: ZoneInfo) -> tuple[tuple[time, time], ...]:
    return tuple((wall_time(one.starts_at, zone), wall_time(one.ends_at, zone)) for one in staffing.whole)


def _duty(row: Duty, meeting: Meeting, around: Around) -> DutyShown:
    fact = OnDuty(row.session_id, row.seat_id, row.starts_at, row.ends_at, carried(row.carries))
    roster = around.roster
    return DutyShown(
        duty_id=row.pk,
        seat_id=row.seat_id,
        name=around.names.get(row.seat_id, ""),
        starts=wall_time(row.starts_at, around.zone),
        ends=wall_time(row.ends_at, around.zone),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        carries=tuple(what for what in CARRIES_IN_ORDER if what in fact.carries),
        whole=row.starts_at <= meeting.starts_at and row.ends_at >= meeting.ends_at,
        is_away=is_away(row.seat_id, Span(row.starts_at, row.ends_at), roster.gone),
        counts=any(there(meeting, [fact], roster.gone, roster.employees)),
        mine=row.seat_id == around.actor.seat_id,
    )
