"""What an HSDS service says, in the words of our listings. Only what is said: nothing is guessed to be free or open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from ..codes import Category, State
from .checking import day_of
from .plain import first_sentence, line, plain
from .terms import category_of, language_code, means_free, says_step_free

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")
_STATES = {"active": State.PUBLISHED, "temporarily closed": State.PAUSED}


@dataclass(frozen=True, slots=True)
class Weekly:
    """Every week on this day (0 Monday - 6 Sunday), local time."""

    weekday: int
    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class Described:
    """An imported service as a listing shows it."""

    title: str
    summary: str
    content: str
    frame: str
    audience: str
    first_time: str
    state: State
    category: Category | None
    languages_spoken: list[str]
    free: bool | None
    cost: str
    place: str
    address: str
    how_to_find: str
    step_free: bool | None
    phone: str
    web_address: str
    organisation_name: str
    checked_on: date | None
    times: tuple[Weekly, ...]


def describe(service: dict[str, Any]) -> Described:
    """The listing that a checked service makes. A status left out counts as active."""
    content = plain(service.get("description") or "")
    schedules = list(_schedules(service))
    locations = [
        place["location"] for place in _objects(service, "service_at_locations") if place.get("location")
    ]
    address = _first(part for location in locations for part in _objects(location, "addresses"))
    return Described(
        title=line(service["name"], 255) or service["id"],
        summary=first_sentence(content),
        content=content,
        frame=_frame(schedules),
        audience=_audience(service),
        first_time=plain(service.get("application_process") or ""),
        state=_STATES.get(service.get("status") or "active", State.CLOSED),
        category=category_of(_terms(service)),
        languages_spoken=_languages(service),
        free=_free(service),
        cost=line(service.get("fees_description") or service.get("fees") or "", 200),
        place=line(address.get("city") or "", 80),
        address=_address(address),
        how_to_find=_how_to_find(locations),
        step_free=says_step_free(_accessibility(locations)),
        phone=_phone(service, locations),
        web_address=_web_address(service.get("url") or ""),
        organisation_name=line((service.get("organization") or {}).get("name") or "", 255),
        checked_on=_checked_on(service),
        times=_times(schedules),
    )


def _objects(found: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return found.get(name) or []


def _first(found: Iterator[dict[str, Any]]) -> dict[str, Any]:
    return next(found, {})


def _schedules(service: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from _objects(service, "schedules")
    for place in _objects(service, "service_at_locations"):
        yield from _objects(place, "schedules")
        yield from _objects(place.get("location") or {}, "schedules")


def _frame(schedules: Sequence[dict[str, Any]]) -> str:
    """When it is open, in the words of the file, each said once."""
    parts = [schedule.get(name) or "" for schedule in schedules for name in ("description", "notes")]
    return "\n".join(dict.fromkeys(words for words in map(plain, parts) if words))


def _how_to_find(locations: Sequence[dict[str, Any]]) -> str:
    return plain(next((place["transportation"] for place in locations if place.get("transportation")), ""))


def _audience(service: dict[str, Any]) -> str:
    """Who it is for. A bare "None" means that nothing is asked of anybody, and would be read as nobody."""
    said = plain(service.get("eligibility_description") or "")
    return "" if said.strip(".").lower() in {"none", "ingen", "inga"} else said


def _times(schedules: Sequence[dict[str, Any]]) -> tuple[Weekly, ...]:
    found = {when for schedule in schedules for when in _weekly(schedule)}
    return tuple(sorted(found, key=lambda when: (when.weekday, when.starts, when.ends)))


def _weekly(schedule: dict[str, Any]) -> Iterator[Weekly]:
    """The weekdays of a schedule that repeats every week. "2MO" is once a month and stays in the frame's words."""
    starts, ends = _clock(schedule.get("opens_at")), _clock(schedule.get("closes_at"))
    every_week = (schedule.get("freq") or "WEEKLY") == "WEEKLY" and schedule.get("interval") in (None, 1)
    if not (every_week and starts and ends and starts < ends):
        return
    for day in (schedule.get("byday") or "").split(","):
        if day.strip() in WEEKDAYS:
            yield Weekly(WEEKDAYS.index(day.strip()), starts, ends)


def _clock(value: str | None) -> time | None:
    """The local time on the wall; an offset from UTC after it tells where the wall is."""
    found = _CLOCK.match((value or "").strip())
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return time(int(found[1]), int(found[2]))


def _terms(service: dict[str, Any]) -> list[str]:
    terms = []
    for attribute in _objects(service, "attributes"):
        term = attribute.get("taxonomy_term") or {}
        terms.append(term.get("name") or attribute.get("value") or "")
    return [term for term in terms if term]


def _languages(service: dict[str, Any]) -> list[str]:
    said = (spoken.get("code") or spoken.get("name") or "" for spoken in _objects(service, "languages"))
    return list(dict.fromkeys(language_code(line(words, 60)) for words in said if words))


def _free(service: dict[str, Any]) -> bool | None:
    """True only when it is said, False only when a price is; otherwise nobody knows."""
    said = service.get("fees_description") or service.get("fees") or ""
    if said:
        return means_free(said) or None
    amounts = [
        option["amount"] for option in _objects(service, "cost_options") if option.get("amount") is not None
    ]
    return not any(amounts) if amounts else None


def _address(address: dict[str, Any]) -> str:
    parts = (address.get(name) for name in ("address_1", "address_2"))
    return line(", ".join(part for part in parts if part), 200)


def _accessibility(locations: Sequence[dict[str, Any]]) -> list[str]:
    return [
        part.get("description") or ""
        for location in locations
        for part in _objects(location, "accessibility")
    ]


def _phone(service: dict[str, Any], locations: Sequence[dict[str, Any]]) -> str:
    """The first number. The service's own come before those of a place."""
    everywhere = [
        *_objects(service, "phones"),
        *(part for place in locations for part in _objects(place, "phones")),
    ]
    return line(_first(part for part in everywhere if part.get("number")).get("number") or "", 60)


def _web_address(said: str) -> str:
    """An ordinary address of the web, or nothing: a link must not run anything."""
    said = said.strip()
    ordinary = re.fullmatch(r"https?://[^\s<>\"']+", said, re.IGNORECASE)
    return said if ordinary and len(said) <= 500 else ""


def _checked_on(service: dict[str, Any]) -> date | None:
    said = service.get("assured_date") or service.get("last_modified") or ""
    return day_of(said)
