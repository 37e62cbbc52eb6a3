"""One imported service as rows, made ready before the database is asked to wait."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Model
from django.utils.text import slugify

from ...models import Listing, ListingOriginal, ListingText, ListingTime
from ...rules import ListingKind
from ...rules.hsds import Described, Service, describe

Rows = dict[type[Model], list[Model]]
"""Rows to write by table, parents first."""

NORDIC = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ð": "d", "þ": "th", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class Written:
    """A service that is new or has changed, with the address it has or gets."""

    service: Service
    described: Described
    slug: str


def understood(service: Service, *, source_id: UUID, slug: str = "") -> Written:
    """The service as a listing. Who has an address (`slug`) keeps it, so that links go on working."""
    described = describe(json.loads(service.text))
    return Written(service, described, slug or _address(described.title, service.reference, source_id))


def _address(title: str, reference: str, source_id: UUID) -> str:
    """The name, and a tail that no other listing has: addresses are shared by all, and drafts of other
    organisations cannot be asked.
    """
    name = slugify(title.lower().translate(NORDIC))[:100].strip("-") or "service"
    return f"{name}-{hashlib.sha256(f'{source_id}:{reference}'.encode()).hexdigest()[:10]}"


def rows(
    written: Sequence[Written],
    *,
    organisation_id: UUID,
    source_id: UUID,
    generation: int,
    language: str,
    now: datetime,
) -> Rows:
    """The rows of these services by table, parents first."""
    found: Rows = {
        Listing: [],
        ListingText: [],
        ListingTime: [],
        ListingOriginal: [],
    }
    for one in written:
        listing = _listing(one, organisation_id, source_id, generation, language, now)
        found[Listing].append(listing)
        found[ListingText].append(_text(one.described, listing))
        found[ListingTime].extend(_times(one.described, listing))
        found[ListingOriginal].append(
            ListingOriginal(organisation_id=organisation_id, listing=listing, as_it_came=one.service.text)
        )
    return found


def _listing(
    one: Written, organisation_id: UUID, source_id: UUID, generation: int, language: str, now: datetime
) -> Listing:
    said = one.described
    return Listing(
        organisation_id=organisation_id,
        slug=one.slug,
        kind=ListingKind.IMPORTED,
        state=said.state,
        category=said.category or "",
        language=language,
        languages_spoken=said.languages_spoken,
        free=said.free,
        cost=said.cost,
        place=said.place,
        address=said.address,
        how_to_find=said.how_to_find,
        step_free=said.step_free,
        phone=said.phone,
        web_address=said.web_address,
        organisation_name=said.organisation_name,
        checked_on=said.checked_on,
        changed_at=now,
        source_id=source_id,
        source_reference=one.service.reference,
        fingerprint=one.service.fingerprint,
        valid_from=generation,
    )


def _text(said: Described, listing: Listing) -> ListingText:
    return ListingText(
        organisation_id=listing.organisation_id,
        listing=listing,
        language=listing.language,
        title=said.title,
        summary=said.summary,
        content=said.content,
        frame=said.frame,
        audience=said.audience,
        first_time=said.first_time,
    )


def _times(said: Described, listing: Listing) -> Iterator[ListingTime]:
    for when in said.times:
        yield ListingTime(
            organisation_id=listing.organisation_id,
            listing=listing,
            weekday=when.weekday,
            starts=when.starts,
            ends=when.ends,
        )
