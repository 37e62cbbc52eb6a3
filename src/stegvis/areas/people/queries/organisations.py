"""What an organisation says about itself. It is public, so nobody has to be named to read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from uuid import UUID

from stegvis.kernel.errors import NotFound

from ..models import Organisation
from ..rules import Country, Language, OrganisationKind


@dataclass(frozen=True, slots=True)
class OrganisationShown:
    """The public facts. Free texts are empty where the organisation says nothing; ages in years."""

    id: UUID
    slug: str
    name: str
    kind: OrganisationKind
    country: Country
    language: Language
    time_zone: str
    minimum_age: int
    quiet_from: time
    quiet_until: time
    phone: str
    address: str
    place: str
    open_hours: str
    guidelines: str
    is_demo: bool


def organisation(organisation_id: UUID) -> OrganisationShown:
    """Raises NotFound for an unknown one."""
    row = Organisation.objects.filter(pk=organisation_id).first()
    if row is None:
        raise NotFound
    return _shown(row)


def organisations() -> list[OrganisationShown]:
    """All of them, by name."""
    return [_shown(row) for row in Organisation.objects.order_by("name", "slug")]


def organisation_id_of(slug: str) -> UUID:
    """Raises NotFound for an unknown short name."""
    found = Organisation.objects.filter(slug=slug).values_list("pk", flat=True).first()
    if found is None:
        raise NotFound
    return found


def _shown(row: Organisation) -> OrganisationShown:
    return OrganisationShown(
        id=row.pk,
        slug=row.slug,
        name=row.name,
        kind=OrganisationKind(row.kind),
        country=Country(row.country),
        language=Language(row.language),
        time_zone=row.time_zone,
        minimum_age=row.minimum_age,
        quiet_from=row.quiet_from,
        quiet_until=row.quiet_until,
        phone=row.phone,
        address=row.address,
        place=row.place,
        open_hours=row.open_hours,
        guidelines=row.guidelines,
        is_demo=row.is_demo,
    )
