"""Planning rounds with their dated meetings, and opening and closing them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, time
from uuid import UUID

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.once import made_once_by

from .. import policy
from ..models import Round
from ..rules import Planned, Refusal, plan_sessions
from .dates import put_in_calendar, zone_of
from .following import keep_people
from .planned import tell_followers
from .queue import offer_free_places


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
    dates: Collection[date] = (),
    leave_out: Collection[date] = (),
    follows: UUID | None = None,
    wanted_id: UUID | None = None,
) -> UUID:
    """Plan one run of an offering with its dated meetings, in the organisation's time zone. Gives the round's id.

    `capacity` None: an open door. `recurrence` is an RFC 5545 rule without start or end, or empty for a round that
    meets on `dates`; `leave_out` are days not to meet on. `welcomed_by`: the seat of the one who meets newcomers.
    `follows`: the round before, of the same offering, whose people keep their places. `wanted_id`: the key that the
    form carries; the same seat sending it again gets the round that is there. Raises Refused for days that cannot be
    and for less room than people to keep, NotFound for another organisation's offering, seat or round, NotAllowed.
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
        follows_id=follows,
    )
    return _plan(actor, row, _sessions_of(row, zone_of(actor), dates, leave_out), wanted_id, now)


@action
def open_round(actor: Actor, *, round_id: UUID, open_for_new: bool, now: datetime) -> None:
    """Let a round take in new people, or not for now. Whoever holds a place keeps it; whoever waits is offered one."""
    policy.require_may_plan(actor)
    row = Round.objects.one_visible_to(actor, round_id)
    row.open_for_new = open_for_new
    row.save(update_fields=["open_for_new"])
    outcome = "open" if open_for_new else "closed"
    journal.written(actor, "groups.round_opened_or_closed", about=row.pk, outcome=outcome, at=now)
    offer_free_places(actor, round_id=row.pk, now=now)


def _plan(
    actor: Actor, row: Round, sessions: Sequence[Planned], wanted_id: UUID | None, now: datetime
) -> UUID:
    def make(key: UUID) -> UUID:
        row.pk = key
        row.save(force_insert=True)
        put_in_calendar(row, sessions)
        journal.written(actor, "groups.round_planned", about=key, at=now)
        keep_people(actor, row, now)
        tell_followers(actor, row, now)
        return key

    return made_once_by(actor, "groups.round_planned", wanted_id, make)


def _sessions_of(
    row: Round, zone: str, dates: Collection[date], leave_out: Collection[date]
) -> Sequence[Planned]:
    sessions = plan_sessions(
        recurrence=row.recurrence,
        from_on=row.from_on,
        until_on=row.until_on,
        starts=row.starts,
        ends=row.ends,
        zone=zone,
        dates=dates,
        leave_out=leave_out,
    )
    if isinstance(sessions, Refusal):
        raise Refused(sessions)
    return sessions
