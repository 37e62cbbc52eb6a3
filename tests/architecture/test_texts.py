"""Every code that people are shown has words, in every language of the house."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from enum import StrEnum
from types import ModuleType

import pytest
from django.utils.functional import Promise

from stegvis.kernel.errors import Refused
from tests.architecture.sources import AREAS

NEVER_SHOWN = {
    "people.Country": "Chosen once when an organisation is added by command.",
    "people.Language": "Shown by its own name in the language menu.",
    "people.OrganisationKind": "Chosen once when an organisation is added by command.",
    "directory.Fault": "Told on the command line alone, in English: management/words.py.",
    "directory.Move": "A review says what is decided, in words of its own (insight).",
    "directory.Home": "Says in which table a field is kept.",
    "directory.ListingKind": "Decides what a listing is found as; each kind has its own pages.",
    "messages.DeliveryState": "Pages show who is to be called, and why; the rest is the worker's.",
    "messages.Outcome": "What the worker knows of an e-mail.",
    "groups.Told": "Kinds of message; what each says is put together in texts.py, for the page and for the phone.",
    "directory.Shape": "Says what kind of value a field holds.",
}
"""Codes that no page shows, each with the reason."""


def rules_of(area: str) -> Iterator[ModuleType]:
    """The area's rules, whether one module or a package of several."""
    rules = importlib.import_module(f"stegvis.areas.{area}.rules")
    yield rules
    for part in pkgutil.iter_modules(getattr(rules, "__path__", [])):
        yield importlib.import_module(f"{rules.__name__}.{part.name}")


def codes_of(area: str) -> list[type[StrEnum]]:
    found = {
        value
        for module in rules_of(area)
        for value in vars(module).values()
        if inspect.isclass(value) and issubclass(value, StrEnum) and value is not StrEnum
        and value.__module__.startswith(f"stegvis.areas.{area}.")
    }  # fmt: skip
    return sorted(found, key=lambda code: code.__name__)


def words_of(texts: ModuleType | None) -> set[tuple[type[StrEnum], str]]:
    """Every code that has words in one of the tables of texts.py. Codes of two kinds may have the same value."""
    tables = [value for value in vars(texts).values() if isinstance(value, dict)] if texts else []
    return {
        (type(code), code.value)
        for table in tables
        for code, words in table.items()
        if isinstance(code, StrEnum) and isinstance(words, Promise | str | tuple) and words
    }


def without_words(area: str, codes: list[type[StrEnum]], texts: ModuleType | None) -> list[str]:
    known = words_of(texts)
    return [
        f"{area}.{kind.__name__}.{code.name}"
        for kind in codes
        if f"{area}.{kind.__name__}" not in NEVER_SHOWN
        for code in kind
        if (kind, code.value) not in known
    ]


def texts_of(area: str) -> ModuleType | None:
    try:
        return importlib.import_module(f"stegvis.areas.{area}.texts")
    except ModuleNotFoundError:
        return None


def test_no_excuse_outlives_its_code():
    assert set(NEVER_SHOWN) <= {f"{area}.{kind.__name__}" for area in AREAS for kind in codes_of(area)}


@pytest.mark.parametrize("area", AREAS)
def test_every_code_has_words(area: str):
    assert without_words(area, codes_of(area), texts_of(area)) == []


def test_a_code_without_words_is_noticed():
    class Mood(StrEnum):
        CALM = "calm"

    assert without_words("people", [Mood], None) == ["people.Mood.CALM"]


def test_a_refusal_carries_its_reason_and_facts():
    class Reason(StrEnum):
        FULL = "full"

    refusal = Refused(Reason.FULL, places=8)
    assert (refusal.reason, refusal.facts) == (Reason.FULL, {"places": 8})
