"""Times for a talk: offered and called off by advisers, chosen, changed and given back by whoever wants the talk."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime, time
from uuid import UUID

from django.db import IntegrityError
from django.db.models import QuerySet

from stegvis.areas.directory import api as directory
from stegvis.areas.messages import api as messages
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action, trying
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.models import require_open_door

from .. import policy
from ..models import SECTION, TalkBooking, TalkRequest, TalkTime
from ..rules import Refusal, RequestState, decide_time, keeps_words, plan_times
from ..texts import TIME_CALLED_OFF
from .documentation import documentation_of


@action
def offer_times(
    actor: Actor,
    *,
    first_on: date,
    weeks: int,
    starts: time,
    until: time,
    minutes: int,
    place: str,
    now: datetime,
) -> int:
    """An adviser offers times of her own: one after another that day, and on the same weekday for so many weeks.

    Gives how many there are now that were not there before: the same times sent twice are there once. Raises Refused
    when no time comes of it, NotAllowed for anybody but an adviser.
    """
    policy.require_may_hold_talk(actor)
    zone = people.organisation(actor.organisation_id).time_zone
    planned = plan_times(
        first_on=first_on, weeks=weeks, starts=starts, until=until, minutes=minutes, zone=zone, now=now
    )
    if isinstance(planned, Refusal):
        raise Refused(planned)
    own = TalkTime.objects.visible_to(actor).filter(adviser_id=actor.seat_id)
    there = set(
        own.filter(starts_at__in=[one.starts_at for one in planned]).values_list("starts_at", flat=True)
    )
    new = [
        TalkTime(
            organisation_id=actor.organisation_id,
            adviser_id=_seat(actor),
            place=place.strip(),
            **dataclasses.asdict(one),
        )
        for one in planned
        if one.starts_at not in there
    ]
    if new:
        TalkTime.objects.bulk_create(new, ignore_conflicts=True)
        journal.written(actor, "admission.times_offered", about=_seat(actor), outcome=str(len(new)), at=now)
    return len(new)


@action
def call_off_time(actor: Actor, *, time_id: UUID, now: datetime) -> None:
    """The adviser, or one in her place, has no room then after all. Whoever had chosen it is told kindly.

    Her wish stands where it stood in the order. Raises NotAllowed for anybody but an adviser, NotFound.
    """
    policy.require_may_hold_talk(actor)
    row = TalkTime.objects.one_visible_to(actor, time_id)
    booking = _booked(actor, row).select_related("wish").first()
    if booking is not None:
        messages.send(
            actor,
            participant_id=booking.wish.participant_id,
            kind=TIME_CALLED_OFF,
            about=booking.wish_id,
            arguments={"on": row.on.isoformat(), "starts": row.starts.isoformat("minutes")},
            key=f"{TIME_CALLED_OFF}:{row.pk}:{booking.wish_id}",
            now=now,
        )
    row.delete()
    journal.written(actor, "admission.time_called_off", about=time_id, at=now)


@action
def keep_without_name(actor: Actor, *, time_id: UUID, taken: bool, now: datetime) -> None:
    """Somebody who has not said who they are comes at this time, or does not after all: no row about anybody (X-15).

    Raises Refused when a participant has the time, NotAllowed for anybody but an adviser, NotFound.
    """
    policy.require_may_hold_talk(actor)
    row = _locked(actor, time_id)
    if _booked(actor, row).exists():
        raise Refused(Refusal.TIME_TAKEN)
    if row.taken_without_name is taken:
        return
    row.taken_without_name = taken
    row.save(update_fields=["taken_without_name"])
    journal.written(actor, "admission.time_kept" if taken else "admission.time_freed", about=time_id, at=now)


@action
def choose_time(actor: Actor, *, time_id: UUID, listing_id: UUID | None = None, now: datetime) -> None:
    """The participant chooses a time for her talk; with that she has asked for one. Another time gives back the first.

    Raises Refused when somebody else was faster or it is too near, NotAllowed for anybody but a participant, NotFound.
    """
    policy.require_may_read_own(actor)
    mine = people.my_participant(actor)
    if listing_id is not None:
        directory.joining_facts(actor, listing_id)
    _book(actor, _wish(actor, mine.id, listing_id, now), time_id, now)


@action
def choose_time_for(actor: Actor, *, participant_id: UUID, time_id: UUID, now: datetime) -> None:
    """An adviser writes down the time that somebody wants, by phone or at the desk. She may confirm it (S3-19).

    Raises Refused also where staff write nothing about anybody (X-15), NotAllowed for anybody but an adviser,
    NotFound for another organisation's participant or time.
    """
    policy.require_may_hold_talk(actor)
    people.participant_shown(actor, participant_id)
    require_open_door(actor, participant_id, SECTION)
    wish = _wish(actor, participant_id, None, now)
    if not keeps_words(documentation_of(actor, wish.listing_id)):
        raise Refused(Refusal.NOTHING_IS_WRITTEN_HERE)
    _book(actor, wish, time_id, now)


@action
def give_time_back(actor: Actor, *, now: datetime) -> None:
    """She does not come then. One tap, no reason; she still stands where she stood among those who wait."""
    policy.require_may_read_own(actor)
    mine = people.my_participant(actor)
    _give_back(actor, mine.id, now)


@action
def give_time_back_for(actor: Actor, *, participant_id: UUID, now: datetime) -> None:
    """An adviser writes down that she does not come then, as she said. Raises NotAllowed for anybody else."""
    policy.require_may_hold_talk(actor)
    _give_back(actor, participant_id, now)


@action
def confirm_time(actor: Actor, *, now: datetime) -> None:
    """It is right that she comes then, as an adviser wrote down. Once is enough."""
    policy.require_may_read_own(actor)
    mine = people.my_participant(actor)
    booking = TalkBooking.objects.visible_to(actor).filter(wish__participant_id=mine.id).first()
    if booking is None or booking.told_by_seat_id is None or booking.confirmed_at is not None:
        return
    booking.confirmed_at = now
    booking.save(update_fields=["confirmed_at"])
    journal.written(actor, "admission.time_confirmed", about=mine.id, at=now)


@action
def forget_past_times(actor: Actor, *, now: datetime, today: date) -> None:
    """Times of earlier days go, and what was booked with them: they would only tell who did not come."""
    past = TalkTime.objects.visible_to(actor).filter(on__lt=today)
    if past.exists():
        past.delete()
        journal.written(actor, "admission.past_times_forgotten", about=actor.organisation_id, at=now)


def _book(actor: Actor, wish: TalkRequest, time_id: UUID, now: datetime) -> None:
    by_herself = actor.may(policy.READ_OWN)
    mine = TalkBooking.objects.visible_to(actor).filter(wish=wish).first()
    if mine is not None and mine.time_id == time_id:
        return
    row = _locked(actor, time_id) if not by_herself else _locked_for_her(actor, time_id)
    free = not row.taken_without_name and not TalkBooking.objects.filter(time_id=row.pk).exists()
    if refusal := decide_time(starts_at=row.starts_at, now=now, free=free, by_herself=by_herself):
        raise Refused(refusal)
    if mine is not None:
        mine.delete()
    try:
        with trying():
            TalkBooking.objects.create(
                organisation_id=actor.organisation_id,
                time=row,
                wish=wish,
                booked_at=now,
                told_by_seat_id=None if by_herself else _seat(actor),
            )
    except IntegrityError:
        raise Refused(Refusal.TIME_TAKEN) from None
    journal.written(actor, "admission.time_chosen", about=wish.participant_id, at=now)


def _booked(actor: Actor, row: TalkTime) -> QuerySet[TalkBooking]:
    """What is booked at this time: a time is taken, and whoever took it is told, behind a closed door too."""
    return TalkBooking.objects.filter(organisation_id=actor.organisation_id, time=row)


def _locked(actor: Actor, time_id: UUID) -> TalkTime:
    return TalkTime.objects.select_for_update(of=("self",)).one_visible_to(actor, time_id)


def _locked_for_her(actor: Actor, time_id: UUID) -> TalkTime:
    """The time she pressed. One that she no longer sees was taken a moment ago, or called off."""
    seen = TalkTime.objects.filter(organisation_id=actor.organisation_id)
    row = seen.select_for_update(of=("self",)).filter(pk=time_id).first()
    if row is None:
        raise NotFound
    return row


def _wish(actor: Actor, participant_id: UUID, listing_id: UUID | None, now: datetime) -> TalkRequest:
    """Her wish for a talk, asked for by the choice of a time when she had none. A time says how she will come."""
    wish, is_new = TalkRequest.objects.get_or_create(
        organisation_id=actor.organisation_id,
        participant_id=participant_id,
        state=RequestState.ASKED,
        defaults={
            "asked_at": now,
            "listing_id": listing_id,
            "told_by_seat_id": None if actor.may(policy.READ_OWN) else _seat(actor),
        },
    )
    if not is_new and listing_id is not None and wish.listing_id != listing_id:
        wish.listing_id = listing_id
        wish.save(update_fields=["listing"])
    return wish


def _give_back(actor: Actor, participant_id: UUID, now: datetime) -> None:
    booking = TalkBooking.objects.visible_to(actor).filter(wish__participant_id=participant_id).first()
    if booking is not None:
        booking.delete()
        journal.written(actor, "admission.time_given_back", about=participant_id, at=now)


def _seat(actor: Actor) -> UUID:
    """The seat that offers or writes down. Somebody without a seat does neither."""
    if actor.seat_id is None:
        raise NotAllowed
    return actor.seat_id
