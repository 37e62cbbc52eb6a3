"""What the roster has to say to one employee: her duties, and where somebody is missing that she could take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q

from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import Away, Duty, facts_of
from ..rules import Employee, Missing, Roster, busy_beside, decide_take_over, to_ask_about
from .shown import Around, AwayShown, DutyShown, MeetingOnRoster, away_shown, duty_rows, meeting_on_roster

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


@dataclass(frozen=True, slots=True)
class MyPart:
    """My duties of the next two weeks, by time, those of called-off meetings too; where I am asked to help out, by
    time; and when I am away, now or later.
    """

    duties: list[MyDuty]
    asked: list[Asked]
    away: list[AwayShown]


@query
def my_part(actor: Actor, now: datetime, language: str) -> MyPart:
    """What the roster says to whoever asks: what she is on, and where somebody is missing while she is free.

    Read in one go, since it stands on every employee's first page. Raises NotAllowed.
    """
    seat_id = policy.require_may_plan(actor)
    zone = people.organisation(actor.organisation_id).time_zone
    names = {one.seat_id: one for one in people.employed(actor)}
    employees = {key: Employee(key, one.from_on, one.until_on) for key, one in names.items()}
    times = groups.meeting_times(actor, from_at=now, until_at=now + AHEAD)
    roster = facts_of(actor, times, zone=zone, employees=employees)
    mine = Duty.objects.visible_to(actor).filter(seat_id=seat_id, ends_at__gt=now, starts_at__lt=now + AHEAD)
    free = _free(now, roster, seat_id)
    ids = list({*mine.values_list("session_id", flat=True), *free})
    around = Around(
        actor=actor,
        roster=roster,
        names={key: one.name for key, one in names.items()},
        rows=duty_rows(actor, ids),
        called_off=groups.called_off(actor, ids),
        now=now,
    )
    shown = [meeting_on_roster(one, around) for one in groups.meetings(actor, ids, language=language)]
    return MyPart(
        duties=[MyDuty(duty, meeting) for meeting in shown for duty in meeting.duties if duty.mine],
        asked=[_asked(one) for one in shown if one.session_id in free and one.gaps],
        away=_times_away(seat_id, around),
    )


def _free(now: datetime, roster: Roster, seat_id: UUID) -> set[UUID]:
    """The meetings that lack somebody and that this employee could take."""
    return {
        meeting.session_id
        for meeting in to_ask_about(now, roster)
        if decide_take_over(now, meeting, roster, seat_id, busy_beside(roster, meeting)) is None
    }


def _asked(one: MeetingOnRoster) -> Asked:
    return Asked(
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


def _times_away(seat_id: UUID, around: Around) -> list[AwayShown]:
    still = Q(until_at=None) | Q(until_at__gt=around.now)
    rows = Away.objects.visible_to(around.actor).filter(still, seat_id=seat_id).order_by("from_at", "pk")
    return [away_shown(row, around.actor, around.names, around.zone) for row in rows]


@query
def is_on_duty_later(actor: Actor, seat_id: UUID, now: datetime) -> bool:
    """Whether this seat is on duty at a meeting to come. Never at how many."""
    return Duty.objects.visible_to(actor).filter(seat_id=seat_id, starts_at__gt=now).exists()
