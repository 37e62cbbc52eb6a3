"""The house's base rules, and when they were written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import BaseRules, BaseRuleWords
from ..rules import NEEDED, BaseRule
from .shown import PartShown, RuleShown


@dataclass(frozen=True, slots=True)
class Written:
    """One earlier version: when, and who wrote it, by first name."""

    number: int
    made_at: datetime
    made_by: str


@dataclass(frozen=True, slots=True)
class BaseRulesShown:
    """The base rules as they are today. `number` 0: those that Stegvis brings; `language`: the house's own."""

    number: int
    rules: tuple[BaseRule, ...]
    language: str
    versions: tuple[Written, ...]


@query
def to_begin_with(actor: Actor, language: str) -> tuple[PartShown, ...]:
    """What a group planned today would begin with, in the reader's language where the house has it. For whoever works
    here. Raises NotAllowed.
    """
    policy.require_may_lead_talk(actor)
    number, rules = BaseRuleWords.objects.of_version(actor)
    reads = [language]
    if number:  # those that Stegvis brings are in every language
        reads.append(people.organisation(actor.organisation_id).language.value)
    told = {part: [rule for rule in rules if rule.part is part] for part in NEEDED}
    return tuple(
        PartShown(part, tuple(RuleShown(*rule.said_in(*reads), rule.key) for rule in some))
        for part, some in told.items()
    )


@query
def base_rules(actor: Actor) -> BaseRulesShown:
    """For whoever works here. Raises NotAllowed."""
    policy.require_may_lead_talk(actor)
    number, rules = BaseRuleWords.objects.of_version(actor)
    versions = list(BaseRules.objects.visible_to(actor).order_by("-number"))
    names = people.seat_names(actor, {row.made_by_id for row in versions})
    return BaseRulesShown(
        number=number,
        rules=tuple(rules),
        language=people.organisation(actor.organisation_id).language.value,
        versions=tuple(Written(row.number, row.made_at, names.get(row.made_by_id, "")) for row in versions),
    )
