"""Listings as search sees them, set down directly and indexed: for tests of search that need many, or odd ones."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from itertools import count
from typing import Any
from uuid import UUID, uuid4

from stegvis.areas.directory.actions.indexing import index_listings
from stegvis.areas.directory.models import Listing, ListingText, ListingTime, Service, Source
from stegvis.areas.directory.rules import ListingKind, ServiceKind, State
from tests.factories.people import an_organisation
from tests.support import given

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
_number = count(1)


def a_listing(
    title: str = "Torsdagslunsj",
    *,
    language: str = "nb",
    summary: str = "",
    organisation: UUID | None = None,
    kind: ServiceKind | None = None,
    times: tuple[tuple[int, time, time], ...] = (),
    texts: Mapping[str, str] | None = None,
    indexed: bool = True,
    **fields: Any,
) -> UUID:
    """A published offering with these words. `texts`: further titles by language."""
    owner = organisation or an_organisation().pk
    defaults: dict[str, Any] = {
        "slug": f"listing-{next(_number)}",
        "kind": ListingKind.OFFERING,
        "state": State.PUBLISHED,
        "language": language,
        "organisation_name": "Senteret",
        "changed_at": NOW,
        "checked_on": date(2026, 11, 1),
    }
    with given(owner):
        service = Service.objects.create(organisation_id=owner, kind=kind, name="Tilbud") if kind else None
        listing = Listing.objects.create(
            pk=fields.pop("pk", uuid4()), organisation_id=owner, service=service, **{**defaults, **fields}
        )
        for code, words in {language: title, **(texts or {})}.items():
            ListingText.objects.create(
                organisation_id=owner,
                listing=listing,
                language=code,
                title=words,
                summary=summary if code == language else "",
            )
        for weekday, starts, ends in times:
            ListingTime.objects.create(
                organisation_id=owner, listing=listing, weekday=weekday, starts=starts, ends=ends
            )
        if indexed:
            index_listings([listing.pk])
    return listing.pk


def a_source(organisation: UUID, **fields: Any) -> Source:
    with given(organisation):
        return Source.objects.create(organisation_id=organisation, **{"name": "Register", **fields})
