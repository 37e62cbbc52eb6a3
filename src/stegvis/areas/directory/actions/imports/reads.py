"""What an import looks up before it writes, so that the writing itself is short."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from ...models import ALWAYS, Listing, Source


@dataclass(frozen=True, slots=True)
class SourceKnown:
    id: UUID
    generation: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A listing of the source as it shows now."""

    id: UUID
    reference: str
    fingerprint: str
    slug: str


@query
def source_named(actor: Actor, name: str) -> SourceKnown | None:
    found = Source.objects.visible_to(actor).filter(name=name).values_list("pk", "generation").first()
    return SourceKnown(*found) if found else None


@query
def shown(actor: Actor, source: SourceKnown, references: Collection[str]) -> dict[str, Shown]:
    """Those of these references that the source shows now."""
    rows = _valid(actor, source).filter(source_reference__in=references)
    found = rows.values_list("pk", "source_reference", "fingerprint", "slug")
    return {row[1]: Shown(*row) for row in found}


@query
def shown_after(actor: Actor, source: SourceKnown, reference: str, limit: int) -> list[Shown]:
    """What the source shows now, in the order of references, from after this one."""
    rows = _valid(actor, source).filter(source_reference__gt=reference).order_by("source_reference")[:limit]
    return [Shown(*row) for row in rows.values_list("pk", "source_reference", "fingerprint", "slug")]


@query
def unfinished(actor: Actor, source: SourceKnown, after: UUID, limit: int) -> list[UUID]:
    """Rows that an import which was stopped has begun to write, or to replace."""
    begun = Q(valid_from__gt=source.generation) | Q(valid_to__gt=source.generation, valid_to__lt=ALWAYS)
    return _some(actor, source, begun, after, limit)


@query
def outdated(actor: Actor, source: SourceKnown, after: UUID, limit: int) -> list[UUID]:
    """Rows that nobody sees any more."""
    return _some(actor, source, Q(valid_to__lte=source.generation), after, limit)


def _some(actor: Actor, source: SourceKnown, which: Q, after: UUID, limit: int) -> list[UUID]:
    rows = Listing.objects.visible_to(actor).filter(which, source_id=source.id, pk__gt=after)
    return list(rows.order_by("pk").values_list("pk", flat=True)[:limit])


def _valid(actor: Actor, source: SourceKnown) -> QuerySet[Listing]:
    return Listing.objects.visible_to(actor).filter(
        source_id=source.id, valid_from__lte=source.generation, valid_to__gt=source.generation
    )
