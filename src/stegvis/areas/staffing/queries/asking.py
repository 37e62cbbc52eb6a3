"""What the roster has to say to one employee: her duties, and where somebody is missing that she could take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import Duty, facts_of
from ..rules import Missing, busy_beside, decide_take_over, to_ask_about
from .shown import Around, DutyShown, MeetingOnRoster, duty_rows, meeting_on_roster

AHEAD = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class MyDuty:
    """One duty of mine to come, and the meeting it is at."""

    duty: DutyShown
    meeting: MeetingOnRoster


@dataclass(frozen=True, slots=True)
class Asked:
    """A meeting that lacks somebody, which I could take. `needs_competence`: what I would have to be able to do."""

    session_id: UUID
    title: str
    language: str
    on: date
    starts: time
    ends: time
    meeting_place: str
    missing: tuple[Missing, ...]
    needs_competence: str
    answer_by: datetime


@query
def my_duties(actor: Actor, now: datetime, language: str) -> list[MyDuty]:
    """My duties of the next two weeks, by time; those of called-off meetings too. Raises NotAllowed."""
    seat_id = policy.require_may_plan(actor)
    mine = Duty.objects.visible_to(actor).filter(seat_id=seat_id, ends_at__gt=now, starts_at__lt=now + AHEAD)
    planned = groups.meetings(actor, list(mine.values_list("session_id", flat=True)), language=language)
    around = _around(actor, planned, now)
    meetings = [meeting_on_roster(one, around) for one in planned]
    return [MyDuty(duty, meeting) for meeting in meetings for duty in meeting.duties if duty.mine]


@query
def asked_of_me(actor: Actor, now: datetime, language: str) -> list[Asked]:
    """Where somebody is missing in the next days and I am free: "can you take it?". By time. Raises NotAllowed."""
    seat_id = policy.require_may_plan(actor)
    zone = people.organisation(actor.organisation_id).time_zone
    times = groups.meeting_times(actor, from_at=now, until_at=now + AHEAD)
    roster = facts_of(actor, times, zone=zone)
    free = [
        meeting.session_id
        for meeting in to_ask_about(now, roster)
        if decide_take_over(now, meeting, roster, seat_id, busy_beside(roster, meeting)) is None
    ]
    if not free:
        return []
    planned = groups.meetings(actor, free, language=language)
    around = Around(actor, roster, {}, {}, {}, now)
    shown = [meeting_on_roster(one, around) for one in planned]
    return [
        Asked(
            session_id=one.session_id,
            title=one.title,
            language=one.language,
            on=one.on,
            starts=one.gaps[0].starts,
            ends=one.gaps[-1].ends,
            meeting_place=one.meeting_place,
            missing=one.missing,
            needs_competence=one.competence if Missing.COMPETENCE in one.missing else "",
            answer_by=one.check_at,
        )
        for one in shown
        if one.gaps
    ]


@query
def is_on_duty_later(actor: Actor, seat_id: UUID, now: datetime) -> bool:
    """Whether this seat is on duty at a meeting to come. Never at how many."""
    return Duty.objects.visible_to(actor).filter(seat_id=seat_id, starts_at__gt=now).exists()


def _around(actor: Actor, planned: list[groups.MeetingPlanned], now: datetime) -> Around:
    ids = [one.session_id for one in planned]
    return Around(
        actor=actor,
        roster=facts_of(actor, planned, zone=people.organisation(actor.organisation_id).time_zone),
        names={one.seat_id: one.name for one in people.employed(actor)},
        rows=duty_rows(actor, ids),
        called_off=groups.called_off(actor, ids),
        now=now,
    )
