"""Who is on duty: planning, changing and ending it, and a substitute's yes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, time
from uuid import UUID

from stegvis.areas.groups import api as groups
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused

from .. import policy
from ..models import Duty, facts_of
from ..rules import (
    Carries,
    Missing,
    OnDuty,
    Refusal,
    busy_beside,
    decide_duty,
    decide_take_over,
    moment,
    staffing_of,
    what_lacks,
)
from .checking import call_off_what_is_due
from .weeks import (
    Scene,
    count_change,
    put_into_roster,
    require_still_open,
    scene_of,
    unchanged,
    zone_of,
)

TAKEN_ON = {Missing.SECOND_ADULT: Carries.SECOND_ADULT, Missing.DROP_IN: Carries.DROP_IN}
"""What a substitute carries by saying yes. Being able to do something is not among it: that she says herself."""


@action
def plan_duty(
    actor: Actor,
    *,
    session_id: UUID,
    seat_id: UUID,
    starts: time | None = None,
    ends: time | None = None,
    carries: Collection[Carries] = (),
    version: int,
    now: datetime,
) -> UUID:
    """Plan an employee for a meeting, by the clock on the wall from `starts` to `ends`; None: as the meeting.

    Gives the duty's id; the very same one planned twice is one. From its first duty on, a round is looked after. Raises
    Refused (see `rules.decide_duty`), Changed when somebody else changed the week since `version`, NotFound,
    NotAllowed.
    """
    policy.require_may_plan(actor)
    scene = scene_of(actor, session_id, now)
    wanted = _wanted(scene, seat_id, starts, ends, carries)
    if same := _same(actor, wanted):
        return same
    unchanged(scene.week, version)
    require_still_open(scene, now)
    if refusal := decide_duty(wanted, scene.meeting, scene.roster, scene.busy):
        raise Refused(refusal)
    return _plan(actor, scene, wanted, now)


@action
def change_duty(
    actor: Actor,
    *,
    duty_id: UUID,
    starts: time,
    ends: time,
    carries: Collection[Carries],
    version: int,
    now: datetime,
) -> None:
    """Give a duty other hours, or let her carry something else. What has too few then is called off if it is time.

    Raises as `plan_duty`.
    """
    policy.require_may_plan(actor)
    duty = Duty.objects.all().one_visible_to(actor, duty_id)
    scene = scene_of(actor, duty.session_id, now)
    wanted = _wanted(scene, duty.seat_id, starts, ends, carries)
    unchanged(scene.week, version)
    require_still_open(scene, now)
    others = [
        one
        for one in scene.roster.duties_at(scene.meeting)
        if (one.seat_id, one.starts_at) != (duty.seat_id, duty.starts_at)
    ]
    without_it = replace(scene.roster, duties={**scene.roster.duties, duty.session_id: others})
    if refusal := decide_duty(wanted, scene.meeting, without_it, scene.busy):
        raise Refused(refusal)
    duty.starts_at, duty.ends_at, duty.carries = wanted.starts_at, wanted.ends_at, _codes(wanted.carries)
    duty.save(update_fields=["starts_at", "ends_at", "carries"])
    count_change(scene.week)
    journal.written(actor, "staffing.duty_changed", about=duty.session_id, at=now)
    call_off_what_is_due(actor, now)


@action
def end_duty(actor: Actor, *, duty_id: UUID, version: int, now: datetime) -> None:
    """Take a duty off the roster. Too few after the check time: the meeting is called off at once (S1-31).

    Ending what is gone already changes nothing. Raises Changed, Refused for a meeting that has been, NotAllowed.
    """
    policy.require_may_plan(actor)
    duty = Duty.objects.visible_to(actor).filter(pk=duty_id).first()
    if duty is None:
        return
    scene = scene_of(actor, duty.session_id, now)
    unchanged(scene.week, version)
    if scene.meeting.ends_at <= now:
        raise Refused(Refusal.MEETING_IS_OVER)
    duty.delete()
    count_change(scene.week)
    journal.written(actor, "staffing.duty_ended", about=duty.session_id, at=now)
    call_off_what_is_due(actor, now)


@action
def take_over(actor: Actor, *, session_id: UUID, can_do_it: bool = False, now: datetime) -> UUID:
    """A substitute says yes, for herself: she is on duty for the part that lacks somebody, and carries what lacks.

    `can_do_it`: she says that she can do what the group needs somebody to be able to. Gives the duty's id. Raises
    Refused (somebody else was faster, the check time has passed, she is away or elsewhere), NotFound, NotAllowed.
    """
    seat_id = policy.require_may_plan(actor)
    scene = scene_of(actor, session_id, now)
    if refusal := decide_take_over(now, scene.meeting, scene.roster, seat_id, scene.busy):
        raise Refused(refusal)
    span = what_lacks(now, scene.meeting, scene.roster)
    if span is None:
        raise Refused(Refusal.ENOUGH_ALREADY)
    to_come = [gap for gap in staffing_of(scene.meeting, scene.roster).gaps if gap.ends_at > now]
    lacking = {what for gap in to_come for what in gap.missing}
    carries = {TAKEN_ON[what] for what in lacking if what in TAKEN_ON}
    if can_do_it and Missing.COMPETENCE in lacking:
        carries.add(Carries.COMPETENCE)
    return _plan(actor, scene, OnDuty(session_id, seat_id, *span, frozenset(carries)), now)


@action
def pass_duties_on(actor: Actor, *, from_seat: UUID, to_seat: UUID, now: datetime) -> None:
    """The duties to come of somebody who leaves go to this seat; what it cannot take is an open gap in the roster.

    Raises NotAllowed, NotFound for a seat that is not employed here.
    """
    policy.require_may_plan(actor)
    hers = Duty.objects.visible_to(actor).filter(seat_id=from_seat, starts_at__gt=now).order_by("starts_at")
    for duty in list(hers):
        time_of = groups.meeting_times_of(actor, [duty.session_id])
        times = groups.meeting_times(actor, from_at=time_of[0].starts_at, until_at=time_of[0].ends_at)
        roster = facts_of(actor, times, zone=zone_of(actor))
        if to_seat not in roster.employees and roster.meetings:
            raise NotFound
        meeting = next((one for one in roster.meetings if one.session_id == duty.session_id), None)
        wanted = OnDuty(duty.session_id, to_seat, duty.starts_at, duty.ends_at, frozenset())
        if meeting is None or decide_duty(wanted, meeting, roster, busy_beside(roster, meeting)):
            duty.delete()
        else:
            duty.seat_id = to_seat
            duty.save(update_fields=["seat"])
    journal.written(actor, "staffing.duties_passed_on", about=to_seat, at=now)
    call_off_what_is_due(actor, now)


def _wanted(
    scene: Scene, seat_id: UUID, starts: time | None, ends: time | None, carries: Collection[Carries]
) -> OnDuty:
    meeting, zone = scene.meeting, scene.roster.zone
    return OnDuty(
        meeting.session_id,
        seat_id,
        moment(meeting.on, starts, zone=zone) if starts else meeting.starts_at,
        moment(meeting.on, ends, zone=zone) if ends else meeting.ends_at,
        frozenset(carries),
    )


def _same(actor: Actor, wanted: OnDuty) -> UUID | None:
    row = Duty.objects.visible_to(actor).filter(
        session_id=wanted.session_id,
        seat_id=wanted.seat_id,
        starts_at=wanted.starts_at,
        ends_at=wanted.ends_at,
    )
    found = row.first()
    return found.pk if found and found.carries == _codes(wanted.carries) else None


def _plan(actor: Actor, scene: Scene, wanted: OnDuty, now: datetime) -> UUID:
    duty = Duty.objects.create(
        organisation_id=actor.organisation_id,
        session_id=wanted.session_id,
        seat_id=wanted.seat_id,
        starts_at=wanted.starts_at,
        ends_at=wanted.ends_at,
        carries=_codes(wanted.carries),
    )
    put_into_roster(actor, [scene.time], scene.roster.zone, now)
    count_change(scene.week)
    journal.written(actor, "staffing.duty_planned", about=wanted.session_id, at=now)
    return duty.pk


def _codes(carries: Collection[Carries]) -> list[str]:
    return sorted(one.value for one in carries)
