"""One listing with everything a newcomer wants to know, read without a seat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from ..models import Alternative, Listing, ListingText, Notice, Offering
from ..rules import Aim, DocumentationMode, JoiningRule, ListingKind, ParticipationKind, ServiceKind, State
from .briefs import ListingBrief, briefs_of, current, text_for


@dataclass(frozen=True, slots=True)
class Said:
    """Words and the code of the language they are in. Empty words are falsy."""

    text: str
    language: str

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Words:
    """What a listing says about itself, each part in the reader's language where somebody has written it."""

    title: Said
    summary: Said
    content: Said
    frame: Said
    method: Said
    audience: Said
    hard_for: Said
    guidelines: Said
    first_time: Said


@dataclass(frozen=True, slots=True)
class Joining:
    """How people come into an offering. None for a question nobody has answered yet."""

    rule: JoiningRule | None
    next_start_on: date | None
    size: str
    may_come_alone: bool | None
    may_bring_someone: bool | None
    may_just_watch: bool | None
    welcomed_by: str
    aims: tuple[Aim, ...]
    participation_kinds: tuple[ParticipationKind, ...]
    contact_instead: str


@dataclass(frozen=True, slots=True)
class ListingShown:
    """One listing as its public page shows it. `joining` is None for what cannot be joined through us."""

    brief: ListingBrief
    words: Words
    original_language: str
    service_kind: ServiceKind | None
    gated: bool
    address: Said
    how_to_find: Said
    cost: Said
    step_free: bool | None
    phone: str
    web_address: str
    imported_on: date | None
    joining: Joining | None
    alternatives: tuple[ListingBrief, ...]
    notice: Said = Said("", "")
    """That it has become less, and what people can do instead (S2-09)."""


@dataclass(frozen=True, slots=True)
class JoiningFacts:
    """What decides whether and how somebody can join (S1-12). `gated`: a talk with an adviser comes first."""

    listing_id: UUID
    organisation_id: UUID
    gated: bool
    documentation: DocumentationMode
    joining: JoiningRule | None
    state: State


class _Facts(NamedTuple):
    """What the page tells beyond the brief and the words: columns by their names at the listing."""

    id: UUID
    language: str
    service__kind: str | None
    service__gated: bool | None
    address: str
    how_to_find: str
    cost: str
    step_free: bool | None
    phone: str
    web_address: str
    source__imported_at: datetime | None
    notice__words: str | None
    notice__language: str | None


class _Joined(NamedTuple):
    """What it tells of an offering. Its sealed words are left out: a reader has no key to them, and no need."""

    pk: UUID | None
    joining: str
    next_start_on: date | None
    size: str
    may_come_alone: bool | None
    may_bring_someone: bool | None
    may_just_watch: bool | None
    welcomed_by: str
    aims: list[str]
    participation_kinds: list[str]
    contact_instead: str


class _Text(NamedTuple):
    """One language's words, the parts by their names in `Words`."""

    language: str
    title: str
    summary: str
    content: str
    frame: str
    method: str
    audience: str
    hard_for: str
    guidelines: str
    first_time: str


def public_listing(*, slug: str, language: str) -> ListingShown:
    """The published listing at this address, for a reader of `language`. Raises NotFound without one."""
    facts, offering, texts = _read(slug)
    briefs = briefs_of(_with_alternatives(facts.id, offering), language)
    brief = briefs.pop(facts.id, None)
    if brief is None:  # it went in this very moment
        raise NotFound
    return ListingShown(
        brief=brief,
        words=_words(texts, language, facts.language),
        original_language=facts.language,
        service_kind=ServiceKind(facts.service__kind) if facts.service__kind else None,
        gated=bool(facts.service__gated),
        address=Said(facts.address, facts.language),
        how_to_find=Said(facts.how_to_find, facts.language),
        cost=Said(facts.cost, facts.language),
        step_free=facts.step_free,
        phone=facts.phone,
        web_address=facts.web_address,
        imported_on=facts.source__imported_at.date() if facts.source__imported_at else None,
        joining=_joining(offering) if offering.pk else None,
        alternatives=tuple(sorted(briefs.values(), key=lambda other: other.title.casefold())),
        notice=Said(facts.notice__words or "", facts.notice__language or ""),
    )


