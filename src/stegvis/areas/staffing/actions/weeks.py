"""A week of the roster, locked while it is changed: two who change it come one after the other."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotFound, Refused

from ..models import RosterWeek, RoundStaffing, facts_of
from ..rules import (
    Meeting,
    Needs,
    OnDuty,
    Refusal,
    Roster,
    bounds,
    busy_beside,
    check_has_decided,
    looked_after_from,
    monday_of,
)


@dataclass(frozen=True, slots=True)
class Scene:
    """One meeting and the week around it, as they are once nobody else can change them."""

    time: groups.MeetingTime
    meeting: Meeting
    roster: Roster
    week: RosterWeek

    @property
    def busy(self) -> list[OnDuty]:
        return busy_beside(self.roster, self.meeting)


def zone_of(actor: Actor) -> str:
    """The IANA time zone of the actor's organisation."""
    return people.organisation(actor.organisation_id).time_zone


def lock_week(actor: Actor, monday: date, now: datetime) -> RosterWeek:
    """This week, locked until the action is over; made when nobody has changed it before."""
    weeks = RosterWeek.objects.select_for_update().filter(
        organisation_id=actor.organisation_id, monday=monday
    )
    if week := weeks.first():
        return week
    RosterWeek.objects.bulk_create(
        [RosterWeek(organisation_id=actor.organisation_id, monday=monday)], ignore_conflicts=True
    )
    week = weeks.get()
    journal.written(Actor.housekeeper(actor.organisation_id), "staffing.week_begun", about=week.pk, at=now)
    return week


def unchanged(week: RosterWeek, version: int) -> None:
    """Raises Changed when somebody else changed the week since this version."""
    if week.version != version:
        raise Changed


def count_change(week: RosterWeek) -> None:
    week.version += 1
    week.save(update_fields=["version"])


def week_facts(actor: Actor, monday: date, zone: str) -> tuple[list[groups.MeetingTime], Roster]:
    """What meets in a week, and all that the rules need about it."""
    from_at, until_at = bounds(monday, zone=zone)
    times = groups.meeting_times(actor, from_at=from_at, until_at=until_at)
    return times, facts_of(actor, times, zone=zone)


def scene_of(actor: Actor, session_id: UUID, now: datetime) -> Scene:
    """A meeting and its week, locked. Raises NotFound for another organisation's, Refused when it is called off."""
    found = groups.meeting_times_of(actor, [session_id])
    if not found:
        raise NotFound
    monday = monday_of(found[0].on)
    week = lock_week(actor, monday, now)
    times, roster = week_facts(actor, monday, zone_of(actor))
    time = next((one for one in times if one.session_id == session_id), None)
    if time is None:
        raise NotFound
    meeting = next((one for one in roster.meetings if one.session_id == session_id), None)
    if meeting is None:
        raise Refused(Refusal.CALLED_OFF)
    return Scene(time, meeting, roster, week)


def require_still_open(scene: Scene, now: datetime) -> None:
    """Raises Refused for what is over, and for what the check has decided: planning comes too late then (S1-31)."""
    if scene.meeting.ends_at <= now:
        raise Refused(Refusal.MEETING_IS_OVER)
    if check_has_decided(now, scene.meeting, scene.roster):
        raise Refused(Refusal.CHECK_HAS_PASSED)


def put_into_roster(actor: Actor, times: Collection[groups.MeetingTime], zone: str, now: datetime) -> None:
    """From the first duty on, a round is looked after: its meetings whose check time is still to come (S1-31)."""
    rounds = {one.round_id for one in times}
    known = RoundStaffing.objects.filter(organisation_id=actor.organisation_id, round_id__in=rounds)
    since = looked_after_from(now, Needs(), zone=zone)
    RoundStaffing.objects.bulk_create(
        [
            RoundStaffing(organisation_id=actor.organisation_id, round_id=round_id, looked_after_from=since)
            for round_id in sorted(rounds - set(known.values_list("round_id", flat=True)), key=str)
        ],
        ignore_conflicts=True,
    )
