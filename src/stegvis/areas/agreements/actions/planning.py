"""What a new round goes by from its first day, before its people have met."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor

from ..models import AgreedRule, Agreement, BaseRuleWords
from ..rules import to_begin_with
from .writing import put_rules


@action
def begin_with_base_rules(actor: Actor, *, round_id: UUID, follows: UUID | None, now: datetime) -> None:
    """A new round begins with the base rules as they are today, or goes on with what the round before agreed (S1-18).

    Runs with the planning of the round. The base rules are number 0 and decide no open point (S1-22, S1-23).
    """
    before = Agreement.objects.newest(actor, follows) if follows else None
    if before is not None and before.agreed_on is not None:
        _go_on(actor, round_id, before, now)
    else:
        _begin(actor, round_id, now)
    journal.written(actor, "agreements.round_begins", about=round_id, at=now)


def _begin(actor: Actor, round_id: UUID, now: datetime) -> None:
    number, rules = BaseRuleWords.objects.of_version(actor)
    language = people.organisation(actor.organisation_id).language.value
    row = Agreement.objects.create(
        organisation_id=actor.organisation_id,
        round_id=round_id,
        number=0,
        base=number,
        language=language,
        since=now,
    )
    put_rules(row, to_begin_with(rule.as_rule(language) for rule in rules))


def _go_on(actor: Actor, round_id: UUID, before: Agreement, now: datetime) -> None:
    row = Agreement.objects.create(
        organisation_id=actor.organisation_id,
        round_id=round_id,
        number=before.number,
        base=before.base,
        language=before.language,
        goes_on_from=before,
        host_id=before.host_id,
        agreed_on=before.agreed_on,
        since=now,
    )
    put_rules(row, [rule.as_rule() for rule in AgreedRule.objects.standing(actor, before)])
