"""An outing at the desk: its plan, whether it fits, and what is missing before it leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.areas.staffing import api as staffing
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from .. import policy
from ..models import Outing
from ..policy.hearing import said_of
from ..rules import Frame, Missing, Needs, Part, Safety, frame_of, missing_of, strains

MOST_EARLIER = 8


@dataclass(frozen=True, slots=True)
class OutingPage:
    """One outing for staff. `frame` is what holds: for the planner with all that has been said until now, for others
    as it last settled, so that nobody sees it change with somebody's words. `strained`: where the plan does not fit.

    `number`: how many have a place, never who. `along`: who works on it.
    """

    meeting: groups.MeetingPlanned
    planner_id: UUID
    planner: str
    i_plan: bool
    route: str
    plan: Frame
    frame: Frame
    strained: tuple[Part, ...]
    safety: Safety
    missing: tuple[Missing, ...]
    number: int
    needed: int
    along: tuple[str, ...]
    settled_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class OutingBrief:
    """One outing in a few words, for panels. `missing` leaves out who is on duty: the calendar says that beside it."""

    session_id: UUID
    title: str
    language: str
    on: date
    starts: time
    frame: Frame
    missing: tuple[Missing, ...]
    strained: tuple[Part, ...]
    i_plan: bool


@dataclass(frozen=True, slots=True)
class EarlierPlan:
    """A plan one can begin with."""

    session_id: UUID
    title: str
    on: date
    route: str


@query
def outing_page(actor: Actor, session_id: UUID, now: datetime, language: str) -> OutingPage:
    """Raises NotAllowed without the right to plan, NotFound for a meeting that is no outing, or another house's."""
    policy.require_may_plan(actor)
    row = Outing.objects.visible_to(actor).filter(session_id=session_id).first()
    meetings = groups.meetings(actor, [session_id], language=language) if row else []
    if row is None or not meetings:
        raise NotFound
    said = _said(actor, [row], {row.pk: meetings[0].round_id})[row.pk]
    held = groups.holding(actor, [meetings[0].round_id])[meetings[0].round_id]
    on_duty = staffing.staffed(actor, [session_id], now)[session_id]
    strained = strains(row.plan(), said)
    return OutingPage(
        meeting=meetings[0],
        planner_id=row.planner_id,
        planner=people.seat_names(actor, [row.planner_id]).get(row.planner_id, ""),
        i_plan=policy.is_planner(actor, row.planner_id),
        route=row.route,
        plan=row.plan(),
        frame=frame_of(row.plan(), said),
        strained=strained,
        safety=row.safety(),
        missing=missing_of(row.safety(), strained=strained, enough_staff=on_duty.can_be_held),
        number=held.number,
        needed=on_duty.needed,
        along=tuple(on_duty.names),
        settled_at=row.settled_at,
        version=row.version,
    )


@query
def brief(actor: Actor, session_id: UUID, now: datetime) -> OutingBrief | None:
    """One outing for a panel, None when the meeting is none. Raises NotAllowed."""
    policy.require_may_plan(actor)
    found = _briefs(actor, list(Outing.objects.visible_to(actor).filter(session_id=session_id)), "")
    return found[0] if found else None


@query
def briefs_to_come(actor: Actor, now: datetime, days: int, language: str) -> list[OutingBrief]:
    """The outings of the next so many days that this seat plans, soonest first. Raises NotAllowed."""
    policy.require_may_plan(actor)
    rows = Outing.objects.visible_to(actor).filter(planner_id=actor.seat_id, session__ends_at__gt=now)
    rows = rows.filter(session__starts_at__lt=now + timedelta(days=days))
    rows = rows.exclude(session__state=groups.SessionState.CALLED_OFF)
    return _briefs(actor, list(rows), language)


@query
def earlier_plans(actor: Actor, session_id: UUID, language: str) -> list[EarlierPlan]:
    """Plans of other outings of the house, the latest first, one for each route: to begin a new one with."""
    policy.require_may_plan(actor)
    rows = Outing.objects.visible_to(actor).exclude(session_id=session_id).order_by("-session__starts_at")
    latest: dict[tuple[str, str], UUID] = {}
    for session, route, point in rows.values_list("session_id", "route", "meeting_point")[:200]:
        latest.setdefault((route, point), session)
    ids = list(latest.values())[:MOST_EARLIER]
    route_of = {session: route for (route, _), session in latest.items()}
    meetings = groups.meetings(actor, ids, language=language)
    plans = [EarlierPlan(one.session_id, one.title, one.on, route_of[one.session_id]) for one in meetings]
    return plans[::-1]


def _briefs(actor: Actor, rows: Sequence[Outing], language: str) -> list[OutingBrief]:
    if not rows:
        return []
    of_session = {row.session_id: row for row in rows}
    meetings = groups.meetings(actor, list(of_session), language=language)
    round_of = {of_session[one.session_id].pk: one.round_id for one in meetings}
    said = _said(actor, rows, round_of)
    return [
        _brief(actor, of_session[one.session_id], one, said[of_session[one.session_id].pk])
        for one in meetings
    ]


def _brief(actor: Actor, row: Outing, meeting: groups.MeetingPlanned, said: Sequence[Needs]) -> OutingBrief:
    strained = strains(row.plan(), said)
    return OutingBrief(
        session_id=row.session_id,
        title=meeting.title,
        language=meeting.language,
        on=meeting.on,
        starts=meeting.starts,
        frame=frame_of(row.plan(), said),
        missing=missing_of(row.safety(), strained=strained, enough_staff=True),
        strained=strained,
        i_plan=policy.is_planner(actor, row.planner_id),
    )


def _said(actor: Actor, rows: Sequence[Outing], round_of: dict[UUID, UUID]) -> dict[UUID, list[Needs]]:
    """What each outing must fit: for its planner also what was said a moment ago, for others as it last settled."""
    mine = {
        row.pk: round_of[row.pk]
        for row in rows
        if row.pk in round_of and policy.is_planner(actor, row.planner_id)
    }
    fresh = said_of(actor, mine) if mine else {}
    return {row.pk: [row.settled(), *fresh.get(row.pk, [])] for row in rows}
