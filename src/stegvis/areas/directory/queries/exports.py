"""What leaves the house as HSDS 3.1: imported services as they came, and our own published offerings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from stegvis.areas.people.api import OrganisationShown
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from ..models import Listing, ListingOriginal, Source
from ..rules import ListingKind, State
from ..rules.hsds import Offered, Weekly

BATCH = 200
START = UUID(int=0)


@dataclass(frozen=True, slots=True)
class SourceNamed:
    id: UUID
    name: str


@query
def sources(actor: Actor) -> list[SourceNamed]:
    """Where the organisation's imported services came from, by name."""
    rows = Source.objects.visible_to(actor).order_by("name")
    return [SourceNamed(*row) for row in rows.values_list("pk", "name")]


def services_as_they_came(actor: Actor, source_id: UUID) -> Iterator[str]:
    """Every service that the source shows now, as the JSON text that came in, in the order of ids."""
    after = ""
    while batch := _originals(actor, source_id, after):
        yield from (text for _, text in batch)
        after = batch[-1][0]


def offerings_offered(actor: Actor, organisation: OrganisationShown) -> Iterator[Offered]:
    """Every published offering of the actor's organisation, in the language it was written in first."""
    after = START
    while batch := _offerings(actor, organisation, after):
        yield from batch
        after = batch[-1].id


@query
def _originals(actor: Actor, source_id: UUID, after: str) -> list[tuple[str, str]]:
    rows = ListingOriginal.objects.filter(
        organisation_id=actor.organisation_id,
        listing__source_id=source_id,
        listing__source_reference__gt=after,
        listing__valid_from__lte=F("listing__source__generation"),
        listing__valid_to__gt=F("listing__source__generation"),
    ).order_by("listing__source_reference")
    return list(rows.values_list("listing__source_reference", "as_it_came")[:BATCH])


@query
def _offerings(actor: Actor, organisation: OrganisationShown, after: UUID) -> list[Offered]:
    rows = (
        Listing.objects.visible_to(actor)
        .filter(kind=ListingKind.OFFERING, state=State.PUBLISHED, pk__gt=after)
        .prefetch_related("texts", "times")
        .order_by("pk")[:BATCH]
    )
    return [_offered(row, organisation) for row in rows]


def _offered(row: Listing, organisation: OrganisationShown) -> Offered:
    text = next(text for text in row.texts.all() if text.language == row.language)
    times = tuple(Weekly(time.weekday, time.starts, time.ends) for time in row.times.all())
    about = ", ".join(part for part in (organisation.address, organisation.open_hours) if part)
    return Offered(
        id=row.pk,
        name=text.title,
        summary=text.summary,
        content=text.content,
        audience=text.audience,
        frame=text.frame,
        organisation_id=organisation.id,
        organisation_name=organisation.name,
        organisation_description=about or organisation.name,
        language=row.language,
        languages_spoken=tuple(row.languages_spoken),
        times=tuple(sorted(times, key=lambda when: (when.weekday, when.starts, when.ends))),
        place=row.place,
        how_to_find=row.how_to_find,
        cost=row.cost,
        free=row.free,
        phone=row.phone,
        web_address=row.web_address,
        checked_on=row.checked_on.isoformat() if row.checked_on else "",
    )
