"""What a search can be narrowed to. Pure: no Django, no clock."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from .analyser import folded
from .codes import Category, ServiceKind


class TimeOfDay(StrEnum):
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


_PARTS = {
    TimeOfDay.MORNING: (time(0), time(12)),
    TimeOfDay.AFTERNOON: (time(12), time(17)),
    TimeOfDay.EVENING: (time(17), time(23, 59, 59)),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What to narrow a search to; None, "" and False narrow nothing.

    `weekday`: 0 Monday to 6 Sunday. With `time`, it is the same meeting that is on that day and at that time.
    `place` as people write it, in any letters; `spoken` a language code.
    """

    category: Category | None = None
    kind: ServiceKind | None = None
    weekday: int | None = None
    time: TimeOfDay | None = None
    place: str = ""
    spoken: str = ""
    free: bool = False


@dataclass(frozen=True, slots=True)
class Features:
    """What a listing has of that. `times`: weekday, from and to."""

    category: str = ""
    kind: str = ""
    times: Collection[tuple[int, time, time]] = ()
    place: str = ""
    spoken: Collection[str] = ()
    free: bool | None = None


def asked(filters: Filters) -> list[str]:
    """The features a listing must have, all of them, each as one token of letters and digits."""
    when = f"{'' if filters.weekday is None else filters.weekday}{filters.time or ''}"
    return list(
        _tokens(
            filters.category or "", filters.kind or "", [when], filters.place, [filters.spoken], filters.free
        )
    )


def features(listing: Features) -> list[str]:
    """The tokens of the features a listing has."""
    when = [moment for weekday, starts, ends in listing.times for moment in _moments(weekday, starts, ends)]
    return list(
        _tokens(listing.category, listing.kind, when, listing.place, listing.spoken, listing.free is True)
    )


def parts_of_day(starts: time, ends: time) -> list[TimeOfDay]:
    """The parts of the day that a meeting reaches into. One that ends after midnight lasts until midnight."""
    until = ends if ends > starts else time.max
    return [part for part, (begins, over) in _PARTS.items() if starts < over and until > begins]


def _moments(weekday: int, starts: time, ends: time) -> Iterator[str]:
    yield str(weekday)
    for part in parts_of_day(starts, ends):
        yield from (part.value, f"{weekday}{part}")


def _tokens(
    category: str, kind: str, when: Collection[str], place: str, spoken: Collection[str], free: bool
) -> Iterator[str]:
    named = [("c", category), ("k", kind), ("p", place), *(("w", moment) for moment in when)]
    named += [("l", language) for language in spoken]
    yield from dict.fromkeys(sign + plain for sign, value in named if (plain := _plain(value)))
    if free:
        yield "f"


def _plain(value: str) -> str:
    return "".join(sign for sign in folded(value.lower()) if sign.isalnum())[:60]
