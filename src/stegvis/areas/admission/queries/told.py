"""What times and introductions are called in a participant's own copy. The actor is the house itself."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.utils import translation

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query
from stegvis.ui import dates

from ..models import IntroductionText, TalkTime
from ..rules import Subject
from ..texts import SUBJECTS


@query
def times_told(actor: Actor, time_ids: Collection[UUID], language: str) -> dict[UUID, str]:
    """Day, time and the adviser's first name, by time."""
    rows = list(TalkTime.objects.visible_to(actor).filter(pk__in=time_ids))
    names = people.seat_names(actor, {row.adviser_id for row in rows})
    return {
        row.pk: ", ".join(
            part
            for part in (
                f"{dates.day(row.on, language, year=True)} {dates.clock_at(row.starts, language)}",
                names.get(row.adviser_id, ""),
                row.place,
            )
            if part
        )
        for row in rows
    }


@query
def introductions_told(actor: Actor, text_ids: Collection[UUID], language: str) -> dict[UUID, str]:
    """What a text was about, and what it said, by text."""
    rows = IntroductionText.objects.filter(organisation_id=actor.organisation_id, pk__in=text_ids)
    with translation.override(language):
        return {row.pk: f"{SUBJECTS[Subject(row.subject)]}:\n{row.words}" for row in rows}
