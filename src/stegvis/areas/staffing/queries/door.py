"""How the sign at the door stands: worked out when somebody looks, so that it needs no worker to turn (S1-26)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from ..models import facts_of
from ..rules import door_at, open_spans

LOOK_AHEAD = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class DoorShown:
    """Local moments. `open_until` None: closed. `next_opens_at` None: nothing is planned in the next two weeks."""

    is_open: bool
    open_until: datetime | None
    next_opens_at: datetime | None
    next_closes_at: datetime | None


@query
def door(actor: Actor, now: datetime, *, listing_id: UUID | None = None) -> DoorShown:
    """For everybody in the street: no name, no number, no word about why it is closed. Constant in SQL.

    `listing_id`: the door of this one offering; without it, all that is open here.
    """
    zone = people.organisation(actor.organisation_id).time_zone
    times = groups.meeting_times(actor, from_at=now - timedelta(days=1), until_at=now + LOOK_AHEAD)
    doors = [one for one in times if one.is_open_door and listing_id in {None, one.listing_id}]
    roster = facts_of(actor, doors, zone=zone)
    found = door_at(now, open_spans(roster))
    local = ZoneInfo(zone)

    def here(at: datetime | None) -> datetime | None:
        return at.astimezone(local) if at else None

    return DoorShown(
        found.is_open, here(found.open_until), here(found.next_opens_at), here(found.next_closes_at)
    )