def _read(slug: str) -> tuple[_Facts, _Joined, list[_Text]]:
    """All of it in one question: a row for each language. Raises NotFound where nothing is published."""
    rows = Listing.objects.filter(current(), slug=slug).values_list(
        *_Facts._fields,
        *(f"offering__{name}" for name in _Joined._fields),
        *(f"texts__{name}" for name in _Text._fields),
    )
    found: list[tuple[Any, ...]] = list(rows)
    if not found:
        raise NotFound
    facts, offering = len(_Facts._fields), len(_Facts._fields) + len(_Joined._fields)
    return (
        _Facts._make(found[0][:facts]),
        _Joined._make(found[0][facts:offering]),
        [_Text._make(row[offering:]) for row in found if row[offering] is not None],
    )


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """What stands in place of an offering that rests or has ended, or on top of one that became less (S2-09).

    `rests`: it may come back. `contact_instead` is in `language` too.
    """

    title: str
    words: str
    language: str
    since_on: date
    organisation_id: UUID
    rests: bool
    contact_instead: str
    alternatives: tuple[ListingBrief, ...]


def public_notice(*, slug: str, language: str) -> NoticeShown:
    """What people are told at the address of an offering that is not shown now. Raises NotFound where nothing is."""
    row = Notice.objects.filter(slug=slug).first()
    if row is None:
        raise NotFound
    return _notice(Actor.visitor(row.organisation_id), row, language)


@query
def _notice(actor: Actor, row: Notice, language: str) -> NoticeShown:
    listing = Listing.objects.filter(organisation_id=actor.organisation_id, pk=row.listing_id)
    offering = Offering.objects.filter(listing_id=row.listing_id).values_list("pk", "contact_instead").first()
    state = listing.values_list("state", flat=True).first()
    if offering is None or state is None:
        raise NotFound
    others = Alternative.objects.filter(offering_id=offering[0]).values("listing_id")
    briefs = briefs_of(Listing.objects.filter(current(), pk__in=others), language)
    return NoticeShown(
        title=row.title,
        words=row.words,
        language=row.language,
        since_on=row.since_on,
        organisation_id=row.organisation_id,
        rests=state == State.PAUSED,
        contact_instead=offering[1],
        alternatives=tuple(sorted(briefs.values(), key=lambda other: other.title.casefold())),
    )


@query
def joining_facts(actor: Actor, listing_id: UUID) -> JoiningFacts:
    """How this listing of the actor's organisation can be joined. Raises NotFound when it is hidden."""
    rows = Listing.objects.filter(kind=ListingKind.OFFERING).select_related("service", "offering")
    listing = rows.one_visible_to(actor, listing_id)
    offering: Offering | None = getattr(listing, "offering", None)
    service = listing.service
    return JoiningFacts(
        listing_id=listing.pk,
        organisation_id=listing.organisation_id,
        gated=service.gated if service else True,  # nobody has said what it is: then the talk comes first
        documentation=DocumentationMode(service.documentation) if service else DocumentationMode.NONE,
        joining=JoiningRule(offering.joining) if offering and offering.joining else None,
        state=State(listing.state),
    )


def _words(texts: list[_Text], language: str, written_in: str) -> Words:
    wished = text_for(texts, language=language, original=written_in)
    original = text_for(texts, language=written_in, original=written_in)
    return Words(*(said(part, wished, original) for part in Words.__slots__))


def said(part: str, wished: ListingText | _Text | None, original: ListingText | _Text | None) -> Said:
    """A part nobody has translated is better read in the original than missed."""
    for text in (wished, original):
        if text is not None and getattr(text, part):
            return Said(getattr(text, part), text.language)
    return Said("", "")


def _joining(offering: _Joined) -> Joining:
    return Joining(
        rule=JoiningRule(offering.joining) if offering.joining else None,
        next_start_on=offering.next_start_on,
        size=offering.size,
        may_come_alone=offering.may_come_alone,
        may_bring_someone=offering.may_bring_someone,
        may_just_watch=offering.may_just_watch,
        welcomed_by=offering.welcomed_by,
        aims=tuple(Aim(aim) for aim in offering.aims),
        participation_kinds=tuple(ParticipationKind(kind) for kind in offering.participation_kinds),
        contact_instead=offering.contact_instead,
    )


def _with_alternatives(listing_id: UUID, offering: _Joined) -> QuerySet[Listing]:
    """The listing, and where else one can go as far as that is published itself (S1-11)."""
    if offering.pk is None:
        return Listing.objects.filter(pk=listing_id)
    others = Alternative.objects.filter(offering_id=offering.pk).values("listing_id")
    return Listing.objects.filter(Q(pk=listing_id) | (current() & Q(pk__in=others)))
