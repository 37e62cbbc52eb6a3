"""Services and offerings, made through the actions, so that they are what the house itself would make."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from stegvis.areas.directory import api as directory
from stegvis.areas.directory.models import SearchText
from stegvis.areas.directory.rules import Aim, Category, JoiningRule, ParticipationKind, Step, Time
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import JournalEntry
from tests.support import given

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)


def a_service(actor: Actor, **fields: Any) -> UUID:
    defaults: dict[str, Any] = {
        "kind": directory.ServiceKind.SOCIAL_OFFERINGS,
        "name": "Sosiale tilbud",
        "documentation": directory.DocumentationMode.WITHOUT_NAMES,
    }
    return directory.add_service(actor, **{**defaults, **fields}, now=NOW)


def a_draft(
    actor: Actor, *, title: str = "Torsdagslunsj", language: str = "nb", service: UUID | None = None
) -> UUID:
    """An offering with nothing but a title."""
    service_id = service or a_service(actor)
    return directory.describe(actor, service_id=service_id, language=language, title=title, now=NOW)


def complete_steps(actor: Actor) -> dict[Step, dict[str, Any]]:
    """What has to be written before an offering may be shown, and a little more."""
    return {
        Step.WHAT: {
            "summary": "Vi lager og spiser lunsj sammen.",
            "content": "Vi lager mat, dekker bord og spiser sammen.",
            "method": "Alle gjør det de har lyst til.",
            "category": Category.FELLOWSHIP,
        },
        Step.WHEN: {
            "times": [Time(3, time(12), time(14))],
            "frame": "Hver torsdag på kjøkkenet. Opptil ti personer.",
            "size": "Opptil ti",
            "place": "Korsby",
            "address": "Storgata 1",
            "step_free": True,
            "free": True,
        },
        Step.WHO: {"audience": "Alle som vil spise sammen med noen.", "hard_for": "Det kan være mye lyd."},
        Step.JOINING: {
            "joining": JoiningRule.ANY_TIME,
            "aims": [Aim.SELF_CARE],
            "participation_kinds": [ParticipationKind.SHARE_EXPERIENCE],
            "guidelines": "Vi hjelper hverandre med oppvasken.",
        },
        Step.GROUND: {
            "responsible": actor.seat_id,
            "professional_reason": "Et måltid sammen gjør det lettere å møte andre.",
            "knowledge_by": actor.seat_id,
            "knowledge_on": TODAY,
            "group_composition": "Liten og åpen gruppe.",
            "user_needs": "Et sted å høre til.",
            "available_resources": "Kjøkken og to ansatte.",
        },
        Step.STAFFING: {
            "employees_needed": 2,
            "who_staffs": "Ingrid og Odd",
            "substitute": "Berit",
            "at_illness": "Vi ringer Berit. Er vi bare én, blir det kaffe i stedet.",
        },
        Step.OTHERWISE: {"contact_instead": "Ring oss på 55 51 00 00."},
    }


def write(actor: Actor, listing_id: UUID, steps: Mapping[Step, Mapping[str, Any]]) -> None:
    """Write these steps, whatever stands there."""
    for step, values in steps.items():
        version = directory.desk_offering(actor, listing_id, today=TODAY).versions[step]
        directory.save_step(actor, listing_id=listing_id, step=step, values=values, version=version, now=NOW)


def a_complete_draft(actor: Actor, **fields: Any) -> UUID:
    listing_id = a_draft(actor, **fields)
    write(actor, listing_id, complete_steps(actor))
    return listing_id


def a_published_offering(actor: Actor, **fields: Any) -> UUID:
    listing_id = a_complete_draft(actor, **fields)
    directory.publish(actor, listing_id=listing_id, now=NOW)
    return listing_id


def shown(actor: Actor, listing_id: UUID) -> directory.DeskOffering:
    return directory.desk_offering(actor, listing_id, today=TODAY)


def journal_of(actor: Actor, about: UUID) -> list[tuple[str, str]]:
    """What the journal says about something: what happened, and its outcome."""
    with given(actor):
        return list(JournalEntry.objects.filter(about=about).values_list("what", "outcome"))


def in_index(actor: Actor, listing_id: UUID) -> bool:
    """Whether search can find it."""
    with given(actor):
        return SearchText.objects.filter(listing_id=listing_id).exists()
