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

from ..models import Listing, ListingTime
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
    language: str
    title: str
    summary: str


class _Facts(NamedTuple):
    """What a brief takes from a listing: columns by their names there, and the name of its source."""

    id: UUID
    slug: str
    kind: str
    language: str
    category: str
    place: str
    free: bool | None
    cost: str
    languages_spoken: list[str]
    organisation_id: UUID
    organisation_name: str
    checked_on: date | None
    source__name: str | None


def text_for(texts: Iterable[W], *, language: str, original: str) -> W | None:
    """The text in the reader's language, else the original, else any; None when nothing is written yet."""
    by_language = {text.language: text for text in texts}
    return by_language.get(language) or by_language.get(original) or next(iter(by_language.values()), None)


def briefs_of(listings: QuerySet[Listing], language: str) -> dict[UUID, ListingBrief]:
    """Many listings in short, by id: two questions to the database, and nothing read that no card shows."""
    facts: dict[UUID, _Facts] = {}
    texts: dict[UUID, list[_Words]] = {}
    times: dict[UUID, list[Time]] = {}
    cut = len(_Facts._fields)
    for row in listings.values_list(*_Facts._fields, *(f"texts__{field}" for field in _Words._fields)):
        facts[row[0]] = _Facts._make(row[:cut])
        if row[cut] is not None:
            texts.setdefault(row[0], []).append(_Words._make(row[cut:]))
    when = ListingTime.objects.filter(listing_id__in=list(facts))
    for key, weekday, starts, ends in when.values_list("listing_id", "weekday", "starts", "ends"):
        times.setdefault(key, []).append(Time(weekday, starts, ends))
    return {key: _brief(facts[key], texts.get(key, ()), times.get(key, ()), language) for key in facts}


def _brief(facts: _Facts, texts: Iterable[Words], times: Iterable[Time], language: str) -> ListingBrief:
    text = text_for(texts, language=language, original=facts.language)
    return ListingBrief(
        listing_id=facts.id,
        slug=facts.slug,
        kind=ListingKind(facts.kind),
        title=text.title if text else facts.organisation_name,
        summary=text.summary if text else "",
        language=text.language if text else facts.language,
        category=Category(facts.category) if facts.category else None,
        place=facts.place,
        when=tuple(sorted(times)),
        free=facts.free,
        cost=facts.cost,
        languages=tuple(facts.languages_spoken),
        organisation_id=facts.organisation_id,
        organisation_name=facts.organisation_name,
        source_name=facts.source__name or "",
        checked_on=facts.checked_on,
    )


def public_briefs(listing_ids: Collection[UUID], *, language: str) -> dict[UUID, ListingBrief]:
    """Those of these listings that the public may see, by id, with words for a reader of `language`."""
    return briefs_of(Listing.objects.filter(current(), pk__in=list(listing_ids)), language)


@query
def listing_briefs(actor: Actor, listing_ids: Collection[UUID], language: str) -> dict[UUID, ListingBrief]:
    """These listings in short, by id: published ones, and the actor's own organisation's once past the draft.

    Somebody who holds a place in what has since been paused or closed must still be told what it was.
    """
    if not listing_ids:
        return {}
    own = Q(organisation_id=actor.organisation_id) & ~Q(state=State.DRAFT)
    return briefs_of(Listing.objects.filter(current() | own, pk__in=list(listing_ids)), language)


@query
def published_here(actor: Actor, among: Collection[UUID] | None = None) -> frozenset[UUID]:
    """The offerings of the actor's organisation that the public may see, all or among these, without a word on them."""
    rows = Listing.objects.filter(current(), organisation_id=actor.organisation_id, kind=ListingKind.OFFERING)
    if among is not None:
        rows = rows.filter(pk__in=list(among))
    return frozenset(rows.values_list("pk", flat=True))


@query
def joinable(actor: Actor, language: str) -> list[ListingBrief]:
    """The published offerings of the actor's organisation, by title: what a talk can be about (S1-13)."""
    rows = Listing.objects.filter(current(), organisation_id=actor.organisation_id, kind=ListingKind.OFFERING)
    return sorted(briefs_of(rows, language).values(), key=lambda brief: brief.title.casefold())
