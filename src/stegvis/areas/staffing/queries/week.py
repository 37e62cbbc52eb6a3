"""The whole week at a glance: a constant number of questions, however many meet and work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import Away, RosterWeek, facts_of
from ..rules import bounds, monday_of, week_of, week_to_open
from .meeting import Person
from .shown import Around, AwayShown, MeetingOnRoster, away_shown, duty_rows, meeting_on_roster


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the week: what meets, by time, and who is away for some of it."""

    on: date
    is_today: bool
    meetings: tuple[MeetingOnRoster, ...]
    away: tuple[AwayShown, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """One week of the roster. `version` goes into its forms. `people`: who can be planned in it, by name."""

    monday: date
    version: int
    days: tuple[Day, ...]
    people: tuple[Person, ...]

    @property
    def earlier(self) -> date:
        return self.monday - timedelta(days=7)

    @property
    def later(self) -> date:
        return self.monday + timedelta(days=7)


def which_week(actor: Actor, now: datetime) -> date:
    """The Monday of the week that it is now where the organisation is."""
    return week_of(now, zone=people.organisation(actor.organisation_id).time_zone)


@query
def week_to_plan(actor: Actor, now: datetime) -> date:
    """The Monday of the week that the roster opens on: when nothing more meets in this one, the next is planned.

    What is called off asks nobody to come. Raises NotAllowed for whoever is not employed.
    """
    policy.require_may_plan(actor)
    zone = people.organisation(actor.organisation_id).time_zone
    from_at, until_at = bounds(week_of(now, zone=zone), zone=zone)
    meetings = groups.meeting_times(actor, from_at=from_at, until_at=until_at)
    ends = [one.ends_at for one in meetings if one.state is not groups.SessionState.CALLED_OFF]
    return week_to_open(now, ends, zone=zone)


@query
def week(actor: Actor, monday: date, now: datetime, language: str) -> Week:
    """The week that begins on this Monday (or that holds this day). Raises NotAllowed for whoever is not employed."""
    policy.require_may_plan(actor)
    monday = monday_of(monday)
    zone = people.organisation(actor.organisation_id).time_zone
    from_at, until_at = bounds(monday, zone=zone)
    planned = groups.meetings_between(actor, from_at=from_at, until_at=until_at, language=language)
    employed = people.employed(actor)
    names = {one.seat_id: one.name for one in employed}
    ids = [one.session_id for one in planned]
    around = Around(
        actor=actor,
        roster=facts_of(actor, planned, zone=zone),
        names=names,
        rows=duty_rows(actor, ids),
        called_off=groups.called_off(actor, ids),
        now=now,
    )
    away = _away(actor, from_at, until_at, names, zone)
    last = monday + timedelta(days=6)
    version = RosterWeek.objects.visible_to(actor).filter(monday=monday).values_list("version", flat=True)
    return Week(
        monday=monday,
        version=version.first() or 0,
        days=_days(monday, planned, around, away),
        people=tuple(
            Person(one.seat_id, one.name)
            for one in employed
            if one.from_on <= last and (one.until_on is None or one.until_on >= monday)
        ),
    )


@query
def away_now(actor: Actor, now: datetime) -> list[AwayShown]:
    """Who is away now or later, by name, oneself among them. Raises NotAllowed for whoever is not employed."""
    policy.require_may_plan(actor)
    zone = people.organisation(actor.organisation_id).time_zone
    names = {one.seat_id: one.name for one in people.employed(actor)}
    return list(_away(actor, now, datetime.max.replace(tzinfo=now.tzinfo), names, zone))


def _days(
    monday: date,
    planned: Sequence[groups.MeetingPlanned],
    around: Around,
    away: Sequence[AwayShown],
) -> tuple[Day, ...]:
    today = around.now.astimezone(around.zone).date()
    days = [monday + timedelta(days=number) for number in range(7)]
    return tuple(
        Day(
            on=day,
            is_today=day == today,
            meetings=tuple(meeting_on_roster(one, around) for one in planned if one.on == day),
            away=tuple(one for one in away if _is_on(one, day)),
        )
        for day in days
    )


def _is_on(away: AwayShown, day: date) -> bool:
    """Whether any of that day is in it: away until midnight is not away on the day that begins then."""
    last = (away.until_at - timedelta(microseconds=1)).date() if away.until_at else day
    return away.from_at.date() <= day <= last


def _away(
    actor: Actor, from_at: datetime, until_at: datetime, names: dict[UUID, str], zone: str
) -> tuple[AwayShown, ...]:
    still = Q(until_at=None) | Q(until_at__gt=from_at)
    rows = Away.objects.visible_to(actor).filter(still, from_at__lt=until_at).order_by("from_at", "pk")
    shown = [away_shown(row, actor, names, ZoneInfo(zone)) for row in rows]
    return tuple(sorted(shown, key=lambda one: (one.name.casefold(), one.from_at)))
