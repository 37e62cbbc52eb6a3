"""The register of personal fields: what each is for, on which ground, how long it stays, how it goes (GDPR art. 30)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import Promise


class Ground(StrEnum):
    """Legal grounds in words an organisation recognises; each sets its own for its purposes (X-05)."""

    SERVICE = "service"  # needed to give the person the service they asked for
    EMPLOYMENT = "employment"  # needed to run the place: who works here
    CONSENT = "consent"  # the person's own yes, taken back at any time
    LAW = "law"  # a law demands it


class KeepFor(StrEnum):
    WHILE_IN_TOUCH = "while_in_touch"  # until the person leaves, or 12 months after the last use
    WHILE_IN_SEAT = "while_in_seat"  # until the seat has ended and its journal has aged out
    FIVE_YEARS = "five_years"
    A_YEAR = "a_year"
    SEVEN_DAYS = "seven_days"
    THE_DAY = "the_day"  # until the night of the same day
    HALF_AN_HOUR = "half_an_hour"
    AS_SET = "as_set"  # as many days as the organisation has set
    UNTIL_IT_IS_OVER = "until_it_is_over"  # what was said for one meeting, until that is over


class Erase(StrEnum):
    DELETE_ROW = "delete_row"
    BLANK_FIELD = "blank_field"
    KEEP_UNTIL_AGED = "keep_until_aged"  # holds no name or word of the person


@dataclass(frozen=True, slots=True)
class PersonalField:
    """One declared column. `model` is `app_label.ModelName`, `purpose` an English sentence for the register."""

    model: str
    field: str
    purpose: str
    ground: Ground
    keep_for: KeepFor
    erase: Erase


_register: dict[tuple[str, str], PersonalField] = {}
_not_personal: set[tuple[str, str]] = set()
_words: dict[str, Promise] = {}
_ways: dict[str, Way] = {}


@dataclass(frozen=True, slots=True)
class Way:
    """How a table without `ABOUT` is about a participant: the look-up path to her id, and what else must hold."""

    path: str
    only: tuple[tuple[str, str], ...] = ()


def declare(fields: Iterable[PersonalField]) -> None:
    """Add an area's personal fields. Declaring the same field again replaces nothing: it must be equal."""
    for field in fields:
        key = (field.model, field.field)
        if _register.setdefault(key, field) != field:
            raise ValueError(f"{key} is declared twice")


def declare_not_personal(model: str, *fields: str) -> None:
    """Columns that stand beside personal ones and say nothing about a person (states, versions, keys)."""
    _not_personal.update((model, field) for field in fields)


def register() -> list[PersonalField]:
    return [_register[key] for key in sorted(_register)]


def is_declared(model: str, field: str) -> bool:
    return (model, field) in _register or (model, field) in _not_personal


def declare_words(area: str, words: Mapping[str, Promise]) -> None:
    """What a participant reads in her own copy: `Model` is the heading of its rows, `Model.field` a field's label.

    Raises ValueError when something has other words already.
    """
    for name, said in words.items():
        if _words.setdefault(f"{area}.{name}", said) is not said:
            raise ValueError(f"{area}.{name} has words already")


def words_of(name: str) -> Promise | None:
    """The words for `area.Model` or `area.Model.field`; None where nobody has given any."""
    return _words.get(name)


def declare_way(model: str, path: str, **only: str) -> None:
    """Say how the rows of a table that has no `ABOUT` lead to a participant: logins, and what hangs on them."""
    way = Way(path, tuple(sorted(only.items())))
    if _ways.setdefault(model, way) != way:
        raise ValueError(f"{model} has another way already")


def ways() -> Mapping[str, Way]:
    return _ways
