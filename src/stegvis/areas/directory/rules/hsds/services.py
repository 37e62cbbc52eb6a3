"""Services inside what a file holds: an item is a service, or an organisation with its services."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .checking import faults_of
from .faults import Fault, Item, Problem

MAPPING_VERSION = 1
"""Raise it when `describe` understands more: the next import then brings every listing up to date."""


@dataclass(frozen=True, slots=True)
class Service:
    """A service that passed every check. `reference` is its id in small letters, `text` its JSON on one line, and
    `fingerprint` changes when the service does, not when only its layout does.
    """

    reference: str
    item: int
    line: int
    text: str
    fingerprint: str


def services_in(item: Item, *, language: str) -> Iterator[Service | Problem]:
    """The services of one item, each checked. `language` is that of the file's texts, nb, da, sv or en."""
    if not isinstance(item.value, dict):
        yield Problem(Fault.NOT_AN_OBJECT, item.line, item.number)
        return
    if "services" not in item.value:
        yield from _checked(item, item.value, item.text, language)
        return
    nested = item.value["services"]
    if not isinstance(nested, list):
        yield Problem(Fault.WRONG_TYPE, item.line, item.number, "services", "list")
        return
    organisation = {name: value for name, value in item.value.items() if name != "services"}
    for place, service in enumerate(nested):
        yield from _nested(item, place, service, organisation, language)


def _nested(
    item: Item, place: int, service: object, organisation: dict[str, Any], language: str
) -> Iterator[Service | Problem]:
    """A service of an organisation, which it takes along so that it can stand alone."""
    where = f"services[{place}]"
    if not isinstance(service, dict):
        yield Problem(Fault.NOT_AN_OBJECT, item.line, item.number, where)
        return
    alone = service if "organization" in service else {**service, "organization": organisation}
    try:
        text = json.dumps(alone, ensure_ascii=False)
    except RecursionError:
        yield Problem(Fault.TOO_DEEP, item.line, item.number, where)
        return
    yield from _checked(item, alone, text, language, f"{where}.")


def _checked(
    item: Item, service: dict[str, Any], text: str, language: str, within: str = ""
) -> Iterator[Service | Problem]:
    wrong = False
    for fault, field, detail in faults_of(service):
        wrong = True
        yield Problem(fault, item.line, item.number, within + field, detail)
    if not wrong:
        reference = service["id"].lower()
        yield Service(reference, item.number, item.line, text, fingerprint(service, language))


def fingerprint(service: dict[str, Any], language: str) -> str:
    canonical = json.dumps(service, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{MAPPING_VERSION}:{language}:{canonical}".encode()).hexdigest()
