"""Who a house is, as anybody reads it and as those who write it see it; and the guides it works by."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from .. import policy
from ..models import AboutText, Guide
from ..rules import WRITTEN, AboutPart
from ..rules.about import said


@dataclass(frozen=True, slots=True)
class AboutSaid:
    """One part: the house's words and their language, or both empty where ours stand."""

    part: AboutPart
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class AboutWritten:
    """What a house has written in one language. `version`: 0 before the first writing."""

    language: str
    words: dict[AboutPart, str]
    version: int


@dataclass(frozen=True, slots=True)
class GuideShown:
    guide_id: UUID
    title: str
    address: str


SPEAKS_FOR = frozenset({people.OrganisationKind.CENTRE})
"""For whom our words stand until they have written their own. What the others are, only they can say."""


@query
def about(actor: Actor, house: people.OrganisationShown, language: str) -> list[AboutSaid]:
    """Who this house is, for a reader of `language`; the actor is a visitor at its door. Raises NotFound where nothing
    is said.
    """
    own = {text.language: _words(text) for text in AboutText.objects.visible_to(actor)}
    ours = house.kind in SPEAKS_FOR
    shown = []
    for part in AboutPart:
        spoken = said(part, own=own, wished=language, original=house.language, ours=ours)
        if spoken is not None:
            shown.append(AboutSaid(part, own[spoken][part] if spoken else "", spoken))
    if not shown:
        raise NotFound
    return shown


def houses_that_tell() -> list[people.OrganisationShown]:
    """The houses that anybody can read about here, by name: those with a phone that our words speak for."""
    return [one for one in people.organisations() if tells(one)]


def tells(house: people.OrganisationShown) -> bool:
    """Whether other pages lead to this house's own one."""
    return bool(house.phone) and house.kind in SPEAKS_FOR


@query
def about_written(actor: Actor) -> dict[str, AboutWritten]:
    """What the actor's own house has written, by language, with all four. Raises NotAllowed."""
    policy.require_may_describe(actor)
    rows = {text.language: text for text in AboutText.objects.visible_to(actor)}
    return {
        language: AboutWritten(
            language,
            _words(rows[language]) if language in rows else dict.fromkeys(AboutPart, ""),
            rows[language].version if language in rows else 0,
        )
        for language in WRITTEN
    }


@query
def guides(actor: Actor) -> list[GuideShown]:
    """The guides the house works by, by title (S2-17). Raises NotAllowed for who does not work here."""
    policy.require_may_describe(actor)
    rows = Guide.objects.visible_to(actor).order_by("title", "pk")
    return [GuideShown(row.pk, row.title, row.address) for row in rows]


def _words(text: AboutText) -> dict[AboutPart, str]:
    return {part: getattr(text, part) for part in AboutPart}
