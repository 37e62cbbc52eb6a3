"""What shares and the things in them are called in a participant's own copy. The actor is the house itself."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.utils import translation

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query
from stegvis.ui import dates

from ..models import Grant, GrantItem, Reading, item
from ..texts import NO_LONGER_KEPT


@query
def grants_told(actor: Actor, grant_ids: Collection[UUID], language: str) -> dict[UUID, str]:
    """With whom, and the last day, by grant."""
    rows = list(Grant.objects.visible_to(actor).filter(pk__in=grant_ids))
    names = {one.seat_id: one.name for one in people.seats_named(actor, {row.recipient_id for row in rows})}
    return {
        row.pk: f"{names.get(row.recipient_id, '')}, {dates.day(row.until_on, language, year=True)}"
        for row in rows
    }


def item_told(row: GrantItem | Reading, language: str) -> str:
    """The thing that is shared, or was read."""
    known = item(row.item)
    with translation.override(language):
        return str(known.words if known else NO_LONGER_KEPT)
