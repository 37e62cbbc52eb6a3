"""The guideline as it stands. What hangs on the wall is public; how those who work here act is theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone, translation

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from .. import policy
from ..models import GuidelineText, GuidelineVersion
from ..rules import Written, lines_of
from ..texts import ACTING_TO_BEGIN_WITH, HEADING_TO_BEGIN_WITH, WORDS_TO_BEGIN_WITH


@dataclass(frozen=True, slots=True)
class Guideline:
    """The version in force, by language. `own` is the house's language, in which it always stands."""

    number: int
    since: date
    note_days: int
    own: str
    written: Mapping[str, Written]

    def in_language(self, language: str) -> tuple[str, Written]:
        """The wanted language, or the house's own where it is not written in that one."""
        return (
            (language, self.written[language])
            if language in self.written
            else (self.own, self.written[self.own])
        )


@dataclass(frozen=True, slots=True)
class OnTheWall:
    """What hangs on the wall, in one language; `languages` it can be read in, the house's own first."""

    language: str
    heading: str
    lines: tuple[str, ...]
    languages: tuple[str, ...]
    organisation_name: str
    slug: str


@query
def newest_number(actor: Actor) -> int:
    """Which version stands; 0 while the house has written none."""
    newest = GuidelineVersion.objects.visible_to(actor).order_by("-number").values_list("number", flat=True)
    return newest.first() or 0


@query
def guideline(actor: Actor) -> Guideline | None:
    """The guideline whole, for those who work here; None while there is none. Raises NotAllowed."""
    policy.require_may_act(actor)
    return _newest(actor)


@query
def on_the_wall(actor: Actor, language: str) -> OnTheWall:
    """For anybody, without a word on how staff act. Raises NotFound while the house has written none."""
    found = _newest(actor)
    if found is None:
        raise NotFound
    house = people.organisation(actor.organisation_id)
    shown, written = found.in_language(language)
    others = sorted(set(found.written) - {found.own})
    return OnTheWall(
        shown, written.heading, lines_of(written.words), (found.own, *others), house.name, house.slug
    )


def to_begin_with(language: str) -> Written:
    """Words that a house can take as its own, or change."""
    with translation.override(language):
        words = "\n".join(str(line) for line in WORDS_TO_BEGIN_WITH)
        acting = "\n".join(str(line) for line in ACTING_TO_BEGIN_WITH)
        return Written(str(HEADING_TO_BEGIN_WITH), words, acting)


def _newest(actor: Actor) -> Guideline | None:
    newest = GuidelineVersion.objects.visible_to(actor).order_by("-number").values("pk")[:1]
    texts = list(GuidelineText.objects.visible_to(actor).filter(version__in=newest).select_related("version"))
    if not texts:
        return None
    version = texts[0].version
    return Guideline(
        number=version.number,
        since=timezone.localtime(version.made_at).date(),
        note_days=version.note_days,
        own=people.organisation(actor.organisation_id).language,
        written={text.language: Written(text.heading, text.words, text.acting) for text in texts},
    )
