"""Writing the invented offerings down and showing them, through the directory's own actions."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from stegvis.areas.directory import api as directory
from stegvis.areas.directory.api import JoiningRule, Step, Time
from stegvis.kernel.actor import Actor

from .offerings.told import Told
from .places import DemoPlace

CONTACT = {
    "nb": "Ring oss på 00 00 00 14, eller kom innom på åpent hus. Du trenger ikke si hva du heter.",
    "da": "Ring til os på 00 00 00 28, eller kig forbi. Du behøver ikke sige, hvad du hedder.",
    "sv": "Ring oss på 00 00 00 46, eller titta in. Du behöver inte säga vad du heter.",
}
"""The way on that every place gives besides its other offerings (S1-11)."""


def build_directory(
    editor: Actor, place: DemoPlace, seats: Mapping[str, UUID], now: datetime
) -> dict[str, UUID]:
    """Describe and publish what a place offers; answers with listing ids by key."""
    services = {
        kind: directory.add_service(editor, kind=kind, name=name, documentation=place.documentation, now=now)
        for kind, name in place.services
    }
    listings = {
        told.key: directory.describe(
            editor, service_id=services[told.service], language=told.language, title=told.title, now=now
        )
        for told in place.offerings
    }
    for told in place.offerings:
        _describe(editor, told, listings, services[told.service], seats, now)
    for listing_id in listings.values():
        directory.publish(editor, listing_id=listing_id, now=now)
    return listings


def _describe(
    editor: Actor,
    told: Told,
    listings: Mapping[str, UUID],
    service_id: UUID,
    seats: Mapping[str, UUID],
    now: datetime,
) -> None:
    listing_id = listings[told.key]
    for step, values in _steps(told, listings, service_id, seats, now).items():
        directory.save_step(editor, listing_id=listing_id, step=step, values=values, version=1, now=now)
    for language, words in told.translations.items():
        directory.translate(editor, listing_id=listing_id, language=language, words=words, now=now)


def _steps(
    told: Told, listings: Mapping[str, UUID], service_id: UUID, seats: Mapping[str, UUID], now: datetime
) -> dict[Step, dict[str, Any]]:
    return {
        Step.WHAT: {
            "summary": told.summary,
            "content": told.content,
            "method": told.method,
            "category": told.category,
            "service": service_id,
        },
        Step.WHEN: {
            "times": [Time(when.weekday, when.starts, when.ends) for when in told.when],
            "frame": told.frame,
            "size": told.size,
            "place": told.place,
            "address": told.address,
            "how_to_find": told.how_to_find,
            "step_free": told.step_free,
            "free": not told.cost,
            "cost": told.cost,
            "languages_spoken": told.languages_spoken,
        },
        Step.WHO: {
            "audience": told.audience,
            "hard_for": told.hard_for,
            "first_time": told.first_time,
            "welcomed_by": told.welcomed_by,
            "may_come_alone": told.may_come_alone,
            "may_bring_someone": told.may_bring_someone,
            "may_just_watch": told.may_just_watch,
        },
        Step.JOINING: _joining(told, now),
        Step.GROUND: _ground(told, seats, now),
        Step.STAFFING: {
            "employees_needed": told.ground.employees_needed,
            "who_staffs": told.ground.who_staffs,
            "substitute": told.ground.substitute,
            "at_illness": told.ground.at_illness,
        },
        Step.OTHERWISE: {
            "alternatives": [listings[key] for key in told.instead],
            "contact_instead": told.contact_instead or CONTACT[told.language],
        },
    }


def _joining(told: Told, now: datetime) -> dict[str, Any]:
    waits = told.joining is JoiningRule.START_OF_ROUND
    return {
        "joining": told.joining,
        "next_start_on": next_weekday(now, told.when[0].weekday, weeks=3) if waits else None,
        "aims": told.aims,
        "participation_kinds": told.participation,
        "guidelines": told.guidelines,
    }


def _ground(told: Told, seats: Mapping[str, UUID], now: datetime) -> dict[str, Any]:
    responsible = seats[told.welcomed_by]
    return {
        "responsible": responsible,
        "professional_reason": told.ground.reason,
        "knowledge_added": told.ground.more_knowledge,
        "knowledge_by": responsible,
        "knowledge_on": timezone.localdate(now) - timedelta(days=40),
        "group_composition": told.ground.group_composition,
        "user_needs": told.ground.user_needs,
        "available_resources": told.ground.available_resources,
    }


def next_weekday(now: datetime, weekday: int, *, weeks: int = 0) -> date:
    """The next such weekday after today, and some weeks later if asked."""
    today = timezone.localdate(now)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1 + 7 * weeks)
