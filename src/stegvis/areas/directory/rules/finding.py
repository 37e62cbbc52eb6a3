"""What search keeps of a listing, and what it asks for: plain tokens that both databases compare byte by byte.

One set of tokens a listing holds everything: `w…` a word of any of its texts, `t…` a word of a title, `f…` a feature
to filter by. A mark in front instead of a column or a weight keeps every question a plain "has all of these", which
both databases answer from the index alone. Tokens hold letters, digits and signs outside ASCII, so that no database
takes one apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from . import filters as narrowing
from .analyser import Term, index_words
from .codes import ListingKind
from .filters import Features, Filters

TOKENS_MOST = 4_000
"""A listing is found by its first so many different words: more is a whole book, pasted in."""

TITLES_LONGEST = 1_300
"""So many bytes of features and title words, with a space between, fit whole into an entry of PostgreSQL's index: 433
of the shortest are 2,600 bytes there, and 2,704 is the most. What is over is found as other words are.
"""

_FIRST = (ListingKind.OFFERING, ListingKind.PROFILE, ListingKind.IMPORTED)
_DAYS = 1 << 20
_TIES = 1 << 40


@dataclass(frozen=True, slots=True)
class Said:
    """Some words of a listing, in a language."""

    text: str
    language: str
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question as sets of marked tokens: a listing is a hit when it has something of every set."""

    exact: frozenset[str]
    prefixes: frozenset[str] = frozenset()

    def found_in(self, tokens: Collection[str]) -> bool:
        return not self.exact.isdisjoint(tokens) or any(
            token.startswith(prefix) for prefix in self.prefixes for token in tokens
        )


def tokens(said: Iterable[Said], listing: Features) -> list[str]:
    """Everything a listing can be found by, each token once, what filters need first, then titles."""
    kept = dict.fromkeys(f"f{feature}" for feature in narrowing.features(listing))
    room = TITLES_LONGEST - sum(_room(token) for token in kept)
    for words in sorted(said, key=lambda words: not words.is_title):
        for word in index_words(words.text, words.language):
            kept.setdefault(f"w{word}")
            in_title = f"t{word}"
            if words.is_title and in_title not in kept and _room(in_title) <= room:
                kept[in_title] = None
                room -= _room(in_title)
        if len(kept) >= TOKENS_MOST:
            break
    return list(kept)[:TOKENS_MOST]


def _room(token: str) -> int:
    return len(token.encode()) + 1


def anywhere(terms: Sequence[Term]) -> list[Wanted]:
    return [_marked("w", term) for term in terms]


def in_title(terms: Sequence[Term]) -> list[Wanted]:
    return [_marked("t", term) for term in terms]


def asks_titles(question: Sequence[Wanted]) -> bool:
    """Whether this question is about words of titles and features, and nothing else."""
    return not any(token.startswith("w") for wanted in question for token in wanted.exact | wanted.prefixes)


def narrowed(filters: Filters) -> list[Wanted]:
    return [Wanted(frozenset({f"f{feature}"})) for feature in narrowing.asked(filters)]


def any_of(wanted: Sequence[Wanted]) -> list[Wanted]:
    """One set of what were several: something of any is enough."""
    return [
        Wanted(
            frozenset().union(*(each.exact for each in wanted)),
            frozenset().union(*(each.prefixes for each in wanted)),
        )
    ]


def position(*, kind: ListingKind, fresh_on: date, listing_id: UUID) -> int:
    """Where a listing stands among all: what people can join comes first, then what was looked at most recently.

    A number of 62 bits, smaller is earlier, the same whenever it is worked out: the index keeps listings in this
    order, so the first page never waits for the others to be sorted. Ties are broken by the id.
    """
    days_old = max(0, min(_DAYS - 1, _DAYS - 1 - fresh_on.toordinal()))
    return (_FIRST.index(kind) * _DAYS + days_old) * _TIES + listing_id.int % _TIES


def _marked(mark: str, term: Term) -> Wanted:
    return Wanted(
        frozenset(f"{mark}{word}" for word in term.exact),
        frozenset(f"{mark}{word}" for word in term.prefixes),
    )
