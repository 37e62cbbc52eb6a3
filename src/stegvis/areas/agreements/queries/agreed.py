"""What a group goes by today: its own agreement, or the base rules until it has one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from ..models import AgreedRule, Agreement
from ..rules import OTHER_THINGS, Part
from .shown import PartShown as PartShown
from .shown import RuleShown as RuleShown
from .shown import base_words, parts_shown


@dataclass(frozen=True, slots=True)
class Agreed:
    """What holds in one round. `agreed_on` None: the group has not met over it, the base rules hold.

    `leaves_out_what_happened`: it has taken the S1-21 rule, so that nothing on its pages asks what happened.
    """

    round_id: UUID
    number: int
    agreed_on: date | None
    language: str
    parts: tuple[PartShown, ...]

    @property
    def undecided(self) -> tuple[Part, ...]:
        return tuple(shown.part for shown in self.parts if shown.undecided)

    @property
    def leaves_out_what_happened(self) -> bool:
        return any(rule.base == OTHER_THINGS for shown in self.parts for rule in shown.rules)


@query
def agreed(actor: Actor, round_id: UUID, language: str = "") -> Agreed | None:
    """What holds in this round, in the reader's language where there is one; None when there is nothing to see.

    For whoever works here, and for a participant in the round. Two or three questions to the database.
    """
    return _agreed(actor, Agreement.objects.newest(actor, round_id), language)


@query
def agreed_at(actor: Actor, session_id: UUID, language: str = "") -> Agreed | None:
    """The same for the round that this meeting belongs to."""
    rows = Agreement.objects.visible_to(actor).filter(round__sessions=session_id, number__isnull=False)
    return _agreed(actor, rows.order_by("-number").first(), language)


@query
def leaving_out_what_happened(actor: Actor, round_ids: Collection[UUID]) -> frozenset[UUID]:
    """Which of these rounds have taken the rule of talking about other things: nothing asks them what happened (S1-21).

    One question to the database, however many they are.
    """
    rows = Agreement.objects.visible_to(actor).filter(round_id__in=round_ids, number__isnull=False)
    newest = dict(rows.order_by("number").annotate(takes_it=_takes_it()).values_list("round_id", "takes_it"))
    return frozenset(round_id for round_id, taken in newest.items() if taken)


def _takes_it() -> Exists:
    """Whether a version has the rule of talking about other things."""
    return Exists(AgreedRule.objects.filter(agreement=OuterRef("pk"), base=OTHER_THINGS, because=""))


def _agreed(actor: Actor, row: Agreement | None, language: str) -> Agreed | None:
    if row is None or row.number is None:
        return None
    rules = list(AgreedRule.objects.standing(actor, row))
    for rule in rules:
        rule.agreement = row
    words = base_words(actor, rules, language)
    return Agreed(
        round_id=row.round_id,
        number=row.number,
        agreed_on=row.agreed_on,
        language=row.language,
        parts=parts_shown(rules, row, words, language),
    )
