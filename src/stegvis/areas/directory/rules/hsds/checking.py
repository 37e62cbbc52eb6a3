"""Whether a service is what HSDS 3.1 says it is, field by field, for every field we read. Unknown fields are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from .faults import Fault

Finding = tuple[Fault, str, str]
"""What is wrong, the path of the field, and what was expected."""

DEEPEST = 30
LONGEST_TEXT = 100_000
LONGEST_NAME = 1_000
STATUSES = ("active", "inactive", "defunct", "temporarily closed")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Shape = Mapping[str, Any]
"""Field name -> "text", "number" or "date", a shape for an object, or a list holding the shape of its objects."""

_PHONE: Shape = {"number": "text", "description": "text", "type": "text"}
_LANGUAGE: Shape = {"name": "text", "code": "text"}
_SCHEDULE: Shape = {
    **dict.fromkeys(("freq", "byday", "opens_at", "closes_at", "description", "notes"), "text"),
    **dict.fromkeys(("valid_from", "valid_to"), "date"),
}
_ADDRESS: Shape = dict.fromkeys(
    ("address_1", "address_2", "city", "region", "state_province", "postal_code", "country", "address_type"),
    "text",
)
_LOCATION: Shape = {
    **dict.fromkeys(("name", "location_type", "description", "transportation"), "text"),
    "latitude": "number",
    "longitude": "number",
    "addresses": [_ADDRESS],
    "accessibility": [{"description": "text", "details": "text"}],
    "phones": [_PHONE],
    "schedules": [_SCHEDULE],
}
_ATTRIBUTE: Shape = {
    "value": "text",
    "label": "text",
    "taxonomy_term": {"name": "text", "description": "text"},
}
SERVICE: Shape = {
    **dict.fromkeys(("id", "name", "status", "alternate_name", "description", "url", "email"), "text"),
    **dict.fromkeys(("application_process", "fees", "fees_description", "wait_time"), "text"),
    **dict.fromkeys(("eligibility_description", "alert", "interpretation_services"), "text"),
    **dict.fromkeys(("assured_date", "last_modified"), "date"),
    **dict.fromkeys(("minimum_age", "maximum_age"), "number"),
    "organization": {"name": "text", "description": "text", "url": "text"},
    "phones": [_PHONE],
    "languages": [_LANGUAGE],
    "schedules": [_SCHEDULE],
    "service_at_locations": [{"location": _LOCATION, "schedules": [_SCHEDULE], "phones": [_PHONE]}],
    "cost_options": [
        {"amount": "number", "currency": "text", "option": "text", "amount_description": "text"}
    ],
    "attributes": [_ATTRIBUTE],
}


def faults_of(service: dict[str, Any]) -> Iterator[Finding]:
    """Everything that is wrong with one service, in the order of its fields. Null counts as not said."""
    unsafe = list(_unsafe(service))
    if unsafe:  # too deep or too long to be looked at closer
        yield from unsafe
        return
    yield from _missing(service)
    yield from _misshapen(service, SERVICE, "")
    identity, status, name = service.get("id"), service.get("status"), service.get("name")
    if isinstance(identity, str) and identity and not _UUID.fullmatch(identity):
        yield Fault.NOT_A_UUID, "id", identity[:40]
    if isinstance(status, str) and status not in STATUSES:
        yield Fault.UNKNOWN_STATUS, "status", ", ".join(STATUSES)
    if isinstance(name, str) and len(name) > LONGEST_NAME:
        yield Fault.TEXT_TOO_LONG, "name", str(LONGEST_NAME)


def _missing(service: dict[str, Any]) -> Iterator[Finding]:
    for name in ("id", "name"):
        value = service.get(name)
        if value is None or (isinstance(value, str) and not value.strip()):
            yield Fault.MISSING, name, ""


def _misshapen(found: dict[str, Any], shape: Shape, within: str) -> Iterator[Finding]:
    for name, expected in shape.items():
        value = found.get(name)
        if value is not None:
            yield from _unlike(value, expected, within + name)


def _unlike(value: object, expected: Any, path: str) -> Iterator[Finding]:
    if isinstance(expected, list):
        if not isinstance(value, list):
            yield Fault.WRONG_TYPE, path, "list"
            return
        for place, part in enumerate(value):
            yield from _unlike(part, expected[0], f"{path}[{place}]")
    elif isinstance(expected, Mapping):
        if not isinstance(value, dict):
            yield Fault.WRONG_TYPE, path, "object"
            return
        yield from _misshapen(value, expected, f"{path}.")
    elif expected == "number":
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield Fault.WRONG_TYPE, path, "number"
    elif not isinstance(value, str):
        yield Fault.WRONG_TYPE, path, "text"
    elif expected == "date" and value and day_of(value) is None:
        yield Fault.NOT_A_DATE, path, value[:40]


def day_of(value: str) -> date | None:
    """The day of a date or a moment as HSDS writes them; None when it is neither."""
    if not _DAY.match(value):
        return None
    try:
        return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value).date()
    except ValueError:
        return None


def _unsafe(service: dict[str, Any]) -> Iterator[Finding]:
    """What no field may hold, known or not: too long, too deep, NUL, half of a character."""
    waiting: list[tuple[object, str, int]] = [(service, "", 1)]
    while waiting:
        value, path, depth = waiting.pop()
        if isinstance(value, str):
            yield from _unsafe_text(value, path)
        elif isinstance(value, dict | list) and depth > DEEPEST:
            yield Fault.TOO_DEEP, path[:80], str(DEEPEST)
        elif isinstance(value, dict):
            for name, part in value.items():
                yield from _unsafe_text(name, path)
                waiting.append((part, f"{path}.{name[:60]}" if path else name[:60], depth + 1))
        elif isinstance(value, list):
            waiting.extend((part, f"{path}[{place}]", depth + 1) for place, part in enumerate(value))


def _unsafe_text(text: str, path: str) -> Iterator[Finding]:
    if len(text) > LONGEST_TEXT:
        yield Fault.TEXT_TOO_LONG, path, str(LONGEST_TEXT)
    if "\x00" in text:
        yield Fault.NUL, path.replace("\x00", ""), ""
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            yield Fault.HALF_CHARACTER, path.encode(errors="replace").decode(), ""
