"""What can be written about an offering, step by step, and within which limits. Pure: no Django, no clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any, cast

from .codes import SPOKEN, Aim, Category, JoiningRule, ParticipationKind
from .publishing import Step
from .refusals import Refusal


class Home(StrEnum):
    """Which table a field lives in."""

    LISTING = "listing"
    TEXT = "text"
    OFFERING = "offering"


class Shape(StrEnum):
    """What a field's value is in Python."""

    WORDS = "words"  # str, never None
    CODE = "code"  # one StrEnum member, or "" for none
    CODES = "codes"  # a collection of StrEnum members
    YES_NO = "yes_no"  # bool, or None for "not said"
    NUMBER = "number"  # int of at least 0, or None
    DAY = "day"  # date, or None
    KEY = "key"  # UUID, or None
    TIMES = "times"  # a sequence of Time
    KEYS = "keys"  # a collection of UUIDs of other listings


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that can be written. `limit`: characters at most, for words; `codes`: what a code can be."""

    home: Home
    shape: Shape = Shape.WORDS
    limit: int = 0
    codes: tuple[str, ...] = ()


SHORT, LINE, PASSAGE, PAGE = 120, 200, 2_000, 8_000
_TEXT, _LISTING, _OFFERING = Home.TEXT, Home.LISTING, Home.OFFERING

FIELDS: dict[Step, dict[str, Field]] = {
    Step.WHAT: {
        "title": Field(_TEXT, limit=SHORT),
        "summary": Field(_TEXT, limit=300),
        "content": Field(_TEXT, limit=PAGE),
        "method": Field(_TEXT, limit=PASSAGE),
        "category": Field(_LISTING, Shape.CODE, codes=tuple(Category)),
        "service": Field(_LISTING, Shape.KEY),
    },
    Step.WHEN: {
        "times": Field(_LISTING, Shape.TIMES),
        "frame": Field(_TEXT, limit=PASSAGE),
        "size": Field(_OFFERING, limit=SHORT),
        "place": Field(_LISTING, limit=80),
        "address": Field(_LISTING, limit=LINE),
        "how_to_find": Field(_LISTING, limit=PASSAGE),
        "step_free": Field(_LISTING, Shape.YES_NO),
        "free": Field(_LISTING, Shape.YES_NO),
        "cost": Field(_LISTING, limit=LINE),
        "languages_spoken": Field(_LISTING, Shape.CODES, codes=SPOKEN),
    },
    Step.WHO: {
        "audience": Field(_TEXT, limit=PASSAGE),
        "hard_for": Field(_TEXT, limit=PASSAGE),
        "first_time": Field(_TEXT, limit=PASSAGE),
        "welcomed_by": Field(_OFFERING, limit=60),
        "may_come_alone": Field(_OFFERING, Shape.YES_NO),
        "may_bring_someone": Field(_OFFERING, Shape.YES_NO),
        "may_just_watch": Field(_OFFERING, Shape.YES_NO),
    },
    Step.JOINING: {
        "joining": Field(_OFFERING, Shape.CODE, codes=tuple(JoiningRule)),
        "next_start_on": Field(_OFFERING, Shape.DAY),
        "aims": Field(_OFFERING, Shape.CODES, codes=tuple(Aim)),
        "participation_kinds": Field(_OFFERING, Shape.CODES, codes=tuple(ParticipationKind)),
        "guidelines": Field(_TEXT, limit=PAGE),
    },
    Step.GROUND: {
        "responsible": Field(_OFFERING, Shape.KEY),
        "professional_reason": Field(_OFFERING, limit=PASSAGE),
        "knowledge_added": Field(_OFFERING, limit=PAGE),
        "knowledge_by": Field(_OFFERING, Shape.KEY),
        "knowledge_on": Field(_OFFERING, Shape.DAY),
        "group_composition": Field(_OFFERING, limit=PASSAGE),
        "user_needs": Field(_OFFERING, limit=PASSAGE),
        "available_resources": Field(_OFFERING, limit=PASSAGE),
    },
    Step.STAFFING: {
        "employees_needed": Field(_OFFERING, Shape.NUMBER),
        "who_staffs": Field(_OFFERING, limit=PASSAGE),
        "substitute": Field(_OFFERING, limit=PASSAGE),
        "at_illness": Field(_OFFERING, limit=PASSAGE),
    },
    Step.OTHERWISE: {
        "alternatives": Field(_OFFERING, Shape.KEYS),
        "contact_instead": Field(_OFFERING, limit=LINE),
    },
    Step.LANGUAGES: {},
}
"""Every field that a step holds. Other languages hold the words of `TEXT_FIELDS` once more."""

NEEDED = frozenset(
    {
        *("title", "content", "method", "category", "service", "frame", "audience", "hard_for"),
        *("joining", "aims", "participation_kinds", "guidelines"),
        *("responsible", "professional_reason", "knowledge_by", "knowledge_on"),
        *("group_composition", "user_needs", "available_resources"),
        *("employees_needed", "who_staffs", "substitute", "at_illness"),
    }
)
"""Fields that `publishing.missing` asks for in every offering; the others can be skipped, or depend on another."""

TEXT_FIELDS: dict[str, Field] = {
    name: field for fields in FIELDS.values() for name, field in fields.items() if field.home is Home.TEXT
}
"""The words that people read, and that exist once a language."""

MAX_TIMES = 21
BREAKS = "\n\r\t"


@dataclass(frozen=True, slots=True, order=True)
class Time:
    """When it usually happens, in local time. `weekday`: 0 Monday to 6 Sunday."""

    weekday: int
    starts: time
    ends: time


def as_kept(field: Field, value: Any) -> Any:
    """A value in the form in which it is kept, so that two can be compared. Raises ValueError for an unknown code."""
    if field.shape is Shape.WORDS:
        return str(value or "").replace("\r\n", "\n").strip()
    if field.shape is Shape.CODE:
        return _known(field, value) if value else ""
    if field.shape is Shape.CODES:
        given = {_known(field, code) for code in value or ()}
        return [code for code in field.codes if code in given]
    if field.shape is Shape.TIMES:
        return tuple(sorted(value or ()))
    if field.shape is Shape.KEYS:
        return frozenset(value or ())
    return value


def _known(field: Field, code: str) -> str:
    if code not in field.codes:
        raise ValueError(f"{code!r} is none of {', '.join(field.codes)}")
    return str(code)


def field_refusal(name: str, field: Field, value: object, *, today: date) -> Refusal | None:
    """Why a value cannot be kept, or None. Markup is no reason: it is kept as typed and shown as typed."""
    if isinstance(value, str):
        if field.limit and len(value) > field.limit:
            return Refusal.TOO_LONG
        if any(not letter.isprintable() and letter < " " and letter not in BREAKS for letter in value):
            return Refusal.UNREADABLE
    if isinstance(value, date):
        if name == "next_start_on" and value < today:
            return Refusal.START_HAS_PASSED
        if name == "knowledge_on" and value > today:
            return Refusal.WRITTEN_IN_THE_FUTURE
    if field.shape is Shape.TIMES:
        return times_refusal(cast("tuple[Time, ...]", value))
    return None


def times_refusal(times: Sequence[Time]) -> Refusal | None:
    """Why these usual times cannot be kept, or None."""
    if len(times) > MAX_TIMES:
        return Refusal.TOO_MANY_TIMES
    if any(time.ends <= time.starts for time in times):
        return Refusal.ENDS_BEFORE_IT_STARTS
    if len(set(times)) < len(times):
        return Refusal.SAME_TIME_TWICE
    return None
