"""One listing as a card in a list, every code already in words."""

from dataclasses import dataclass

from django.utils.functional import Promise

from .. import texts
from ..api import ListingBrief
from . import words


@dataclass(frozen=True, slots=True)
class Card:
    """A brief and its words for one reader. Empty where nobody has said anything."""

    brief: ListingBrief
    category: Promise | None
    when: list[str]
    languages: str


def card(brief: ListingBrief, language: str) -> Card:
    return Card(
        brief=brief,
        category=texts.CATEGORIES[brief.category] if brief.category else None,
        when=words.when(brief.when, language),
        languages=words.language_names(brief.languages, language),
    )
