"""Starting an offering: from nothing, or from one that is there."""

from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4

from django.db import IntegrityError, models, transaction
from django.utils import timezone, translation
from django.utils.text import slugify

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused
from stegvis.kernel.once import made_once_by

from .. import policy
from ..models import Alternative, Listing, ListingText, ListingTime, Offering, Service
from ..rules import TEXT_FIELDS, WRITTEN, ListingKind, Refusal, State, as_kept, field_refusal
from ..texts import SOCIAL_SUPPORT
from .loading import offering_to_change

Row = TypeVar("Row", bound=models.Model)
NORDIC = str.maketrans({"å": "a", "ä": "a", "æ": "a", "ø": "o", "ö": "o", "ð": "d", "þ": "th"})


@action
def describe(
    actor: Actor,
    *,
    service_id: UUID,
    language: str,
    title: str,
    now: datetime,
    wanted_id: UUID | None = None,
) -> UUID:
    """Start a new offering as a draft and answer with its listing's id. `language`: nb, da, sv or en.

    The text on social support is written in from the start, in the offering's own language (S2-14). `wanted_id`: the
    key that its form carries; the same seat sending it again gets the offering that is there.
    Raises NotAllowed, NotFound for an unknown service, Refused for a title that is empty or too long.
    """
    policy.require_may_describe(actor)
    if language not in WRITTEN:
        raise ValueError(f"{language!r} is none of {', '.join(WRITTEN)}")
    title = _title(title, now)
    service = Service.objects.one_visible_to(actor, service_id)

    def make(key: UUID) -> UUID:
        _begin(actor, key, service, language, title, now)
        journal.written(actor, "directory.described", about=key, at=now)
        return key

    return made_once_by(actor, "directory.described", wanted_id, make)


def _begin(actor: Actor, key: UUID, service: Service, language: str, title: str, now: datetime) -> None:
    listing = Listing(
        id=key,
        organisation_id=actor.organisation_id,
        kind=ListingKind.OFFERING,
        state=State.DRAFT,
        service=service,
        language=language,
        languages_spoken=[language],
        organisation_name=people.organisation(actor.organisation_id).name,
        changed_at=now,
    )
    _save_with_address(listing, title)
    ListingText.objects.create(
        organisation_id=actor.organisation_id, listing=listing, language=language, title=title
    )
    with translation.override(language):
        support = str(SOCIAL_SUPPORT)
    Offering.objects.create(organisation_id=actor.organisation_id, listing=listing, knowledge_basis=support)


@action
def copy(actor: Actor, *, listing_id: UUID, title: str, now: datetime, wanted_id: UUID | None = None) -> UUID:
    """Start a draft with all that another offering says, and answer with its listing's id (S2-11).

    Days do not come along (next start, review, last check), nor does the state: a copy is shown to nobody.
    `wanted_id`: the key that its form carries; the same seat sending it again gets the copy that is there.
    Raises NotAllowed, NotFound, Refused for a title that is empty or too long.
    """
    policy.require_may_describe(actor)
    title = _title(title, now)
    source = offering_to_change(actor, listing_id)

    def make(key: UUID) -> UUID:
        _copy(source, key, title, now)
        journal.written(actor, "directory.copied", about=key, at=now)
        return key

    return made_once_by(actor, "directory.copied", wanted_id, make)


def _copy(source: Offering, key: UUID, title: str, now: datetime) -> None:
    listing = _again(source.listing, id=key, state=State.DRAFT, checked_on=None, changed_at=now, version=1)
    _save_with_address(listing, title)
    _copy_texts(source, listing, title)
    ListingTime.objects.bulk_create(_again(time, listing=listing) for time in source.listing.times.all())
    begun_anew: dict[str, Any] = {
        "next_start_on": None,
        "review_on": None,
        "step_versions": {},
        "answered_meanwhile": False,
    }
    offering = _again(source, listing=listing, copied_from=source, **begun_anew)
    offering.save(force_insert=True)
    Alternative.objects.bulk_create(
        _again(alternative, offering=offering) for alternative in source.alternatives.all()
    )


def _copy_texts(source: Offering, listing: Listing, title: str) -> None:
    for text in source.listing.texts.all():
        is_original = text.language == listing.language
        again = _again(text, listing=listing, title=title if is_original else text.title)
        again.save(force_insert=True)


def _again(row: Row, **changes: object) -> Row:
    """An unsaved row with the same columns and a new key, then these changes."""
    columns = {field.attname: getattr(row, field.attname) for field in row._meta.local_concrete_fields}
    again = type(row)(**{**columns, "id": uuid4()})
    for name, value in changes.items():
        setattr(again, name, value)
    return again


def _title(title: str, now: datetime) -> str:
    kept: str = as_kept(TEXT_FIELDS["title"], title)
    if not kept:
        raise Refused(Refusal.NEEDS_A_TITLE, field="title")
    today = timezone.localdate(now)
    if refusal := field_refusal("title", TEXT_FIELDS["title"], kept, today=today):
        raise Refused(refusal, field="title", limit=TEXT_FIELDS["title"].limit)
    return kept


def _save_with_address(listing: Listing, title: str) -> None:
    """Give the listing an address from its title. Addresses are shared by all organisations, and whether one is
    taken cannot be asked where drafts of others are hidden: so it is tried.
    """
    listing.slug = slugify(title.lower().translate(NORDIC))[:100] or "offering"
    try:
        with transaction.atomic():
            listing.save(force_insert=True)
    except IntegrityError:
        listing.slug = f"{listing.slug}-{listing.pk.hex[:8]}"
        listing.save(force_insert=True)
