"""Keeping the search index in step with what people may see. A part of other actions, inside their transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from uuid import UUID

from django.db.models import F, Q

from ..models import Listing, ListingText, SearchText, SearchWord
from ..rules import ListingKind, State
from ..rules.analyser import words_in
from ..rules.filters import Features
from ..rules.finding import Said, position, tokens
from ..rules.spelling import SHORTEST, ends

BATCH = 150
WORDS_A_LISTING = 150
WORD_LONGEST = 30


def index_listings(listing_ids: Collection[UUID]) -> None:
    """Let search find each of these listings as it is now, or no more.

    Call it inside the action that changed them, after its writes. Found are published listings; an imported one from
    when it is written until its source has moved past it, though nobody sees it before the source moves. Knows no
    actor: whoever calls, the index only ever holds what everybody may read. The number of SQL statements depends on
    the number of batches of 150, not on what is in them.
    """
    ids = iter(dict.fromkeys(listing_ids))
    while batch := list(islice(ids, BATCH)):
        _index(batch)


def _index(listing_ids: Sequence[UUID]) -> None:
    listings = list(
        Listing.objects.filter(_may_be_seen(), pk__in=listing_ids)
        .select_related("service")
        .prefetch_related("texts", "times")
    )
    standing = {row.listing_id: row for row in SearchText.objects.filter(listing_id__in=listing_ids)}
    wanted = {listing.pk: _entry(listing) for listing in listings}
    changed = {key: row for key, row in wanted.items() if not _same(standing.get(key), row)}
    outdated = [row.pk for key, row in standing.items() if key in changed or key not in wanted]
    if outdated:
        SearchText.objects.filter(pk__in=outdated).delete()
    if changed:
        _take_places(list(changed.values()), standing)
        SearchText.objects.bulk_create(changed.values())
        _learn_words(listing for listing in listings if listing.pk in changed)


def _may_be_seen() -> Q:
    return Q(state=State.PUBLISHED) & (Q(source=None) | Q(valid_to__gt=F("source__generation")))


def _entry(listing: Listing) -> SearchText:
    own = (listing.organisation_name, listing.place)
    said = [words for text in listing.texts.all() for words in _said(text)]
    said += [Said(text, listing.language) for text in own]
    times = [(time.weekday, time.starts, time.ends) for time in listing.times.all()]
    spoken = [code for code in listing.languages_spoken if isinstance(code, str)]
    features = Features(
        category=listing.category,
        kind=listing.service.kind if listing.service else "",
        times=times,
        place=listing.place,
        spoken=spoken,
        free=listing.free,
    )
    return SearchText(
        position=position(
            kind=ListingKind(listing.kind),
            fresh_on=listing.checked_on or listing.changed_at.date(),
            listing_id=listing.pk,
        ),
        listing=listing,
        place=listing.place,
        spoken=" ".join(sorted(spoken))[:200],
        words=" ".join(tokens(said, features)),
    )


def _said(text: ListingText) -> Iterator[Said]:
    yield Said(text.title, text.language, is_title=True)
    for part in (text.summary, text.audience, text.content, text.frame, text.method, text.first_time):
        yield Said(part, text.language)


def _same(standing: SearchText | None, wanted: SearchText) -> bool:
    return standing is not None and (
        (standing.words, standing.place, standing.spoken) == (wanted.words, wanted.place, wanted.spoken)
        and standing.position == wanted.position
    )


def _take_places(rows: Sequence[SearchText], standing: Mapping[UUID, SearchText]) -> None:
    """Move a row on while another listing already stands in its place: about one import of 100,000 in two hundred."""
    wished = [row.position for row in rows]
    taken = set(SearchText.objects.filter(pk__in=wished).values_list("pk", flat=True))
    for row in rows:
        while row.position in taken:
            row.position += 1
        taken.add(row.position)


def _learn_words(listings: Iterator[Listing]) -> None:
    """Remember how words are written, to suggest them for typing errors. They say nothing of where they stood, and
    are suggested only as long as they find something, so they need not be forgotten.
    """
    words: set[str] = set()
    for listing in listings:
        texts = [part for text in listing.texts.all() for part in (text.title, text.summary, text.audience)]
        said = (
            word for part in (*texts, listing.place, listing.organisation_name) for word in words_in(part)
        )
        words.update(islice((word for word in said if _is_a_word(word)), WORDS_A_LISTING))
    words.difference_update(SearchWord.objects.filter(word__in=words).values_list("word", flat=True))
    # In order, so that two who learn the same words at the same time never wait for each other in a circle.
    SearchWord.objects.bulk_create(
        (SearchWord(word=word, head=ends(word)[0], tail=ends(word)[1]) for word in sorted(words)),
        ignore_conflicts=True,
    )


def _is_a_word(word: str) -> bool:
    return SHORTEST <= len(word) <= WORD_LONGEST and word.isalpha()
