"""How rules are shown: base rules in the reader's language where there is one, the group's own as they were written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from stegvis.kernel.actor import Actor

from ..models import AgreedRule, Agreement, BaseRuleWords
from ..rules import NEEDED, Part
from ..texts import rules_to_begin_with


@dataclass(frozen=True, slots=True)
class RuleShown:
    """One rule for the reader. `language`: of the words; `base`: the key of the base rule it is, if it is one."""

    words: str
    language: str
    base: str


@dataclass(frozen=True, slots=True)
class PartShown:
    """One part with what holds. Without rules an open point is undecided, and is shown as that."""

    part: Part
    rules: tuple[RuleShown, ...]

    @property
    def undecided(self) -> bool:
        return not self.rules and self.part not in NEEDED


Words = Mapping[tuple[int, str], str]
"""Base rules in one language, by version and key."""


def base_words(actor: Actor, rows: Iterable[AgreedRule], language: str) -> Words:
    """The words of these rules in the reader's language, as far as they are base rules. One question, or none."""
    numbers = {row.agreement.base for row in rows if row.base}
    found = (
        {(0, rule.key): rule.words.get(language, "") for rule in rules_to_begin_with()} if language else {}
    )
    if written := numbers - {0}:
        known = BaseRuleWords.objects.visible_to(actor).filter(of__number__in=written, language=language)
        found |= {
            (number, key): words for number, key, words in known.values_list("of__number", "key", "words")
        }
    return found


def rule_shown(row: AgreedRule, agreement: Agreement, words: Words, language: str) -> RuleShown:
    translated = words.get((agreement.base, row.base), "") if row.base else ""
    if translated:
        return RuleShown(translated, language, row.base)
    return RuleShown(row.words, agreement.language, row.base)


def parts_shown(
    rows: Collection[AgreedRule], agreement: Agreement, words: Words, language: str
) -> tuple[PartShown, ...]:
    """All five parts in their order, with what stands in each."""
    return tuple(
        PartShown(
            part,
            tuple(
                rule_shown(row, agreement, words, language)
                for row in rows
                if row.part == part and not row.because
            ),
        )
        for part in Part
    )
