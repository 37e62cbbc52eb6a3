"""A listing in short, as cards show it: in the reader's language, or else in the original and saying so."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from ..models import Listing, ListingText
from ..rules import Category, ListingKind, State, Time


@dataclass(frozen=True, slots=True)
class ListingBrief:
    """One listing in short. `language` is the code of `title` and `summary`: the reader's own where somebody
    has written it. `free` is None when nobody has said; `source_name` is empty for what our own wrote.
    """

    listing_id: UUID
    slug: str
    kind: ListingKind
    title: str
    summary: str
    language: str
    category: Category | None
    place: str
    when: tuple[Time, ...]
    free: bool | None
    cost: str
    languages: tuple[str, ...]
    organisation_id: UUID
    organisation_name: str
    source_name: str
    checked_on: date | None


def current() -> Q:
    """What the public may see now: published, and of an imported listing the version its source shows."""
    of_this_generation = Q(valid_from__lte=F("source__generation"), valid_to__gt=F("source__generation"))
    return Q(state=State.PUBLISHED) & (Q(source=None) | of_this_generation)


def text_for(texts: Iterable[ListingText], *, language: str, original: str) -> ListingText | None:
    """The text in the reader's language, else the original, else any; None when nothing is written yet."""
    by_language = {text.language: text for text in texts}
    return by_language.get(language) or by_language.get(original) or next(iter(by_language.values()), None)


def times_of(listing: Listing) -> tuple[Time, ...]:
    """When it usually happens, in the order of the week. `times` must be prefetched."""
    return tuple(sorted(Time(t.weekday, t.starts, t.ends) for t in listing.times.all()))


def brief_of(listing: Listing, language: str) -> ListingBrief:
    """One listing in short. `texts`, `times` and `source` must have been read along with it."""
    text = text_for(listing.texts.all(), language=language, original=listing.language)
    return ListingBrief(
        listing_id=listing.pk,
        slug=listing.slug,
        kind=ListingKind(listing.kind),
        title=text.title if text else listing.organisation_name,
        summary=text.summary if text else "",
        language=text.language if text else listing.language,
        category=Category(listing.category) if listing.category else None,
        place=listing.place,
        when=times_of(listing),
        free=listing.free,
        cost=listing.cost,
        languages=tuple(listing.languages_spoken),
        organisation_id=listing.organisation_id,
        organisation_name=listing.organisation_name,
        source_name=listing.source.name if listing.source else "",
        checked_on=listing.checked_on,
    )


def with_words(listings: QuerySet[Listing]) -> QuerySet[Listing]:
    """Read along what a brief needs: two more questions to the database, however many rows."""
    return listings.select_related("source").prefetch_related("texts", "times")


def public_briefs(listing_ids: Collection[UUID], *, language: str) -> dict[UUID, ListingBrief]:
    """Those of these listings that the public may see, by id, with words for a reader of `language`."""
    rows = with_words(Listing.objects.filter(current(), pk__in=list(listing_ids)))
    return {row.pk: brief_of(row, language) for row in rows}


@query
def listing_briefs(actor: Actor, listing_ids: Collection[UUID], language: str) -> dict[UUID, ListingBrief]:
    """These listings in short, by id: published ones, and the actor's own organisation's once past the draft.

    Somebody who holds a place in what has since been paused or closed must still be told what it was.
    """
    own = Q(organisation_id=actor.organisation_id) & ~Q(state=State.DRAFT)
    rows = with_words(Listing.objects.filter(current() | own, pk__in=list(listing_ids)))
    return {row.pk: brief_of(row, language) for row in rows}


@query
def joinable(actor: Actor, language: str) -> list[ListingBrief]:
    """The published offerings of the actor's organisation, by title: what a talk can be about (S1-13)."""
    rows = with_words(
        Listing.objects.filter(current(), organisation_id=actor.organisation_id, kind=ListingKind.OFFERING)
    )
    return sorted((brief_of(row, language) for row in rows), key=lambda brief: brief.title.casefold())
