"""Writing the house's guideline: each time a new version, none over another's head (S1-15)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action, trying
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, Refused

from .. import policy
from ..models import GuidelineText, GuidelineVersion
from ..rules import Written, lines_of, why_not


@action
def write_guideline(
    actor: Actor, *, written: Mapping[str, Written], note_days: int, based_on: int, now: datetime
) -> int:
    """The guideline from now on, by language. Gives its number; saving what stands already makes no new one.

    `based_on`: the number that the writer had before her, 0 for none. Raises Changed when somebody else has written
    another one meanwhile, Refused with `language` for what cannot hang on a wall, NotAllowed for all but a manager.
    """
    policy.require_may_write(actor)
    own = people.organisation(actor.organisation_id).language
    if refusal := why_not(written, own, note_days):
        raise Refused(refusal[0], language=refusal[1])
    stands = GuidelineVersion.objects.visible_to(actor).order_by("-number").first()
    if (stands.number if stands else 0) != based_on:
        raise Changed
    texts = {language: _tidied(one) for language, one in written.items() if not one.is_empty()}
    if stands and _as_it_stands(stands) == texts and stands.note_days == note_days:
        return stands.number
    try:
        with trying():
            version_id = _keep(actor, texts, based_on + 1, note_days, now)
    except IntegrityError:  # somebody saved in this very moment
        raise Changed from None
    journal.written(actor, "remarks.guideline_written", about=version_id, at=now)
    return based_on + 1


def _keep(actor: Actor, texts: Mapping[str, Written], number: int, note_days: int, now: datetime) -> UUID:
    version = GuidelineVersion.objects.create(
        organisation_id=actor.organisation_id, number=number, note_days=note_days, made_at=now
    )
    for language, one in texts.items():
        GuidelineText.objects.create(
            organisation_id=actor.organisation_id,
            version=version,
            language=language,
            heading=one.heading,
            words=one.words,
            acting=one.acting,
        )
    return version.pk


def _as_it_stands(version: GuidelineVersion) -> dict[str, Written]:
    return {text.language: Written(text.heading, text.words, text.acting) for text in version.texts.all()}


def _tidied(one: Written) -> Written:
    acting = "\n".join(line.rstrip() for line in one.acting.strip().splitlines())
    return Written(one.heading.strip(), "\n".join(lines_of(one.words)), acting)
