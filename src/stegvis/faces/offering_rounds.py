"""What the groups know, on the public page of an offering: when it meets next and whether there is room."""

from datetime import datetime
from uuid import UUID

from stegvis.areas.groups import api as groups
from stegvis.kernel.actor import Actor
from stegvis.kernel.panels import Panel


def next_dates(actor: Actor, listing_id: UUID, now: datetime) -> Panel | None:
    """The next meeting of each round; where all of them are open doors, one just comes (S1-12). None without one."""
    meetings = groups.next_meetings(actor, listing_id, now)
    if not meetings:
        return None
    just_come = all(meeting.is_open_door for meeting in meetings)
    return Panel("faces/offering_rounds.html", {"meetings": meetings}, just_come=just_come)
