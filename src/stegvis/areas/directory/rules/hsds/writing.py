"""Our own published offerings as HSDS 3.1 services."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from .mapping import WEEKDAYS, Weekly


@dataclass(frozen=True, slots=True)
class Offered:
    """What an export says about one offering; the same that everybody may read."""

    id: UUID
    name: str
    summary: str
    content: str
    audience: str
    frame: str
    organisation_id: UUID
    organisation_name: str
    organisation_description: str
    language: str
    languages_spoken: tuple[str, ...]
    times: tuple[Weekly, ...]
    place: str
    how_to_find: str
    cost: str
    free: bool | None
    phone: str
    web_address: str
    checked_on: str


def service(offered: Offered) -> dict[str, Any]:
    """The HSDS service, without members that would be empty. Ids of its parts follow from the offering's."""
    whole = {
        "id": str(offered.id),
        "name": offered.name,
        "description": "\n\n".join(part for part in (offered.summary, offered.content) if part),
        "status": "active",
        "url": offered.web_address,
        "eligibility_description": offered.audience,
        "fees_description": offered.cost or ("Free" if offered.free else ""),
        "assured_date": offered.checked_on,
        "organization": {
            "id": str(offered.organisation_id),
            "name": offered.organisation_name,
            "description": offered.organisation_description,
        },
        "phones": [{"id": _part(offered, "phone"), "number": offered.phone}] if offered.phone else [],
        "languages": [
            {"id": _part(offered, f"language:{code}"), "code": code}
            for code in dict.fromkeys((offered.language, *offered.languages_spoken))
        ],
        "schedules": list(_schedules(offered)),
        "service_at_locations": list(_place(offered)),
    }
    return {name: value for name, value in whole.items() if value}


def _part(offered: Offered, name: str) -> str:
    return str(uuid5(offered.id, name))


def _schedules(offered: Offered) -> Iterable[dict[str, str]]:
    for when in offered.times:
        day, starts, ends = WEEKDAYS[when.weekday], f"{when.starts:%H:%M}", f"{when.ends:%H:%M}"
        yield {
            "id": _part(offered, f"schedule:{day}:{starts}:{ends}"),
            "freq": "WEEKLY",
            "byday": day,
            "opens_at": starts,
            "closes_at": ends,
        }
    if offered.frame:
        yield {"id": _part(offered, "frame"), "description": offered.frame}


def _place(offered: Offered) -> Iterable[dict[str, Any]]:
    if offered.place:
        location = {
            "id": _part(offered, "location"),
            "name": offered.place,
            "location_type": "physical",
            "transportation": offered.how_to_find,
        }
        yield {
            "id": _part(offered, "place"),
            "location": {name: value for name, value in location.items() if value},
        }
