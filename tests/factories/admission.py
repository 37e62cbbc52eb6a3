"""Offerings to talk about, and talks that are held."""

from datetime import UTC, datetime
from itertools import count
from typing import Any
from uuid import UUID

from stegvis.areas.admission.models import OfferingChoice, Talk
from stegvis.areas.admission.rules import Choice
from stegvis.areas.directory.models import Listing, ListingText, Offering, Service
from stegvis.areas.directory.rules import DocumentationMode, ListingKind, ServiceKind, State
from stegvis.areas.people.models import Participant
from stegvis.kernel.actor import Actor
from tests.support import given

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
"""A Monday, eleven o'clock in Korsby."""

_number = count(1)


def an_offering(organisation_id: UUID, title: str = "Thursday lunch", **fields: Any) -> Listing:
    """A published offering that a talk comes before, unless `gated`, `state` or `documentation` say otherwise."""
    gated = fields.pop("gated", True)
    documentation = fields.pop("documentation", DocumentationMode.WITHOUT_NAMES)
    joining = fields.pop("joining", "")
    defaults = {
        "slug": f"offering-{next(_number)}",
        "kind": ListingKind.OFFERING,
        "state": State.PUBLISHED,
        "language": "en",
        "organisation_name": "Korsby",
        "changed_at": NOW,
    }
    with given(organisation_id):
        service = Service.objects.create(
            organisation_id=organisation_id,
            kind=ServiceKind.SOCIAL_OFFERINGS,
            name="Social offerings",
            gated=gated,
            documentation=documentation,
        )
        listing = Listing.objects.create(
            organisation_id=organisation_id, service=service, **{**defaults, **fields}
        )
        ListingText.objects.create(
            organisation_id=organisation_id,
            listing=listing,
            language="en",
            title=title,
            summary="We eat together.",
        )
        Offering.objects.create(
            organisation_id=organisation_id, listing=listing, joining=joining, contact_instead="Call us."
        )
    return listing


def participant_of(actor: Actor) -> Participant:
    with given(actor):
        return Participant.objects.get(user_id=actor.user_id, organisation_id=actor.organisation_id)


def a_held_talk(adviser: Actor, participant_id: UUID, *now_ids: UUID, **fields: Any) -> Talk:
    """A talk that this seat has held, with these offerings chosen now."""
    defaults = {
        "adviser_id": adviser.seat_id,
        "saved_by_id": adviser.seat_id,
        "started_at": NOW,
        "saved_at": NOW,
        "held_on": NOW.date(),
        "documentation": DocumentationMode.WITHOUT_NAMES,
    }
    with given(adviser):
        talk = Talk.objects.create(
            organisation_id=adviser.organisation_id, participant_id=participant_id, **{**defaults, **fields}
        )
        for listing_id in now_ids:
            OfferingChoice.objects.create(
                organisation_id=adviser.organisation_id,
                talk=talk,
                listing_id=listing_id,
                choice=Choice.NOW,
                expectations_said_by_person=True,
                expectations_said_by_adviser=True,
            )
    return talk
