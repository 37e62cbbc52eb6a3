"""What is expected in an offering, and its guidelines: as written, and as a reader of another language finds them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from ..models import Listing
from ..rules import DocumentationMode, ListingKind, State
from .briefs import text_for
from .public import Said, said


@dataclass(frozen=True, slots=True)
class Guidelines:
    """`written` is what counts; `read` the same words in the reader's language where somebody has translated them.

    `documentation`: the mode of the service, which says what staff may note about who has read them (X-15).
    """

    listing_id: UUID
    slug: str
    title: Said
    written: Said
    read: Said
    documentation: DocumentationMode


@query
def guidelines_of(actor: Actor, which: UUID | str, language: str = "") -> Guidelines:
    """The guidelines of one offering of the actor's organisation, by its id or the short name in its address.

    Also of one that is paused or closed since, for those who are still in it. Raises NotFound for a draft, for what
    is no offering, and for another organisation's.
    """
    named = Q(pk=which) if isinstance(which, UUID) else Q(slug=which)
    ours = Listing.objects.filter(named, organisation_id=actor.organisation_id, kind=ListingKind.OFFERING)
    row = ours.exclude(state=State.DRAFT).select_related("service").first()
    if row is None:
        raise NotFound
    texts = list(row.texts.all())
    written = text_for(texts, language=row.language, original=row.language)
    read = text_for(texts, language=language, original=row.language)
    if written is None or read is None:
        raise NotFound
    words = read if read.guidelines else written
    return Guidelines(
        listing_id=row.pk,
        slug=row.slug,
        title=Said(read.title, read.language),
        written=Said(written.guidelines, written.language),
        read=Said(words.guidelines, words.language),
        documentation=DocumentationMode(row.service.documentation) if row.service else DocumentationMode.NONE,
    )


@dataclass(frozen=True, slots=True)
class Expected:
    """What taking part in one offering involves (S1-14): what happens, when and how many, how it is led; and what is
    agreed on there. What nobody has written is left out.
    """

    involves: tuple[Said, ...]
    agreed: Said


@query
def expected(actor: Actor, listing_ids: Collection[UUID], language: str) -> dict[UUID, Expected]:
    """By offering of the actor's organisation, also of one that rests or has ended since; drafts are left out.

    Two questions to the database, however many.
    """
    rows = Listing.objects.filter(pk__in=list(listing_ids), organisation_id=actor.organisation_id)
    rows = rows.filter(kind=ListingKind.OFFERING).exclude(state=State.DRAFT)
    return {row.pk: _expected(row, language) for row in rows.prefetch_related("texts")}


def _expected(row: Listing, language: str) -> Expected:
    texts = list(row.texts.all())
    wished = text_for(texts, language=language, original=row.language)
    original = text_for(texts, language=row.language, original=row.language)
    lines = (said(part, wished, original) for part in ("content", "frame", "method"))
    return Expected(tuple(line for line in lines if line), said("guidelines", wished, original))
