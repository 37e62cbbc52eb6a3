"""What a group agreed on, as it is read before the first time: a new version is read anew (S1-17)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from uuid import UUID

from django.utils.translation import gettext, override

from stegvis.areas.admission import api as admission
from stegvis.areas.directory.api import Said
from stegvis.areas.groups import api as groups
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query
from stegvis.ui import dates

from ..models import AgreedRule, Agreement
from ..texts import NOT_DECIDED, PARTS
from .shown import Words, base_words, parts_shown


@query
def read_before_the_first_time(
    actor: Actor, /, *, listing_id: UUID, participant_ids: Collection[UUID], language: str
) -> dict[UUID, admission.OfGroup]:
    """For each of these participants, what the group she has a place in agreed on; nobody without an agreement.

    The base rules that a round begins with are not read and ticked: the group talks about them at its first meeting.
    """
    mine = groups.groups_of(actor, listing_id=listing_id, participant_ids=participant_ids)
    if not mine:
        return {}
    rows = Agreement.objects.visible_to(actor).filter(
        round_id__in=set(mine.values()), agreed_on__isnull=False
    )
    newest = {row.round_id: row for row in rows.filter(number__isnull=False).order_by("number")}
    rules = list(
        AgreedRule.objects.visible_to(actor)
        .filter(agreement__in=newest.values(), because="")
        .order_by("position")
        .select_related("agreement")
    )
    words = base_words(actor, rules, language)
    found = {key: _of_group(row, rules, words, language) for key, row in newest.items()}
    return {who: found[round_id] for who, round_id in mine.items() if round_id in found}


def _of_group(row: Agreement, rules: Iterable[AgreedRule], words: Words, language: str) -> admission.OfGroup:
    mine = [rule for rule in rules if rule.agreement_id == row.pk]
    reader = language or row.language
    return admission.OfGroup(
        of=row.round_id,
        written=Said(_in_words(row, mine, {}, row.language), row.language),
        read=Said(_in_words(row, mine, words, reader), reader),
    )


def _in_words(row: Agreement, rules: list[AgreedRule], words: Words, language: str) -> str:
    """The agreement as one text, with its number, so that each version has words of its own."""
    with override(language):
        lines = []
        if row.agreed_on:
            day = dates.day(row.agreed_on, language, year=True)
            lines.append(gettext("Agreed %(day)s, version %(number)s.") % {"day": day, "number": row.number})
        for shown in parts_shown(rules, row, words, language):
            said = [f"– {rule.words}" for rule in shown.rules]
            if said or shown.undecided:
                lines.append("\n".join([f"{PARTS[shown.part]}:", *(said or [str(NOT_DECIDED)])]))
        return "\n\n".join(lines)
