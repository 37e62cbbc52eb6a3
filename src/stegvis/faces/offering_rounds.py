"""What the groups know, on the public page of an offering: when it meets next and whether there is room."""

from datetime import datetime
from uuid import UUID

from django.utils import translation

from stegvis.areas.groups import api as groups
from stegvis.kernel.actor import Actor
from stegvis.kernel.panels import Panel
from stegvis.ui import dates


def next_dates(actor: Actor, listing_id: UUID, now: datetime) -> Panel | None:
    """The rounds that still meet, with their next day. None without one."""
    language = dates.known(translation.get_language() or "en")
    rounds = [row for row in groups.rounds_of(actor, listing_id, now, language) if row.next_session]
    return Panel("faces/offering_rounds.html", {"rounds": rounds}) if rounds else None
