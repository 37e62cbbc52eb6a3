"""Search among 100 and among 100,000 listings, beside the query one would write by hand on the same data.

`python -m bench.search [ROWS]` runs on SQLite; under `python -m tools.throwaway_postgresql` on that PostgreSQL, asking
as the app role, with row-level security. Prints one table and ends with 1 when a ratio is over its limit:

* search() beside plain SQL on the same index, with the same hits, order, total and columns: 1.5 at p95;
* the public list with many listings beside the list with few: 1.2 in the middle.

For comparison only: the usual hand-written query, which ranks every hit by bm25 or ts_rank.
"""

import logging
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

FEW = 100
ROUNDS = 15
P95_LIMIT, PAGE_LIMIT = 1.5, 1.2
APP_ROLE = "stegvis_app"

WORDS = """
    sy strikk sång gåtur kafé lunsj frokost kor trening hage musikk samtale help women barn sjakk utflykt bibliotek
    gruppe felles open balder finros
"""
ASKED: list[tuple[str, dict[str, Any]]] = [
    *((word, {}) for word in WORDS.split()),
    ("å snakke med noen", {}), ("åpen gruppe", {}), ("kafé for eldre", {}), ("strikk", {"weekday": 3}),
    ("", {}), ("", {"weekday": 3}), ("", {"place": "Korsby 3"}), ("", {"category": "creative", "free": True}),
    ("gruppe", {"weekday": 1, "time": "evening"}), ("", {"spoken": "uk"}),
]  # fmt: skip
PAGES = ["", "?q=gruppe", "?q=open", "?weekday=3", "?category=creative", "?q=felles&free=on"]
"""Each fills a whole page of cards among few listings too, so that the pages compared show the same."""


def main() -> int:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        use = _databases(Path(folder), rows)
        use(rows)
        _check_same()
        ours, ranked = _side_by_side(_search, _by_hand), _times(_ranked_by_hand)
        pages = _pages(use, rows)
    return _report(rows, ours, ranked, pages)


def _databases(folder: Path, rows: int) -> Callable[[int], None]:
    """Two filled databases, and a way to turn to the one with so many listings."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "stegvis.config.settings.test"
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
    import django

    django.setup()
    logging.disable()
    from django.core.management import call_command
    from django.db import connection

    from bench._listings import load

    settings = connection.settings_dict
    owner = settings["USER"]

    def name(size: int) -> str:
        return f"bench_{size}" if connection.vendor == "postgresql" else str(folder / f"{size}.sqlite3")

    def turn_to(size: int, user: str = APP_ROLE) -> None:
        connection.close()
        settings["NAME"] = name(size)
        if connection.vendor == "postgresql":
            settings["USER"] = user
        connection.ensure_connection()

    for size in (FEW, rows):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"CREATE DATABASE {name(size)} TEMPLATE template1")
        turn_to(size, owner)
        call_command("migrate", verbosity=0)
        print(f"{size:>7,} listings in {load(size):.0f} s", flush=True)
        _add_ranked_index()
    return turn_to


def _search(words: str, filters: dict[str, Any]) -> list[Any]:
    from stegvis.areas.directory.api import Filters, search

    found = search(words=words, language="nb", filters=Filters(**filters))
    return [(str(brief.listing_id), brief.title) for brief in found.listings]


def _by_hand(words: str, filters: dict[str, Any]) -> list[Any]:
    """Hits, title first, counted to 100, and the twenty cards with their times: three statements, no objects."""
    from django.db import connection

    questions, asked = _questions(words, filters)
    with connection.cursor() as cursor:
        cursor.execute(questions, asked)
        hits = list(dict.fromkeys(row[2] for row in sorted(cursor.fetchall())))[:100][:20]
        signs = ", ".join(["%s"] * len(hits))
        cursor.execute(
            "SELECT l.id, l.slug, l.kind, l.category, l.place, l.free, l.cost, l.languages_spoken, l.organisation_id, "
            "l.organisation_name, l.checked_on, t.language, t.title, t.summary, s.name FROM directory_listing l "
            "JOIN directory_listingtext t ON t.listing_id = l.id LEFT JOIN directory_source s ON s.id = l.source_id "
            f"WHERE l.id IN ({signs}) AND l.state = 'published'", hits)  # fmt: skip
        cards = {row[0]: row for row in cursor.fetchall()}
        cursor.execute(
            f"SELECT listing_id, weekday, starts, ends FROM directory_listingtime WHERE listing_id IN ({signs})",
            hits,
        )
        cursor.fetchall()
    return [(key, cards[key][12]) for key in hits]


def _questions(words: str, filters: dict[str, Any]) -> tuple[str, list[str]]:
    from django.db import connection

    from stegvis.areas.directory.api import Filters
    from stegvis.areas.directory.queries.asking import _in_words_of_the_database as said
    from stegvis.areas.directory.rules.analyser import query
    from stegvis.areas.directory.rules.finding import anywhere, in_title, narrowed

    terms, narrow = query(words, ("nb", "nb", "da", "sv", "en")), narrowed(Filters(**filters))
    sets = [[*in_title(terms), *narrow], [*anywhere(terms), *narrow]] if terms else [narrow]
    source, match, order = {
        "sqlite": (
            "directory_searchindex i CROSS JOIN directory_searchtext s ON s.position = i.rowid",
            "i.directory_searchindex MATCH %s",
            "i.rowid",
        ),
        "postgresql": ("directory_searchtext s", "s.found_by @@ %s::tsquery", "s.position"),
    }[connection.vendor]
    if not sets[-1]:
        source, match, order = "directory_searchtext s", "true", "s.position"
    in_titles = match.replace("found_by", "titled_by")
    parts = [
        f"SELECT * FROM (SELECT {rank} AS rank, s.position, s.listing_id FROM {source} "
        "CROSS JOIN directory_listing l LEFT JOIN directory_source o ON o.id = l.source_id "
        f"WHERE {match if rank else in_titles} AND l.id = s.listing_id AND l.state = 'published' "
        "AND (l.source_id IS NULL "
        "OR o.generation >= l.valid_from AND o.generation < l.valid_to) "
        f"ORDER BY {order} LIMIT 101) q{rank}"
        for rank in range(len(sets))
    ]
    return " UNION ALL ".join(parts), [said(question) for question in sets if question]


def _add_ranked_index() -> None:
    """What the usual hand-written query uses: titles and words apart, with positions, to weigh them."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE TABLE ranked AS SELECT listing_id, setweight(to_tsvector('simple', title), 'A') || "
                "to_tsvector('simple', words) AS found_by FROM directory_searchtext JOIN directory_listingtext "
                "USING (listing_id)"
            )
            cursor.execute("CREATE INDEX ON ranked USING gin (found_by)")
            cursor.execute("GRANT SELECT ON ranked TO stegvis_app")
            cursor.execute("VACUUM ANALYZE ranked")
        else:
            cursor.execute("CREATE VIRTUAL TABLE ranked USING fts5(listing_id UNINDEXED, title, words)")
            cursor.execute(
                "INSERT INTO ranked SELECT listing_id, title, words FROM directory_searchtext "
                "JOIN directory_listingtext USING (listing_id)"
            )


