"""On the public page of an offering: when its groups meet next, and when its door is open."""

from datetime import datetime
from uuid import UUID

from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.areas.staffing import api as staffing
from stegvis.kernel.actor import Actor
from stegvis.kernel.panels import Panel


def next_dates(actor: Actor, listing_id: UUID, now: datetime) -> Panel | None:
    """The next meeting of each round. Where all of them are open doors one just comes (S1-12), and the hours are those
    in which somebody receives, not those in the calendar (S1-26). None without a meeting.
    """
    meetings = groups.next_meetings(actor, listing_id, now)
    if not meetings:
        return None
    if not all(meeting.is_open_door for meeting in meetings):
        return Panel("faces/offering_rounds.html", {"meetings": meetings})
    context = {
        "meeting": meetings[0],
        "door": staffing.door(actor, now, listing_id=listing_id),
        "phone": people.organisation(actor.organisation_id).phone,
    }
    return Panel("faces/offering_door.html", context, just_come=True)
