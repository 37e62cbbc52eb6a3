"""Searching as a page does, in one short line."""

from uuid import UUID

from stegvis.areas.directory.queries.search import Found, search
from stegvis.areas.directory.rules.filters import Filters


def find(words: str = "", language: str = "nb", *, page: int = 1, **filters: object) -> Found:
    return search(words=words, language=language, filters=Filters(**filters), page=page)


def titles(words: str = "", language: str = "nb", **filters: object) -> list[str]:
    return [brief.title for brief in find(words, language, **filters).listings]


def ids(words: str = "", **filters: object) -> list[UUID]:
    return [brief.listing_id for brief in find(words, **filters).listings]
