"""Making a meeting an outing, planning it, and fitting the plan to those who come along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotFound, Refused

from .. import policy
from ..models import Outing
from ..policy.hearing import said_about
from ..rules import Frame, Refusal, Safety, frame_of
from . import telling


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is planned and agreed for one outing. `planner_id`: the adviser's seat that plans it."""

    planner_id: UUID
    route: str
    frame: Frame
    safety: Safety


@action
def plan_outing(
    actor: Actor, *, session_id: UUID, plan: Plan, version: int, also_later: bool = False, now: datetime
) -> UUID:
    """Make this meeting an outing with this plan, or change its plan. Gives the outing's id.

    `version`: of the plan that was shown, 0 when there was none. `also_later`: later meetings of the round that are no
    outings yet become such, with the same plan. Raises Changed when somebody else planned meanwhile, Refused for a
    meeting that is over or a planner who is no adviser here, NotFound, NotAllowed.
    """
    policy.require_may_plan(actor)
    meeting = meeting_to_come(actor, session_id, now)
    advisers = {one.seat_id for one in people.staff(actor, roles=policy.PLANNERS, now=now)}
    if plan.planner_id not in advisers:
        raise Refused(Refusal.NOT_A_PLANNER)
    there = Outing.objects.select_for_update(of=("self",)).visible_to(actor)
    row = there.filter(session_id=session_id).first()
    if version != (row.version if row else 0):
        raise Changed
    if row is None:
        row = Outing(organisation_id=actor.organisation_id, session_id=session_id, version=0, settled_at=now)
    before = row.planner_id
    row.version += 1
    _put(row, plan)
    row.save()
    journal.written(actor, "outings.planned", about=row.pk, at=now)
    if before not in (None, plan.planner_id):
        telling.tell_new_planner(actor, row, meeting, now)
    if also_later:
        _plan_later_ones(actor, meeting, plan, now)
    return row.pk


@action
def take_frame(actor: Actor, *, session_id: UUID, version: int, now: datetime) -> None:
    """The planner lets the plan be what fits everybody (S1-30). Raises NotAllowed for others, Changed, NotFound."""
    meeting_to_come(actor, session_id, now)
    row = _row(actor, session_id)
    policy.require_is_planner(actor, row.planner_id)
    if row.version != version:
        raise Changed
    _put_frame(row, frame_of(row.plan(), said_about(actor, row)))
    row.version += 1
    row.save()
    journal.written(actor, "outings.fitted", about=row.pk, at=now)


@action
def no_outing(actor: Actor, *, session_id: UUID, now: datetime) -> None:
    """This meeting is no outing after all: its plan goes, and all that people have said for it. Twice is fine."""
    policy.require_may_plan(actor)
    row = Outing.objects.visible_to(actor).filter(session_id=session_id).first()
    if row is not None:
        key = row.pk
        row.delete()
        journal.written(actor, "outings.taken_away", about=key, at=now)


@action
def pass_planning_on(actor: Actor, *, from_seat: UUID, to_seat: UUID, now: datetime) -> None:
    """Somebody leaves the house: another adviser plans what that seat planned; who has said something is told."""
    policy.require_may_plan(actor)
    rows = list(Outing.objects.visible_to(actor).filter(planner_id=from_seat))
    meetings = {one.session_id: one for one in groups.meetings(actor, [row.session_id for row in rows])}
    for row in rows:
        row.planner_id = to_seat
        row.version += 1
        row.save(update_fields=["planner_id", "version"])
        if row.session_id in meetings:
            telling.tell_new_planner(actor, row, meetings[row.session_id], now)
    journal.written(actor, "outings.planning_passed_on", about=to_seat, at=now)


def meeting_to_come(actor: Actor, session_id: UUID, now: datetime) -> groups.MeetingPlanned:
    """Raises NotFound for another organisation's, Refused for one that is over or called off."""
    found = groups.meetings(actor, [session_id])
    if not found:
        raise NotFound
    if found[0].ends_at <= now:
        raise Refused(Refusal.IS_OVER)
    if found[0].state is groups.SessionState.CALLED_OFF:
        raise Refused(Refusal.CALLED_OFF)
    return found[0]


def _row(actor: Actor, session_id: UUID) -> Outing:
    rows = Outing.objects.select_for_update(of=("self",)).visible_to(actor)
    row = rows.filter(session_id=session_id).first()
    if row is None:
        raise NotFound
    return row


def _plan_later_ones(actor: Actor, meeting: groups.MeetingPlanned, plan: Plan, now: datetime) -> None:
    later = [one for one in groups.meetings_of_round(actor, meeting.round_id) if _is_later(one, meeting)]
    known = Outing.objects.visible_to(actor).filter(session_id__in=[one.session_id for one in later])
    taken = set(known.values_list("session_id", flat=True))
    made = []
    for one in later:
        if one.session_id not in taken:
            row = Outing(organisation_id=actor.organisation_id, session_id=one.session_id, settled_at=now)
            _put(row, plan)
            made.append(row)
    Outing.objects.bulk_create(made)
    for row in made:
        journal.written(actor, "outings.planned", about=row.pk, at=now)


def _is_later(one: groups.MeetingPlanned, meeting: groups.MeetingPlanned) -> bool:
    return one.starts_at > meeting.starts_at and one.state is not groups.SessionState.CALLED_OFF


def _put(row: Outing, plan: Plan) -> None:
    row.planner_id, row.route = plan.planner_id, plan.route.strip()
    _put_frame(row, plan.frame)
    _put_all(row, plan.safety, (one.name for one in fields(Safety)))


def _put_frame(row: Outing, frame: Frame) -> None:
    _put_all(row, frame, ("minutes", "metres", "break_every", "toilet", "benches"))
    row.pace, row.terrain = frame.pace or "", frame.terrain or ""


def _put_all(row: Outing, source: object, names: Iterable[str]) -> None:
    for name in names:
        value = getattr(source, name)
        setattr(row, name, value.strip() if isinstance(value, str) else value)