def _ranked_by_hand(words: str, filters: dict[str, Any]) -> list[Any]:
    from django.db import connection

    from stegvis.areas.directory.api import Filters
    from stegvis.areas.directory.queries.asking import _in_words_of_the_database as said
    from stegvis.areas.directory.rules.analyser import query
    from stegvis.areas.directory.rules.finding import anywhere, narrowed

    question = [*anywhere(query(words, ("nb", "nb", "da", "sv", "en"))), *narrowed(Filters(**filters))]
    if not question:
        return []
    ranked = {
        "sqlite": "SELECT l.id, t.title FROM ranked r JOIN directory_listing l ON l.id = r.listing_id "
        "JOIN directory_listingtext t ON t.listing_id = l.id WHERE ranked MATCH %s AND l.state = 'published' "
        "ORDER BY bm25(ranked, 0, 10, 1) LIMIT 20",
        "postgresql": "SELECT l.id, t.title FROM ranked r JOIN directory_listing l ON l.id = r.listing_id "
        "JOIN directory_listingtext t ON t.listing_id = l.id, (SELECT %s::tsquery AS q) asked "
        "WHERE r.found_by @@ q AND l.state = 'published' ORDER BY ts_rank(r.found_by, q) DESC LIMIT 20",
    }[connection.vendor]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(ranked, [said(question)])
        return cursor.fetchall()


def _check_same() -> None:
    for words, filters in ASKED:
        ours = [title for _, title in _search(words, filters)]
        assert ours == [title for _, title in _by_hand(words, filters)], (words, filters)


def _times(ask: Callable[[str, dict[str, Any]], Any]) -> list[float]:
    return [_timed(ask, words, filters) for _ in range(max(1, ROUNDS // 5)) for words, filters in ASKED]


def _side_by_side(*asks: Callable[[str, dict[str, Any]], Any]) -> list[list[float]]:
    """Each question to each in turn, so that whatever else the machine does hits both."""
    taken: list[list[float]] = [[] for _ in asks]
    for _ in range(ROUNDS):
        for words, filters in ASKED:
            for ask, times in zip(asks, taken, strict=True):
                times.append(_timed(ask, words, filters))
    return taken


def _timed(ask: Callable[..., Any], *arguments: Any) -> float:
    began = perf_counter()
    ask(*arguments)
    return (perf_counter() - began) * 1000


def _pages(use: Callable[[int], None], rows: int) -> dict[int, list[float]]:
    from django.test import Client

    client = Client(headers={"accept-language": "nb"})
    taken: dict[int, list[float]] = {FEW: [], rows: []}
    for _ in range(ROUNDS):
        for size, times in taken.items():
            use(size)
            client.get("/offerings/")
            for page in PAGES:
                times.append(_timed(client.get, f"/offerings/{page}"))
    return taken


def _report(rows: int, ours: list[list[float]], ranked: list[float], pages: dict[int, list[float]]) -> int:
    from django.db import connection

    search, by_hand = ours
    ratios = (_p95(search) / _p95(by_hand), median(pages[rows]) / median(pages[FEW]))
    print(f"\n{connection.vendor}, {rows:,} listings, ms           p50      p95")
    for name, times in (
        ("search()", search), ("the same by hand", by_hand), ("by hand, ranked (bm25/ts_rank)", ranked),
        (f"page of {FEW:,}", pages[FEW]), (f"page of {rows:,}", pages[rows]),
    ):  # fmt: skip
        print(f"  {name:34}{median(times):9.2f}{_p95(times):9.2f}")
    print(f"search() beside by hand, p95:     {ratios[0]:5.2f}  (at most {P95_LIMIT})")
    print(f"page of {rows:,} beside {FEW}, p50: {ratios[1]:5.2f}  (at most {PAGE_LIMIT})")
    return int(ratios[0] > P95_LIMIT or ratios[1] > PAGE_LIMIT)


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


if __name__ == "__main__":
    sys.exit(main())
