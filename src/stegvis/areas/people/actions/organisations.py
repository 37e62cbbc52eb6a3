"""Setting up a service: the organisation and its departments."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused

from .. import policy
from ..models import Department, Organisation
from ..rules import Country, Language, OrganisationKind, Reason
from ..rules.house import OF_AGE


@action
def add_organisation(
    actor: Actor,
    *,
    slug: str,
    name: str,
    kind: OrganisationKind,
    country: Country,
    language: Language,
    now: datetime,
    time_zone: str = "Europe/Oslo",
    minimum_age: int = 18,
    phone: str = "",
    address: str = "",
    place: str = "",
    open_hours: str = "",
    guidelines: str = "",
    is_demo: bool = False,
) -> UUID:
    """Add an organisation; its id is the actor's, `Actor.housekeeper(uuid4())`. Ages are in years.

    Raises Refused(SLUG_TAKEN) when another one has this short name, and Refused(AGE_NEEDS_POLICY) for an age under 18:
    that is decided in the house itself, with a plan and somebody responsible (S2-01).
    """
    policy.require(policy.may_set_up(actor))
    if minimum_age < OF_AGE:
        raise Refused(Reason.AGE_NEEDS_POLICY)
    if Organisation.objects.filter(slug=slug).exists():
        raise Refused(Reason.SLUG_TAKEN, slug=slug)
    Organisation.objects.create(
        pk=actor.organisation_id,
        slug=slug,
        name=name,
        kind=kind,
        country=country,
        language=language,
        time_zone=time_zone,
        minimum_age=minimum_age,
        phone=phone,
        address=address,
        place=place,
        open_hours=open_hours,
        guidelines=guidelines,
        is_demo=is_demo,
    )
    journal.written(actor, "people.organisation_added", about=actor.organisation_id, at=now)
    return actor.organisation_id


@action
def add_department(actor: Actor, *, name: str, now: datetime) -> UUID:
    """Add a part of the actor's organisation."""
    policy.require(policy.may_set_up(actor))
    department = Department.objects.create(organisation_id=actor.organisation_id, name=name)
    journal.written(actor, "people.department_added", about=department.pk, at=now)
    return department.pk
