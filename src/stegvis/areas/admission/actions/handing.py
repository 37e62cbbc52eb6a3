"""Times for talks in the name of somebody who leaves: another adviser has the talk, and she who comes is told."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.areas.messages import api as messages
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused
from stegvis.kernel.models import ClosedDoor

from .. import policy
from ..models import TalkBooking, TalkTime
from ..texts import ANOTHER_ADVISER, TIME_CALLED_OFF


@action
def pass_times_on(actor: Actor, *, from_seat: UUID, to_seat: UUID, now: datetime) -> None:
    """All times to come of one adviser are another's. Whoever has chosen one keeps it, and is told whom she meets.

    A time at which the other has room anyway becomes one with that. Somebody who has closed her door to the other is
    told that the time has gone, as if it were called off, and nobody here learns why. The manager who does this sees
    no time and nobody who comes. Raises Refused when both have somebody at the same time, NotAllowed.
    """
    policy.require_may_hand_on_times(actor)
    rows = TalkTime.objects.filter(organisation_id=actor.organisation_id, starts_at__gt=now)
    own = list(rows.filter(adviser_id=from_seat).select_for_update(of=("self",)).order_by("starts_at"))
    theirs = list(rows.filter(adviser_id=to_seat).select_for_update(of=("self",)))
    bookings = _bookings(actor, [*own, *theirs])
    for time in own:
        clashing = [one for one in theirs if one.starts_at < time.ends_at and time.starts_at < one.ends_at]
        if not clashing:
            _pass_one(actor, time, to_seat, bookings.get(time.pk), now)
        elif not _is_taken(time, bookings):
            time.delete()
        elif any(_is_taken(one, bookings) for one in clashing):
            raise Refused(people.Reason.BOTH_ARE_TAKEN)
        else:
            for free in clashing:
                theirs.remove(free)
                free.delete()
            _pass_one(actor, time, to_seat, bookings.get(time.pk), now)
    journal.written(actor, "admission.times_passed_on", about=to_seat, at=now)


def _bookings(actor: Actor, times: list[TalkTime]) -> dict[UUID, TalkBooking]:
    rows = TalkBooking.objects.filter(organisation_id=actor.organisation_id, time__in=times)
    return {row.time_id: row for row in rows.select_related("wish")}


def _is_taken(time: TalkTime, bookings: dict[UUID, TalkBooking]) -> bool:
    return time.taken_without_name or time.pk in bookings


def _pass_one(
    actor: Actor, time: TalkTime, to_seat: UUID, booking: TalkBooking | None, now: datetime
) -> None:
    kind = ANOTHER_ADVISER
    if booking is not None and _is_closed_to(actor, booking.wish.participant_id, to_seat):
        kind = TIME_CALLED_OFF
        booking.delete()
    time.adviser_id = to_seat
    time.save(update_fields=["adviser"])
    if booking is None:
        return
    arguments = {"on": time.on.isoformat(), "starts": time.starts.isoformat("minutes")}
    if kind == ANOTHER_ADVISER:
        arguments["name"] = people.seat_names(actor, [to_seat]).get(to_seat, "")
    messages.send(
        actor,
        participant_id=booking.wish.participant_id,
        kind=kind,
        about=booking.wish_id,
        arguments=arguments,
        key=f"{kind}:{time.pk}:{to_seat}:{booking.wish_id}",
        now=now,
    )


def _is_closed_to(actor: Actor, participant_id: UUID, seat_id: UUID) -> bool:
    """Whether she has closed her door to who sits there, in whichever seat."""
    keeper = Actor.housekeeper(actor.organisation_id)
    user_id = people.actor_in_seat(keeper, seat_id).user_id
    doors = ClosedDoor.objects.filter(organisation_id=actor.organisation_id, about=participant_id)
    return doors.filter(user_id=user_id).exists()
