"""Many invented listings, the same every time, set down by plain SQL: for benchmarks."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any
from uuid import UUID, uuid4

from stegvis.areas.directory.rules import Category, ListingKind, State
from stegvis.areas.directory.rules.filters import Features
from stegvis.areas.directory.rules.finding import Said, position, tokens
from stegvis.areas.directory.rules.synonyms import THINGS

ORGANISATION = UUID(int=7)
COMMON = {
    "nb": "felles åpen gruppe",
    "da": "fælles åben gruppe",
    "sv": "gemenskap öppen grupp",
    "en": "together open group",
}
PLACES = [f"Korsby {number}" for number in range(40)]
SPOKEN = [["nb"], ["nb", "en"], ["da"], ["sv"], ["en"], ["nb", "uk"], ["sv", "ar"]]
WORDS_A_TEXT = 40
AT_A_TIME = 5_000


def load(rows: int) -> float:
    """Fill the empty database with so many published offerings; says how many seconds that took."""
    from time import perf_counter

    from django.db import connection, transaction

    began = perf_counter()
    made = _listings(rows)
    index = _without_index()
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT set_config('stegvis.organisation', %s, true)", [str(ORGANISATION)])
        while several := list(islice(made, AT_A_TIME)):
            for model in several[0]:
                _insert(cursor, model, [row for listing in several for row in listing[model]])
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(index)
            cursor.execute("VACUUM ANALYZE")  # as autovacuum does; throw-away servers have none
        else:
            cursor.execute("ANALYZE")
    return perf_counter() - began


def _without_index() -> str:
    """Take PostgreSQL's search index away, to make it at once when all is there; says how."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'directory_searchtext_found_by'")
        (index,) = cursor.fetchone()
        cursor.execute("DROP INDEX directory_searchtext_found_by")
    return str(index)


def _insert(cursor: Any, model: Any, rows: list[dict[str, Any]]) -> None:
    from django.db import connection

    fields = model._meta.local_concrete_fields
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    values = [
        tuple(
            field.get_db_prep_save(row.get(field.attname, field.get_default()), connection)
            for field in fields
        )
        for row in rows
    ]
    signs = ", ".join(["%s"] * len(fields))
    cursor.executemany(f"INSERT INTO {model._meta.db_table} ({columns}) VALUES ({signs})", values)


@dataclass(frozen=True, slots=True)
class Invented:
    """One invented offering, before it becomes rows."""

    number: int
    key: UUID
    language: str
    title: str
    summary: str
    category: Category
    weekday: int
    hour: int
    place: str
    spoken: list[str]
    free: bool
    checked_on: date


def _listings(rows: int) -> Iterator[dict[Any, list[dict[str, Any]]]]:
    """Rows by model, listing by listing."""
    chance = random.Random(11)
    words = {code: [word for thing in THINGS for word in thing[code]] for code in COMMON}
    rare = [f"{head}{tail}" for head in _SYLLABLES.split() for tail in _SYLLABLES.split()]
    for number in range(rows):
        yield _rows(_invent(number, chance, words, rare))


def _invent(number: int, chance: random.Random, words: dict[str, list[str]], rare: list[str]) -> Invented:
    language = chance.choice(list(COMMON))
    some = [*chance.choices(words[language], k=12), *chance.choices(rare, k=WORDS_A_TEXT)]
    common = [word for word in COMMON[language].split() if chance.random() < 0.5]
    return Invented(
        number=number,
        key=UUID(int=chance.getrandbits(128)),
        language=language,
        title=f"{chance.choice(words[language])} {chance.choice(words[language])} {chance.choice(rare)}",
        summary=" ".join([*common, *some]),
        category=chance.choice(list(Category)),
        weekday=chance.randrange(7),
        hour=chance.randrange(8, 20),
        place=chance.choice(PLACES),
        spoken=chance.choice(SPOKEN),
        free=chance.random() < 0.5,
        checked_on=date(2026, 11, 1) - timedelta(days=chance.randrange(700)),
    )


def _rows(one: Invented) -> dict[Any, list[dict[str, Any]]]:
    from stegvis.areas.directory.models import Listing, ListingText, ListingTime, SearchText

    of_one = {"organisation_id": ORGANISATION, "listing_id": one.key}
    text = {"language": one.language, "title": one.title, "summary": one.summary}
    span = {"weekday": one.weekday, "starts": time(one.hour), "ends": time(one.hour + 2)}
    return {
        Listing: [_listing(one)],
        ListingText: [{**of_one, "id": uuid4(), **text}],
        ListingTime: [{**of_one, "id": uuid4(), **span}],
        SearchText: [_search_text(one)],
    }


def _listing(one: Invented) -> dict[str, Any]:
    return {
        "organisation_id": ORGANISATION,
        "id": one.key,
        "slug": f"listing-{one.number}",
        "kind": ListingKind.OFFERING,
        "state": State.PUBLISHED,
        "category": one.category,
        "language": one.language,
        "languages_spoken": one.spoken,
        "free": one.free,
        "place": one.place,
        "organisation_name": "Senteret",
        "checked_on": one.checked_on,
        "changed_at": datetime(2026, 11, 1, tzinfo=UTC),
    }


def _search_text(one: Invented) -> dict[str, Any]:
    usual = [(one.weekday, time(one.hour), time(one.hour + 2))]
    features = Features(one.category, "", usual, one.place, one.spoken, one.free)
    said = [
        Said(one.title, one.language, is_title=True),
        Said(one.summary, one.language),
        Said(one.place, one.language),
    ]
    return {
        "position": position(kind=ListingKind.OFFERING, fresh_on=one.checked_on, listing_id=one.key),
        "listing_id": one.key,
        "place": one.place,
        "spoken": " ".join(sorted(one.spoken)),
        "words": " ".join(tokens(said, features)),
    }


_SYLLABLES = """
    bal der fin gra hol jar kem lis mon nor pil ros sat tun vik yng zel dro fle kni sme tra bru vor
"""
