"""Many invented listings, the same every time, set down by plain SQL: for benchmarks."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any
from uuid import UUID, uuid4

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


def _listings(rows: int) -> Iterator[dict[Any, list[dict[str, Any]]]]:
    from stegvis.areas.directory.models import Listing, ListingText, ListingTime, SearchText
    from stegvis.areas.directory.rules import Category, ListingKind, State
    from stegvis.areas.directory.rules.filters import Features
    from stegvis.areas.directory.rules.finding import Said, position, tokens
    from stegvis.areas.directory.rules.synonyms import THINGS

    chance = random.Random(11)
    words = {code: [word for thing in THINGS for word in thing[code]] for code in COMMON}
    rare = [f"{head}{tail}" for head in _SYLLABLES.split() for tail in _SYLLABLES.split()]
    for number in range(rows):
        language = chance.choice(list(COMMON))
        title = f"{chance.choice(words[language])} {chance.choice(words[language])} {chance.choice(rare)}"
        some = [*chance.choices(words[language], k=12), *chance.choices(rare, k=WORDS_A_TEXT)]
        summary = " ".join([*(word for word in COMMON[language].split() if chance.random() < 0.5), *some])
        key, place, spoken = UUID(int=chance.getrandbits(128)), chance.choice(PLACES), chance.choice(SPOKEN)
        hour, weekday = chance.randrange(8, 20), chance.randrange(7)
        category, free = chance.choice(list(Category)), chance.random() < 0.5
        checked_on = date(2026, 11, 1) - timedelta(days=chance.randrange(700))
        features = Features(category, "", [(weekday, time(hour), time(hour + 2))], place, spoken, free)
        said = [Said(title, language, is_title=True), Said(summary, language), Said(place, language)]
        owner = {"organisation_id": ORGANISATION}
        yield {
            Listing: [
                {
                    **owner,
                    "id": key,
                    "slug": f"listing-{number}",
                    "kind": ListingKind.OFFERING,
                    "state": State.PUBLISHED,
                    "category": category,
                    "language": language,
                    "languages_spoken": spoken,
                    "free": free,
                    "place": place,
                    "organisation_name": "Senteret",
                    "checked_on": checked_on,
                    "changed_at": datetime(2026, 11, 1, tzinfo=UTC),
                }
            ],
            ListingText: [
                {
                    **owner,
                    "id": uuid4(),
                    "listing_id": key,
                    "language": language,
                    "title": title,
                    "summary": summary,
                }
            ],
            ListingTime: [
                {
                    **owner,
                    "id": uuid4(),
                    "listing_id": key,
                    "weekday": weekday,
                    "starts": time(hour),
                    "ends": time(hour + 2),
                }
            ],
            SearchText: [
                {
                    "position": position(kind=ListingKind.OFFERING, fresh_on=checked_on, listing_id=key),
                    "listing_id": key,
                    "place": place,
                    "spoken": " ".join(sorted(spoken)),
                    "words": " ".join(tokens(said, features)),
                }
            ],
        }


_SYLLABLES = """
    bal der fin gra hol jar kem lis mon nor pil ros sat tun vik yng zel dro fle kni sme tra bru vor
"""
