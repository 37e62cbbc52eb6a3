"""Writing rules down under a version that is being made."""

from collections.abc import Iterable

from ..models import AgreedRule, Agreement
from ..rules import MOST_RULES, Part, Rule, TakenAway

PLACE_OF = {part: order * 10 * MOST_RULES for order, part in enumerate(Part)}
"""Where the rules of a part begin, so that parts can be written one by one and stand in order."""


def put_rules(row: Agreement, rules: Iterable[Rule], gone: Iterable[TakenAway] = ()) -> None:
    """Write these under a version in their order, with those that were taken away behind them."""
    after = dict(PLACE_OF)
    made = []
    for rule, because in [*((rule, "") for rule in rules), *((one.rule, one.because) for one in gone)]:
        after[rule.part] += 1
        made.append(
            AgreedRule(
                organisation_id=row.organisation_id,
                agreement=row,
                part=rule.part,
                position=after[rule.part],
                words=rule.words,
                base=rule.base,
                because=because,
            )
        )
    AgreedRule.objects.bulk_create(made)
