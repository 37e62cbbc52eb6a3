"""Whether the next meeting of an offering can be held by the staff alone. Asked as the house: it is about nobody."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from stegvis.areas.admission import api as admission
from stegvis.areas.groups import api as groups
from stegvis.areas.staffing import api as staffing
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

LOOKS_AHEAD = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """The next meeting of an offering. `enough`: it can be held with those employed who are on duty (S1-25, S1-28),
    whose `seats` are here.
    """

    session_id: UUID
    on: date
    starts: time
    ends: time
    enough: bool
    on_duty: int
    needed: int
    seats: tuple[UUID, ...]


@query
def next_meetings(actor: Actor, listing_ids: Collection[UUID], now: datetime) -> dict[UUID, NextMeeting]:
    """The next meeting of each of these offerings that is not called off, within two weeks. Constant SQL."""
    if not listing_ids:
        return {}
    house = Actor.housekeeper(actor.organisation_id)
    first: dict[UUID, groups.MeetingTime] = {}
    for meeting in groups.meeting_times(house, from_at=now, until_at=now + LOOKS_AHEAD):
        if meeting.listing_id in listing_ids and meeting.state is not groups.SessionState.CALLED_OFF:
            first.setdefault(meeting.listing_id, meeting)
    staffed = staffing.staffed(house, [one.session_id for one in first.values()], now)
    return {listing_id: _meeting(one, staffed) for listing_id, one in first.items()}


@query
def where_she_comes(actor: Actor, listing_ids: Collection[UUID], now: datetime) -> frozenset[UUID]:
    """Those of these offerings in which this participant can wish for a task: where she has a place and, once she
    has had the talk, open doors within two weeks: nobody has a place there, and everybody comes. Looking in needs no
    talk; having a task is taking part (S1-12).
    """
    wanted = frozenset(listing_ids)
    held = wanted & groups.my_offerings(actor, now) if wanted else wanted
    others = wanted - held
    if not others or not admission.has_had_talk(actor):
        return held
    house = Actor.housekeeper(actor.organisation_id)
    return held | groups.open_doors(house, others, from_at=now, until_at=now + LOOKS_AHEAD)


def _meeting(one: groups.MeetingTime, staffed: dict[UUID, staffing.Staffed]) -> NextMeeting:
    told = staffed.get(one.session_id)
    return NextMeeting(
        session_id=one.session_id,
        on=one.on,
        starts=one.starts,
        ends=one.ends,
        enough=told is not None and told.can_be_held,
        on_duty=told.on_duty if told else 0,
        needed=told.needed if told else 0,
        seats=told.seats if told else (),
    )
