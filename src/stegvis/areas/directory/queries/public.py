"""One listing with everything a newcomer wants to know, read without a seat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
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


OWN_WORDS = ("offering__who_staffs", "offering__substitute", "offering__at_illness")
"""What only the organisation's own key opens; whoever reads a published listing has nothing to do with it."""


def public_listing(*, slug: str, language: str) -> ListingShown:
    """The published listing at this address, for a reader of `language`. Raises NotFound without one."""
    rows = Listing.objects.filter(current(), slug=slug)
    rows = rows.select_related("source", "service", "offering", "notice")
    listing = rows.defer(*OWN_WORDS).first()
    if listing is None:
        raise NotFound
    offering: Offering | None = getattr(listing, "offering", None)
    notice: Notice | None = getattr(listing, "notice", None)
    briefs = briefs_of(_with_alternatives(listing, offering), language)
    brief = briefs.pop(listing.pk, None)
    if brief is None:  # it went in this very moment
        raise NotFound
    imported_at = listing.source.imported_at if listing.source else None
    return ListingShown(
        brief=brief,
        words=_words(listing, language),
        original_language=listing.language,
        service_kind=ServiceKind(listing.service.kind) if listing.service else None,
        gated=bool(listing.service and listing.service.gated),
        address=Said(listing.address, listing.language),
        how_to_find=Said(listing.how_to_find, listing.language),
        cost=Said(listing.cost, listing.language),
        step_free=listing.step_free,
        phone=listing.phone,
        web_address=listing.web_address,
        imported_on=imported_at.date() if imported_at else None,
        joining=_joining(offering) if offering else None,
        alternatives=tuple(sorted(briefs.values(), key=lambda other: other.title.casefold())),
        notice=Said(notice.words, notice.language) if notice else Said("", ""),
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


def _words(listing: Listing, language: str) -> Words:
    texts = list(listing.texts.all())
    wished = text_for(texts, language=language, original=listing.language)
    original = text_for(texts, language=listing.language, original=listing.language)
    return Words(*(said(part, wished, original) for part in Words.__slots__))


def said(part: str, wished: ListingText | None, original: ListingText | None) -> Said:
    """A part nobody has translated is better read in the original than missed."""
    for text in (wished, original):
        if text is not None and getattr(text, part):
            return Said(getattr(text, part), text.language)
    return Said("", "")


def _joining(offering: Offering) -> Joining:
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


def _with_alternatives(listing: Listing, offering: Offering | None) -> QuerySet[Listing]:
    """The listing, and where else one can go as far as that is published itself (S1-11)."""
    if offering is None:
        return Listing.objects.filter(pk=listing.pk)
    others = Alternative.objects.filter(offering=offering).values("listing_id")
    return Listing.objects.filter(Q(pk=listing.pk) | (current() & Q(pk__in=others)))
