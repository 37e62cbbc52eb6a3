"""The house writes its base rules anew. What groups began with before stays as it was (S1-18)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError

from stegvis.kernel import journal
from stegvis.kernel.action import action, trying
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, Refused

from .. import policy
from ..models import BaseRules, BaseRuleWords
from ..rules import BaseRule, why_not_base


@action
def write_base_rules(actor: Actor, *, after: int, rules: Sequence[BaseRule], now: datetime) -> int:
    """The next version of the base rules, in this order; new rounds begin with it. Gives its number.

    `after`: the version that was read. Nothing happens when the rules say the same. Raises Changed when somebody else
    wrote a newer one, Refused when a part that every round begins with would be empty or the S1-21 rule would go,
    NotAllowed.
    """
    seat_id = policy.require_may_write_base_rules(actor)
    number, before = BaseRuleWords.objects.of_version(actor)
    if number != after:
        raise Changed
    if list(rules) == before:
        return number
    if refusal := why_not_base([rule.as_rule() for rule in rules]):
        raise Refused(refusal)
    try:
        with trying():
            made = BaseRules.objects.create(
                organisation_id=actor.organisation_id, number=number + 1, made_at=now, made_by_id=seat_id
            )
    except IntegrityError:  # another one was first, in the same moment
        raise Changed from None
    BaseRuleWords.objects.bulk_create(
        BaseRuleWords(
            organisation_id=actor.organisation_id,
            of=made,
            key=rule.key,
            part=rule.part,
            position=position,
            language=language,
            words=words,
        )
        for position, rule in enumerate(rules)
        for language, words in rule.words.items()
    )
    journal.written(actor, "agreements.base_rules_written", about=made.pk, outcome=str(number + 1), at=now)
    return number + 1
