"""Who the house is, in its own words (the why), and the guides it works by (S2-17)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, Refused
from stegvis.kernel.once import made_once_by

from .. import policy
from ..models import AboutText, Guide
from ..rules import WRITTEN, Refusal
from ..rules.about import LONGEST, as_written, first_too_long
from ..rules.guides import LONGEST_TITLE, MOST, is_safe

GUIDE_ADDED = "directory.guide_added"


@action
def write_about(
    actor: Actor, *, language: str, words: Mapping[str, str], version: int, now: datetime
) -> None:
    """Keep what the house says of itself in one language. A part left empty is said in our words again.

    `version`: what the writer saw, 0 before the first writing. The same words twice change nothing.
    Raises NotAllowed; Refused with `field` and `limit` for what is too long; Changed when somebody else wrote
    meanwhile; ValueError for a language that is none of ours.
    """
    policy.require_may_shape_house(actor)
    if language not in WRITTEN:
        raise ValueError(f"{language!r} is none of {', '.join(WRITTEN)}")
    written = as_written(words)
    if too_long := first_too_long(written):
        raise Refused(Refusal.TOO_LONG, field=too_long.value, limit=LONGEST)
    rows = AboutText.objects.visible_to(actor).select_for_update(of=("self",))
    row = rows.filter(language=language).first()
    row = row or AboutText(organisation_id=actor.organisation_id, language=language, version=0)
    if all(getattr(row, part) == said for part, said in written.items()):
        return
    if version != row.version:
        raise Changed
    for part, said in written.items():
        setattr(row, part, said)
    row.version += 1
    row.save()
    journal.written(actor, "directory.about_written", about=row.pk, outcome=language, at=now)


@action
def add_guide(
    actor: Actor, *, title: str, address: str, wanted_id: UUID | None = None, now: datetime
) -> UUID:
    """Link to a guide where the house's own copy of it lies, and give its id. Sent twice, it is one (S2-17).

    Raises NotAllowed; Refused with `field` without a title, for an address without https, and for one that is there.
    """
    policy.require_may_shape_house(actor)
    title, address = title.strip(), address.strip()

    def make(key: UUID) -> UUID:
        Guide.objects.create(
            pk=key,
            organisation_id=actor.organisation_id,
            title=title,
            address=address,
            added_on=timezone.localdate(now),
        )
        _refuse_guide(actor, key, title, address)
        journal.written(actor, GUIDE_ADDED, about=key, at=now)
        return key

    return made_once_by(actor, GUIDE_ADDED, wanted_id, make)


@action
def remove_guide(actor: Actor, *, guide_id: UUID, now: datetime) -> None:
    """Take a guide off the list. Raises NotAllowed, NotFound."""
    policy.require_may_shape_house(actor)
    Guide.objects.all().one_visible_to(actor, guide_id).delete()
    journal.written(actor, "directory.guide_removed", about=guide_id, at=now)


def _refuse_guide(actor: Actor, key: UUID, title: str, address: str) -> None:
    """After the row stands, so that a form sent twice meets its own key first."""
    if not title:
        raise Refused(Refusal.NEEDS_A_TITLE, field="title")
    if len(title) > LONGEST_TITLE:
        raise Refused(Refusal.TOO_LONG, field="title", limit=LONGEST_TITLE)
    if not is_safe(address):
        raise Refused(Refusal.NOT_A_SAFE_ADDRESS, field="address")
    others = Guide.objects.visible_to(actor).exclude(pk=key)
    there = list(others.values_list("address", flat=True))
    if address in there:
        raise Refused(Refusal.GUIDE_IS_THERE, field="address")
    if len(there) >= MOST:
        raise Refused(Refusal.TOO_MANY_GUIDES, field="address")
