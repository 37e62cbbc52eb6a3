"""What staff see of their own centre's offerings and services."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Subquery

from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from .. import policy
from ..models import Listing, ListingText, Offering, Service
from ..rules import (
    TEXT_FIELDS,
    WRITTEN,
    Category,
    DocumentationMode,
    ListingKind,
    Missing,
    ServiceKind,
    State,
    Step,
    missing,
)


@dataclass(frozen=True, slots=True)
class DeskService:
    """A kind of work as staff see it. `gated`: a talk with an adviser comes first."""

    service_id: UUID
    kind: ServiceKind
    name: str
    gated: bool
    documentation: DocumentationMode


@dataclass(frozen=True, slots=True)
class OfferingLine:
    """One offering in the list at the desk. `category` is None until somebody has chosen one."""

    listing_id: UUID
    slug: str
    title: str
    language: str
    state: State
    category: Category | None
    service_name: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class DeskOffering:
    """One offering with everything that the editor shows.

    `written`: what stands in each step, as `rules.FIELDS` tells. `words`: the texts in the other languages.
    `versions`: of each step and each other language, 1 before the first writing. `missing`: what it lacks today.
    """

    listing_id: UUID
    slug: str
    title: str
    language: str
    state: State
    written: dict[Step, dict[str, Any]]
    words: dict[str, dict[str, str]]
    versions: dict[str, int]
    knowledge_basis: str
    missing: list[Missing]
    changed_at: datetime


@query
def desk_services(actor: Actor) -> list[DeskService]:
    """The services of the actor's organisation, by name. Raises NotAllowed."""
    policy.require_may_describe(actor)
    return [
        DeskService(
            service.pk,
            ServiceKind(service.kind),
            service.name,
            service.gated,
            DocumentationMode(service.documentation),
        )
        for service in Service.objects.visible_to(actor).order_by("name", "pk")
    ]


@query
def desk_offerings(actor: Actor) -> list[OfferingLine]:
    """All offerings of the actor's organisation, by title. One question to the database, however many there are.
    Raises NotAllowed.
    """
    policy.require_may_describe(actor)
    title = ListingText.objects.filter(listing=OuterRef("pk"), language=OuterRef("language")).values("title")
    rows = (
        Listing.objects.visible_to(actor)
        .filter(kind=ListingKind.OFFERING)
        .annotate(title=Subquery(title), service_name=F("service__name"))
        .order_by("pk")
        .values_list("pk", "slug", "title", "language", "state", "category", "service_name", "changed_at")
    )
    return [
        OfferingLine(
            pk,
            slug,
            title,
            language,
            State(state),
            Category(category) if category else None,
            service or "",
            at,
        )
        for pk, slug, title, language, state, category, service, at in sorted(rows, key=_by_title)
    ]


def _by_title(row: tuple[Any, ...]) -> str:
    return str(row[2]).casefold()


@query
def desk_offering(actor: Actor, listing_id: UUID, *, today: date) -> DeskOffering:
    """One offering of the actor's organisation for the editor. Raises NotAllowed, and NotFound for another's."""
    policy.require_may_describe(actor)
    offering = (
        Offering.objects.visible_to(actor)
        .filter(listing_id=listing_id, listing__kind=ListingKind.OFFERING)
        .select_related("listing", "responsible")
        .prefetch_related("listing__texts", "listing__times", "alternatives__listing")
        .first()
    )
    if offering is None:
        raise NotFound
    listing = offering.listing
    others = {text.language: text for text in listing.texts.all() if text.language != listing.language}
    return DeskOffering(
        listing_id=listing.pk,
        slug=listing.slug,
        title=offering.original_text().title,
        language=listing.language,
        state=State(listing.state),
        written={step: offering.written(step) for step in Step},
        words={
            language: {name: getattr(others.get(language), name, "") for name in TEXT_FIELDS}
            for language in WRITTEN
            if language != listing.language
        },
        versions={part: offering.version_of(part) for part in (*Step, *WRITTEN)},
        knowledge_basis=offering.knowledge_basis,
        missing=missing(offering.description(today)),
        changed_at=listing.changed_at,
    )
