"""A listing in short, as cards show it: in the reader's language, or else in the original and saying so."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol, TypeVar
from uuid import UUID

from django.db.models import F, Q, QuerySet

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from ..models import Listing, ListingText, ListingTime
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


class Words(Protocol):
    """What a brief takes from a text."""

    @property
    def language(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def summary(self) -> str: ...


W = TypeVar("W", bound=Words)


class _Words(NamedTuple):
    listing_id: UUID
    language: str
    title: str
    summary: str


def text_for(texts: Iterable[W], *, language: str, original: str) -> W | None:
    """The text in the reader's language, else the original, else any; None when nothing is written yet."""
    by_language = {text.language: text for text in texts}
    return by_language.get(language) or by_language.get(original) or next(iter(by_language.values()), None)


def brief_of(listing: Listing, language: str) -> ListingBrief:
    """One listing in short. `texts`, `times` and `source` must have been read along with it."""
    times = [Time(time.weekday, time.starts, time.ends) for time in listing.times.all()]
    return _brief(listing, listing.texts.all(), times, language)


def with_words(listings: QuerySet[Listing]) -> QuerySet[Listing]:
    """Read along what a page about a listing needs: two more questions to the database, however many rows."""
    return listings.select_related("source").prefetch_related("texts", "times")


def briefs_of(listings: QuerySet[Listing], language: str) -> dict[UUID, ListingBrief]:
    """Many listings in short, by id: three questions to the database, and nothing read that no card shows."""
    rows = list(listings.select_related("source").only(*_FACTS, "source__name"))
    keys = [row.pk for row in rows]
    texts: dict[UUID, list[_Words]] = {key: [] for key in keys}
    for text in ListingText.objects.filter(listing_id__in=keys).values_list(*_Words._fields):
        texts[text[0]].append(_Words(*text))
    times: dict[UUID, list[Time]] = {key: [] for key in keys}
    when = ListingTime.objects.filter(listing_id__in=keys)
    for key, weekday, starts, ends in when.values_list("listing_id", "weekday", "starts", "ends"):
        times[key].append(Time(weekday, starts, ends))
    return {row.pk: _brief(row, texts[row.pk], times[row.pk], language) for row in rows}


_FACTS = (
    "slug", "kind", "category", "place", "free", "cost", "language", "languages_spoken",
    "organisation_id", "organisation_name", "source_id", "checked_on",
)  # fmt: skip


def _brief(listing: Listing, texts: Iterable[Words], times: Iterable[Time], language: str) -> ListingBrief:
    text = text_for(texts, language=language, original=listing.language)
    return ListingBrief(
        listing_id=listing.pk,
        slug=listing.slug,
        kind=ListingKind(listing.kind),
        title=text.title if text else listing.organisation_name,
        summary=text.summary if text else "",
        language=text.language if text else listing.language,
        category=Category(listing.category) if listing.category else None,
        place=listing.place,
        when=tuple(sorted(times)),
        free=listing.free,
        cost=listing.cost,
        languages=tuple(listing.languages_spoken),
        organisation_id=listing.organisation_id,
        organisation_name=listing.organisation_name,
        source_name=listing.source.name if listing.source else "",
        checked_on=listing.checked_on,
    )


def public_briefs(listing_ids: Collection[UUID], *, language: str) -> dict[UUID, ListingBrief]:
    """Those of these listings that the public may see, by id, with words for a reader of `language`."""
    return briefs_of(Listing.objects.filter(current(), pk__in=list(listing_ids)), language)


@query
def listing_briefs(actor: Actor, listing_ids: Collection[UUID], language: str) -> dict[UUID, ListingBrief]:
    """These listings in short, by id: published ones, and the actor's own organisation's once past the draft.

    Somebody who holds a place in what has since been paused or closed must still be told what it was.
    """
    own = Q(organisation_id=actor.organisation_id) & ~Q(state=State.DRAFT)
    return briefs_of(Listing.objects.filter(current() | own, pk__in=list(listing_ids)), language)


@query
def joinable(actor: Actor, language: str) -> list[ListingBrief]:
    """The published offerings of the actor's organisation, by title: what a talk can be about (S1-13)."""
    rows = Listing.objects.filter(current(), organisation_id=actor.organisation_id, kind=ListingKind.OFFERING)
    return sorted(briefs_of(rows, language).values(), key=lambda brief: brief.title.casefold())
