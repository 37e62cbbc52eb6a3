"""Finding listings by words and filters, in any of the four languages (S2-02, S2-12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q
from django.db.models.functions import Length

from ..models import SearchWord
from ..rules.analyser import QUERY_LONGEST, Term, query
from ..rules.filters import Filters
from ..rules.finding import Wanted, any_of, anywhere, in_title, narrowed
from ..rules.spelling import ends, put_right
from .asking import Key, as_id, hits, values
from .briefs import ListingBrief, public_briefs

HITS_MOST = 100
"""Nobody looks through more. Not counting on keeps the page as fast with 100,000 listings as with 100."""

PAGE_SIZE = 20
CHOICES_MOST = 300
CANDIDATES_MOST = 3_000
LANGUAGES = ("nb", "da", "sv", "en")


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits.

    `total` counts them up to 100, `more` says that there are others. `some_words`: nothing has all the words, these
    have at least one. `suggestion`: what was probably meant, when nothing has all the words and that finds something.
    `earlier` and `later` are numbers of the pages next to this one, None at the ends.
    """

    listings: list[ListingBrief]
    total: int
    more: bool
    page: int
    pages: int
    earlier: int | None
    later: int | None
    some_words: bool = False
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from among the filters: places as they are written, languages as codes."""

    places: list[str]
    spoken: list[str]


def search(
    *, words: str, language: str, filters: Filters, page: int = 1, page_size: int = PAGE_SIZE
) -> Found:
    """Published listings that have all the words and features; everything published without any.

    First those with all words in their title, then the others; among each what people can join before imported
    services, and what was looked at lately before what was not. `words` may be anything a person can send; `language`
    is the page's. A page beyond the last shows the last. At most eight SQL statements, three when something is found.
    """
    terms = query(words, (language, *LANGUAGES))
    narrow = narrowed(filters)
    ids = _all_words(terms, narrow)
    if ids or not terms:
        return _page(ids, language, page, page_size)
    suggestion = _suggestion(words, terms, narrow, language)
    some = hits([[*any_of(anywhere(terms)), *narrow]], HITS_MOST + 1) if len(terms) > 1 else []
    return _page(some, language, page, page_size, some_words=bool(some), suggestion=suggestion)


def choices() -> Choices:
    """The places and spoken languages among all listings, in two SQL statements."""
    spoken = {code for several in values("spoken", CHOICES_MOST) for code in several.split()}
    return Choices(places=sorted(values("place", CHOICES_MOST), key=str.casefold), spoken=sorted(spoken))


def _all_words(terms: Sequence[Term], narrow: list[Wanted]) -> list[Key]:
    questions = [[*in_title(terms), *narrow], [*anywhere(terms), *narrow]] if terms else [narrow]
    return hits(questions, HITS_MOST + 1)


def _page(
    ids: Sequence[Key],
    language: str,
    page: int,
    page_size: int,
    *,
    some_words: bool = False,
    suggestion: str | None = None,
) -> Found:
    shown = ids[:HITS_MOST]
    pages = max(1, -(-len(shown) // page_size))
    page = max(1, min(page, pages))
    wanted = [as_id(key) for key in shown[(page - 1) * page_size : page * page_size]]
    briefs = public_briefs(wanted, language=language) if wanted else {}
    return Found(
        listings=[briefs[key] for key in wanted if key in briefs],
        total=len(shown),
        more=len(ids) > HITS_MOST,
        page=page,
        pages=pages,
        earlier=page - 1 if page > 1 else None,
        later=page + 1 if page < pages else None,
        some_words=some_words,
        suggestion=suggestion,
    )


def _suggestion(words: str, terms: Sequence[Term], narrow: list[Wanted], language: str) -> str | None:
    """What was typed with its slips put right, when that finds something."""
    typed = [term.word for term in terms]
    alike = SearchWord.objects.annotate(letters=Length("word")).filter(reduce(or_, map(_alike, typed)))
    written = list(alike.order_by("word").values_list("word", flat=True)[:CANDIDATES_MOST])
    offers = put_right(words[:QUERY_LONGEST].strip(), typed, written)
    return next((offer for offer in offers if _all_words(query(offer, (language, *LANGUAGES)), narrow)), None)


def _alike(word: str) -> Q:
    """Words that begin or end as this one and are about as long: one slip leaves at least that."""
    head, tail = ends(word)
    return (Q(head=head) | Q(tail=tail)) & Q(letters__range=(len(word) - 2, len(word) + 2))
