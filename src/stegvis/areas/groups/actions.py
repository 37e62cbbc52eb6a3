"""Every change of rounds and places. A place is given in one transaction with its number (S1-12, S3-19)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from uuid import UUID

from django.utils import timezone

from stegvis.areas.admission import api as admission
from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.once import made_once_by

from . import policy
from .models import Place, Round, Session
from .rules import Asking, PlaceState, Planned, Refusal, decide_place, plan_sessions


@action
def plan_round(
    actor: Actor,
    *,
    listing_id: UUID,
    from_on: date,
    until_on: date,
    capacity: int | None,
    recurrence: str,
    starts: time,
    ends: time,
    meeting_place: str,
    welcomed_by: UUID,
    now: datetime,
    wanted_id: UUID | None = None,
) -> UUID:
    """Plan one run of an offering with its dated meetings, in the organisation's time zone. Gives the round's id.

    `capacity` None: an open door. `recurrence` is an RFC 5545 rule without start or end, `welcomed_by` the seat of
    the one who meets newcomers. `wanted_id`: the key that the form carries; the same seat sending it again gets the
    round that is there. Raises Refused for days that cannot be, NotFound for another organisation's offering
    or seat, NotAllowed without the right to plan.
    """
    policy.require_may_plan(actor)
    directory.joining_facts(actor, listing_id)
    if welcomed_by not in people.seat_names(actor, [welcomed_by]):
        raise NotFound
    row = Round(
        organisation_id=actor.organisation_id,
        listing_id=listing_id,
        from_on=from_on,
        until_on=until_on,
        capacity=capacity,
        recurrence=recurrence,
        starts=starts,
        ends=ends,
        meeting_place=meeting_place,
        welcomed_by_id=welcomed_by,
    )
    return _plan(actor, row, wanted_id, now)


@action
def open_round(actor: Actor, *, round_id: UUID, open_for_new: bool, now: datetime) -> None:
    """Let a round take in new people, or not for now. Whoever holds a place keeps it."""
    policy.require_may_plan(actor)
    row = Round.objects.one_visible_to(actor, round_id)
    row.open_for_new = open_for_new
    row.save(update_fields=["open_for_new"])
    outcome = "open" if open_for_new else "closed"
    journal.written(actor, "groups.round_opened_or_closed", about=row.pk, outcome=outcome, at=now)


@action
def take_place(actor: Actor, *, round_id: UUID, now: datetime) -> UUID:
    """The participant takes a place herself. Gives its id; pressing twice gives the same place.

    Raises Refused with the first thing in the way (S1-12 before all), NotFound for another organisation's round,
    NotAllowed for anybody but a participant.
    """
    policy.require_may_take_place(actor)
    participant = people.my_participant(actor)
    return _give(actor, participant.id, round_id, now)


@action
def give_place(actor: Actor, *, participant_id: UUID, round_id: UUID, now: datetime) -> UUID:
    """An adviser records a participant's spoken yes. She sees who wrote it down until she confirms it (S3-19).

    The rules are the same as for her own hand, and stricter: staff cannot place her where she said "not now".
    Raises Refused, NotFound for another organisation's participant or round, NotAllowed for anybody else.
    """
    policy.require_may_give_place(actor)
    people.participant_shown(actor, participant_id)
    return _give(actor, participant_id, round_id, now)


@action
def confirm_place(actor: Actor, *, place_id: UUID, now: datetime) -> None:
    """She has read what staff wrote down for her, and it is right. Once is enough."""
    policy.require_may_take_place(actor)
    place = Place.objects.one_visible_to(actor, place_id)
    if place.read_by_participant_at is not None:
        return
    place.read_by_participant_at = now
    place.save(update_fields=["read_by_participant_at"])
    journal.written(actor, "groups.place_confirmed", about=place.participant_id, at=now)


@action
def leave_place(actor: Actor, *, place_id: UUID, now: datetime) -> None:
    """She leaves, in one step and without a reason; an adviser may record that she said so. Leaving twice is fine.

    Raises NotFound for somebody else's place.
    """
    if not policy.may_give_place(actor):
        policy.require_may_take_place(actor)
    place = Place.objects.one_visible_to(actor, place_id)
    if place.state == PlaceState.LEFT:
        return
    place.state = PlaceState.LEFT
    place.save(update_fields=["state"])
    journal.written(actor, "groups.place_left", about=place.participant_id, at=now)


def _plan(actor: Actor, row: Round, wanted_id: UUID | None, now: datetime) -> UUID:
    sessions = _sessions_of(row, zone=people.organisation(actor.organisation_id).time_zone)

    def make(key: UUID) -> UUID:
        row.pk = key
        row.save(force_insert=True)
        _put_in_calendar(row, sessions)
        journal.written(actor, "groups.round_planned", about=key, at=now)
        return key

    return made_once_by(actor, "groups.round_planned", wanted_id, make)


def _sessions_of(row: Round, *, zone: str) -> Sequence[Planned]:
    sessions = plan_sessions(
        recurrence=row.recurrence,
        from_on=row.from_on,
        until_on=row.until_on,
        starts=row.starts,
        ends=row.ends,
        zone=zone,
    )
    if isinstance(sessions, Refusal):
        raise Refused(sessions)
    return sessions


def _put_in_calendar(row: Round, sessions: Sequence[Planned]) -> None:
    Session.objects.bulk_create(
        Session(
            organisation_id=row.organisation_id,
            round=row,
            on=one.on,
            starts=one.starts,
            ends=one.ends,
            starts_at=one.starts_at,
            ends_at=one.ends_at,
        )
        for one in sessions
    )


def _give(actor: Actor, participant_id: UUID, round_id: UUID, now: datetime) -> UUID:
    """Decide and give under the round's lock: on PostgreSQL the row's, on SQLite that of the one writer."""
    row = Round.objects.select_for_update(of=("self",)).one_visible_to(actor, round_id)
    places = Place.objects.filter(organisation_id=actor.organisation_id, round=row).exclude(
        state=PlaceState.LEFT
    )
    held = places.filter(participant_id=participant_id).values_list("pk", flat=True).first()
    if held is not None:
        return held
    asking = _asking(actor, participant_id, row, taken=places.count())
    if refusal := decide_place(asking, today=timezone.localtime(now).date()):
        raise Refused(refusal)
    row.last_number += 1
    row.save(update_fields=["last_number"])
    place = Place.objects.create(
        organisation_id=actor.organisation_id,
        round=row,
        participant_id=participant_id,
        state=PlaceState.HELD,
        number=row.last_number,
        since=now,
        told_by_seat_id=None if asking.by_herself else actor.seat_id,
    )
    journal.written(actor, "groups.place_given", about=participant_id, at=now)
    return place.pk


def _asking(actor: Actor, participant_id: UUID, row: Round, *, taken: int) -> Asking:
    facts = _facts(actor, row.listing_id)
    clarification = admission.clarification_of(actor, participant_id)
    said_not_now = (
        clarification is not None and row.listing_id in clarification.later | clarification.not_for_me
    )
    return Asking(
        gated=facts is None or facts.gated,
        talk_held=clarification is not None,
        said_not_now=said_not_now,
        by_herself=not policy.may_give_place(actor),
        joining=(facts.joining or "") if facts else "",
        offering_published=facts is not None and facts.state == "published",
        open_for_new=row.open_for_new,
        from_on=row.from_on,
        until_on=row.until_on,
        capacity=row.capacity,
        taken=taken,
    )


def _facts(actor: Actor, listing_id: UUID) -> directory.JoiningFacts | None:
    """None for an offering that the actor cannot see any more: paused or closed since the round was planned."""
    try:
        return directory.joining_facts(actor, listing_id)
    except NotFound:
        return None
