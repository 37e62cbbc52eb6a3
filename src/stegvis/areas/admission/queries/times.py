"""Times for a talk: the next free ones, whose talk is when, and what an adviser has offered."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import TalkBooking, TalkTime
from ..rules import NOTICE


@dataclass(frozen=True, slots=True)
class TimeShown:
    """A time for a talk: with whom (the name people use here), when in local time, and where if anybody has said."""

    time_id: UUID
    adviser: str
    on: date
    starts: time
    ends: time
    place: str


@dataclass(frozen=True, slots=True)
class Booked:
    """The time somebody has chosen. `told_by`: the adviser who wrote it down, empty when she chose it herself."""

    time: TimeShown
    told_by: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class OfferedTime:
    """A time as the advisers' page shows it. `participant_id` None: free, kept without a name, or taken by `somebody`
    who has closed her door to this adviser or her talks to all.
    """

    time: TimeShown
    mine: bool
    taken_without_name: bool
    participant_id: UUID | None
    nickname: str
    somebody: bool


@dataclass(frozen=True, slots=True)
class BookedToday:
    """Somebody who comes for a talk today, as the desk shows it. No name where she comes without one, or closed it."""

    time: TimeShown
    participant_id: UUID | None
    nickname: str


@query
def free_times(actor: Actor, now: datetime) -> list[TimeShown]:
    """The times that can still be chosen, the next first. The same for everybody but who offers them."""
    if not actor.may(policy.READ_OWN):
        policy.require_may_hold_talk(actor)
    rows = TalkTime.objects.visible_to(actor).filter(booking=None, taken_without_name=False)
    rows = rows.filter(starts_at__gt=now + NOTICE if actor.may(policy.READ_OWN) else now)
    return _shown(actor, rows)


@query
def offered_times(actor: Actor, now: datetime) -> list[OfferedTime]:
    """All times from today on, with who comes. Every participant named is logged as seen.

    Raises NotAllowed for anybody but an adviser.
    """
    policy.require_may_hold_talk(actor)
    rows = TalkTime.objects.visible_to(actor).filter(on__gte=timezone.localtime(now).date())
    times = list(rows.select_related("booking").order_by("starts_at", "pk"))
    return _with_people(actor, times, why="admission.offered_times", now=now)


@query
def booked_today(actor: Actor, now: datetime, *, looked_at: Collection[UUID] = ()) -> list[BookedToday]:
    """Who comes for a talk today, in order. Every participant named is logged as seen, but for those in `looked_at`:
    the same page has logged them already. Raises NotAllowed for anybody but an adviser.
    """
    policy.require_may_hold_talk(actor)
    today = TalkTime.objects.visible_to(actor).filter(on=timezone.localtime(now).date())
    taken = today.exclude(booking=None, taken_without_name=False)
    times = list(taken.select_related("booking").order_by("starts_at", "pk"))
    rows = _with_people(actor, times, why="admission.booked_today", now=now, looked_at=looked_at)
    return [BookedToday(row.time, row.participant_id, row.nickname) for row in rows]


def booked_by_wish(actor: Actor, wish_ids: list[UUID]) -> dict[UUID, Booked]:
    """The times that belong to these wishes."""
    rows = TalkBooking.objects.visible_to(actor).filter(wish_id__in=wish_ids).select_related("time")
    bookings = list(rows)
    seats = {row.time.adviser_id for row in bookings} | {
        r.told_by_seat_id for r in bookings if r.told_by_seat_id
    }
    names = people.seat_names(actor, seats) if seats else {}
    return {
        row.wish_id: Booked(
            time=_time(row.time, names),
            told_by=names.get(row.told_by_seat_id, "") if row.told_by_seat_id else "",
            confirmed=row.told_by_seat_id is None or row.confirmed_at is not None,
        )
        for row in bookings
    }


def _with_people(
    actor: Actor, times: list[TalkTime], *, why: str, now: datetime, looked_at: Collection[UUID] = ()
) -> list[OfferedTime]:
    booked = [row.pk for row in times if hasattr(row, "booking")]
    bookings = TalkBooking.objects.visible_to(actor).filter(time__in=booked)
    whose = dict(bookings.values_list("time_id", "wish__participant_id")) if booked else {}
    nicknames = people.nicknames(actor, set(whose.values())) if whose else {}
    new = [who for who in nicknames if who not in set(looked_at)]
    journal.seen(actor, about=new, why=why, at=now)
    names = people.seat_names(actor, {row.adviser_id for row in times}) if times else {}
    return [
        OfferedTime(
            time=_time(row, names),
            mine=row.adviser_id == actor.seat_id,
            taken_without_name=row.taken_without_name,
            participant_id=whose.get(row.pk),
            nickname=nicknames.get(whose[row.pk], "") if row.pk in whose else "",
            somebody=row.pk in booked and row.pk not in whose,
        )
        for row in times
    ]


def _shown(actor: Actor, rows: QuerySet[TalkTime]) -> list[TimeShown]:
    times = list(rows.order_by("starts_at", "pk"))
    names = people.seat_names(actor, {row.adviser_id for row in times}) if times else {}
    return [_time(row, names) for row in times]


def _time(row: TalkTime, names: Mapping[UUID, str]) -> TimeShown:
    return TimeShown(row.pk, names.get(row.adviser_id, ""), row.on, row.starts, row.ends, row.place)
