"""The search question in each database's own words, and nothing else: which hits, in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import connection

from ..rules.finding import Wanted, asks_titles

Key = UUID | str

STORE = "directory_searchtext s"


@dataclass(frozen=True, slots=True)
class Dialect:
    """Where hits come from, by which condition, and what they are ordered by so that nothing has to be sorted."""

    source: str
    condition: str
    order: str


DIALECTS = {
    # CROSS JOIN and the index's own row number: SQLite then walks the index, and stops when it has enough.
    "sqlite": Dialect(
        f"directory_searchindex i CROSS JOIN {STORE} ON s.position = i.rowid",
        "AND i.directory_searchindex MATCH %s",
        "i.rowid",
    ),
    "postgresql": Dialect(STORE, "AND s.found_by @@ %s::tsquery", "s.position"),
}
IN_TITLES = {
    "sqlite": DIALECTS["sqlite"],
    "postgresql": Dialect(STORE, "AND s.titled_by @@ %s::tsquery", "s.position"),
}
EVERYTHING = Dialect(STORE, "", "s.position")

HITS = """
hits_{rank} AS MATERIALIZED (
  SELECT {rank} AS rank, s.position, s.listing_id FROM {source}
  CROSS JOIN directory_listing l LEFT JOIN directory_source o ON o.id = l.source_id
  WHERE l.id = s.listing_id AND l.state = 'published'
  AND (l.source_id IS NULL OR (l.valid_from <= o.generation AND o.generation < l.valid_to)) {condition} {wanted}
  ORDER BY {order} LIMIT {most}
)
"""
STILL_WANTED = "AND (SELECT count(*) FROM hits_{before}) < {most}"
"""What the question before has filled needs no other: a common word is read in titles alone."""

EACH = """
WITH RECURSIVE each(value) AS (
  SELECT min({column}) FROM directory_searchtext WHERE {column} > ''
  UNION ALL
  SELECT (SELECT min({column}) FROM directory_searchtext WHERE {column} > each.value) FROM each
  WHERE each.value IS NOT NULL
)
SELECT value FROM each WHERE value IS NOT NULL LIMIT {most}
"""
"""Different values by jumping from one to the next in the index: the work grows with them, not with the listings."""


def hits(questions: Sequence[Sequence[Wanted]], most: int) -> list[Key]:
    """The first `most` listings with everything of the first question, then of the second, each once.

    Within a question they come in the order of the index. One SQL statement. Every listing is current: published,
    and if imported, as its source shows it now. The keys are as the database writes them: `as_id` reads those that
    are needed.
    """
    parts = []
    for rank, question in enumerate(questions):
        dialect = _dialect(question)
        wanted = STILL_WANTED.format(before=rank - 1, most=int(most)) if rank else ""
        parts.append(HITS.format(rank=rank, most=int(most), wanted=wanted, **asdict(dialect)))
    asked = [_in_words_of_the_database(question) for question in questions if question]
    # No word of a person is in this text: what was asked travels as parameters.
    all_hits = " UNION ALL ".join(f"SELECT * FROM hits_{rank}" for rank in range(len(parts)))  # noqa: S608
    sql = f"WITH {', '.join(parts)} {all_hits}"
    with connection.cursor() as cursor:
        cursor.execute(sql, asked)
        rows = sorted(cursor.fetchall())
    return list(dict.fromkeys(row[2] for row in rows))[:most]


def _dialect(question: Sequence[Wanted]) -> Dialect:
    if not question:
        return EVERYTHING
    return (IN_TITLES if asks_titles(question) else DIALECTS)[connection.vendor]


def as_id(key: Key) -> UUID:
    return key if isinstance(key, UUID) else UUID(key)


def values(column: str, most: int) -> list[str]:
    """The different values of a column of the search index, at most so many."""
    with connection.cursor() as cursor:
        cursor.execute(EACH.format(column=connection.ops.quote_name(column), most=int(most)))
        return [row[0] for row in cursor.fetchall()]


def _in_words_of_the_database(question: Sequence[Wanted]) -> str:
    return _match(question) if connection.vendor == "sqlite" else _tsquery(question)


def _match(question: Sequence[Wanted]) -> str:
    """For FTS5. Tokens hold no quote, so quoting each is enough to make its operators plain words."""
    return " AND ".join(
        "("
        + " OR ".join([f'"{t}"' for t in sorted(w.exact)] + [f'"{t}" *' for t in sorted(w.prefixes)])
        + ")"
        for w in question
    )


def _tsquery(question: Sequence[Wanted]) -> str:
    return " & ".join(
        "(" + " | ".join([f"'{t}'" for t in sorted(w.exact)] + [f"'{t}':*" for t in sorted(w.prefixes)]) + ")"
        for w in question
    )
