"""All that a house offers, in short, for considering whether and which offerings it should have (S2-15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Subquery

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import ListingText, ListingTime, Offering
from ..rules import Category, ListingKind, ParticipationKind, ServiceKind, State, Time


@dataclass(frozen=True, slots=True)
class PortfolioLine:
    """One offering of the house. `when`: its usual times, published ones only. `language` is the title's."""

    listing_id: UUID
    slug: str
    title: str
    language: str
    state: State
    kind: ServiceKind | None
    category: Category | None
    participation: tuple[ParticipationKind, ...]
    employees_needed: int
    review_on: date | None
    when: tuple[Time, ...]


@query
def portfolio(actor: Actor) -> list[PortfolioLine]:
    """Every offering of the actor's organisation, drafts and closed ones too, by title. Two questions to the database,
    however many there are. Raises NotAllowed.
    """
    policy.require_may_describe(actor)
    title = ListingText.objects.filter(listing=OuterRef("listing_id"), language=OuterRef("listing__language"))
    rows = (
        Offering.objects.visible_to(actor)
        .filter(listing__kind=ListingKind.OFFERING)
        .annotate(title=Subquery(title.values("title")[:1]))
        .values_list(
            *("listing_id", "listing__slug", "title", "listing__language", "listing__state"),
            *("listing__service__kind", "listing__category", "participation_kinds"),
            *("employees_needed", "review_on"),
        )
    )
    usual: dict[UUID, list[Time]] = {}
    times = ListingTime.objects.visible_to(actor).filter(listing__state=State.PUBLISHED)
    for key, weekday, starts, ends in times.values_list("listing_id", "weekday", "starts", "ends"):
        usual.setdefault(key, []).append(Time(weekday, starts, ends))
    lines = [
        PortfolioLine(
            listing_id=key,
            slug=slug,
            title=words or "",
            language=language,
            state=State(state),
            kind=ServiceKind(kind) if kind else None,
            category=Category(category) if category else None,
            participation=tuple(ParticipationKind(one) for one in participation),
            employees_needed=needed or 0,
            review_on=review_on,
            when=tuple(sorted(usual.get(key, ()))),
        )
        for key, slug, words, language, state, kind, category, participation, needed, review_on in rows
    ]
    return sorted(lines, key=lambda line: (line.title.casefold(), str(line.listing_id)))
