"""One week of the roster set into another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused

from .. import policy
from ..models import Duty
from ..rules import OnDuty, Refusal, Roster, busy_beside, copied, decide_duty, what_to_call_off
from ..rules.weeks import WEEK
from .weeks import count_change, lock_week, put_into_roster, unchanged, week_facts, zone_of


@dataclass(frozen=True, slots=True)
class Copied:
    """How many duties were planned, and how many could not be: away, elsewhere, no longer here, or there already."""

    planned: int
    left_out: int


@action
def copy_week(
    actor: Actor, *, monday: date, from_monday: date | None = None, version: int, now: datetime
) -> Copied:
    """Plan a week like the one before, or like another: same round, same day, same hours on the wall.

    What stands stays; nobody is planned twice, while away, or in two places. Raises Changed when somebody else changed
    the week since `version`, Refused when nothing can be copied, NotAllowed.
    """
    policy.require_may_plan(actor)
    if monday.weekday() or (from_monday or monday).weekday():
        raise Refused(Refusal.NOT_A_MONDAY)
    week, zone = lock_week(actor, monday, now), zone_of(actor)
    unchanged(week, version)
    _, before = week_facts(actor, from_monday or monday - WEEK, zone)
    times, roster = week_facts(actor, monday, zone)
    off = set(what_to_call_off(now, roster))
    meetings = {
        one.session_id: one for one in roster.meetings if one.starts_at > now and one.session_id not in off
    }
    planned: list[OnDuty] = []
    wanted = copied(before.meetings, before.duties, meetings.values(), zone=zone)
    for duty in wanted:
        now_known = _with(roster, planned)
        if decide_duty(
            duty, meetings[duty.session_id], now_known, busy_beside(now_known, meetings[duty.session_id])
        ):
            continue
        planned.append(duty)
    if not planned:
        raise Refused(Refusal.NOTHING_TO_COPY)
    Duty.objects.bulk_create(_row(actor, duty) for duty in planned)
    touched: set[UUID] = {duty.session_id for duty in planned}
    put_into_roster(actor, [one for one in times if one.session_id in touched], zone, now)
    count_change(week)
    journal.written(actor, "staffing.week_copied", about=week.pk, at=now)
    return Copied(len(planned), len(wanted) - len(planned))


def _with(roster: Roster, planned: list[OnDuty]) -> Roster:
    duties = {key: list(there) for key, there in roster.duties.items()}
    for duty in planned:
        duties.setdefault(duty.session_id, []).append(duty)
    return replace(roster, duties=duties)


def _row(actor: Actor, duty: OnDuty) -> Duty:
    return Duty(
        organisation_id=actor.organisation_id,
        session_id=duty.session_id,
        seat_id=duty.seat_id,
        starts_at=duty.starts_at,
        ends_at=duty.ends_at,
        carries=sorted(one.value for one in duty.carries),
    )
