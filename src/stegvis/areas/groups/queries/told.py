"""What rounds and meetings are called in a participant's own copy. The actor is the house itself."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext

from stegvis.areas.directory import api as directory
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query
from stegvis.ui import dates

from ..models import Place, Round, Session


@query
def rounds_told(actor: Actor, round_ids: Collection[UUID], language: str) -> dict[UUID, str]:
    """The name of the offering, by round."""
    listing_of = dict(
        Round.objects.visible_to(actor).filter(pk__in=round_ids).values_list("pk", "listing_id")
    )
    titles = directory.titles(actor, set(listing_of.values()), language)
    return {round_id: titles.get(listing_id, "") for round_id, listing_id in listing_of.items()}


@query
def sessions_told(actor: Actor, session_ids: Collection[UUID], language: str) -> dict[UUID, str]:
    """The name of the offering and the day, by meeting."""
    rows = Session.objects.visible_to(actor).filter(pk__in=session_ids).select_related("round")
    found = list(rows)
    titles = directory.titles(actor, {row.round.listing_id for row in found}, language)
    return {
        row.pk: f"{titles.get(row.round.listing_id, '')}, {dates.day(row.on, language, year=True)}".lstrip(
            ", "
        )
        for row in found
    }


def company_told(row: Place, language: str) -> str:
    """That she waits together with somebody, never with whom."""
    with translation.override(language):
        return gettext("Yes") if row.company else ""
