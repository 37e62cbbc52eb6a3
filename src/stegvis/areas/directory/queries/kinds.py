"""Of which kind of work each offering is, and how people take part in shaping it (S1-04, S2-02, S2-18)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, Subquery

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import ListingText, Offering, Service
from ..rules import ParticipationKind, ServiceKind, State


@dataclass(frozen=True, slots=True)
class OfferingKinds:
    """One offering. `language` is the code of the title; `participation` is empty while nobody has chosen."""

    listing_id: UUID
    title: str
    language: str
    state: State
    service: ServiceKind
    participation: frozenset[ParticipationKind]


@query
def offering_kinds(actor: Actor) -> list[OfferingKinds]:
    """All offerings of the actor's organisation, by title. One question to the database. Raises NotAllowed."""
    policy.require_may_describe(actor)
    words = ListingText.objects.filter(
        listing=OuterRef("listing_id"), language=OuterRef("listing__language")
    ).values("title")
    rows = Offering.objects.visible_to(actor).annotate(title=Subquery(words)).order_by("pk")
    of = ("listing_id", "title", "listing__language", "listing__state", "listing__service__kind")
    found = [
        OfferingKinds(key, title or "", language, State(state), ServiceKind(service), _kinds(chosen))
        for key, title, language, state, service, chosen in rows.values_list(*of, "participation_kinds")
        if service
    ]
    return sorted(found, key=lambda one: one.title.casefold())


@query
def participation_kinds(actor: Actor, listing_id: UUID) -> frozenset[ParticipationKind]:
    """How people take part in shaping this offering of the actor's organisation; nothing for what is unknown."""
    rows = Offering.objects.visible_to(actor).filter(listing_id=listing_id)
    return _kinds(rows.values_list("participation_kinds", flat=True).first() or [])


@query
def service_kinds(actor: Actor) -> list[ServiceKind]:
    """The kinds of work that the actor's organisation runs, each once, in the order of the menu (S2-02)."""
    here = set(Service.objects.visible_to(actor).values_list("kind", flat=True))
    return [kind for kind in ServiceKind if kind in here]


def _kinds(codes: list[str]) -> frozenset[ParticipationKind]:
    return frozenset(ParticipationKind(code) for code in codes)
