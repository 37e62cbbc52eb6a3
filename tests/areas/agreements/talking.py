"""A group's talk in the tests: what it says, and its yes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from stegvis.areas.agreements import actions, queries
from stegvis.areas.agreements.models import AgreedRule, Agreement
from stegvis.areas.agreements.rules import Part, Rule
from stegvis.areas.groups.models import Session
from stegvis.kernel.actor import Actor
from tests.support import given


def standing(actor: Actor, round_id: UUID, part: Part) -> list[Rule]:
    """What holds in one part today."""
    agreed = queries.agreed(actor, round_id)
    assert agreed is not None
    shown = next(one for one in agreed.parts if one.part is part)
    return [Rule(part, rule.words, rule.base) for rule in shown.rules]


def say(actor: Actor, round_id: UUID, part: Part, rules: list[Rule], *, now: datetime, **more: Any) -> None:
    table = queries.on_the_table(actor, round_id, "en")
    after = more.pop("after", table.part(part).saved if table else 0)
    reasons: Mapping[str, str] = more.pop("reasons", {})
    actions.say_part(actor, round_id=round_id, part=part, after=after, rules=rules, reasons=reasons, now=now)


def agree(actor: Actor, round_id: UUID, meeting: Session, *, why: str = "", **said: list[Rule]) -> int:
    """A whole talk at this meeting: both needed parts as they stand or as `said`, more parts as `said`; the yes."""
    now = meeting.starts_at
    actions.begin_talk(actor, round_id=round_id, session_id=meeting.pk, now=now)
    parts = dict.fromkeys((Part.TALK, Part.TREAT)) | {Part(name): rules for name, rules in said.items()}
    for part, rules in parts.items():
        holds = standing(actor, round_id, part) if rules is None else rules
        say(actor, round_id, part, holds, now=now)
    return yes(actor, round_id, why=why, now=now)


def yes(actor: Actor, round_id: UUID, *, why: str = "", now: datetime) -> int:
    table = queries.on_the_table(actor, round_id, "en")
    return actions.agree(actor, round_id=round_id, after=table.times_saved if table else 0, why=why, now=now)


def versions(actor: Actor, round_id: UUID) -> dict[int, tuple[Any, ...]]:
    """Every version that has a number, whole, as it stands in the tables."""
    with given(actor):
        rows = Agreement.objects.filter(round_id=round_id, number__isnull=False).order_by("number")
        return {
            row.number: (
                row.agreed_on,
                row.why,
                row.session_id,
                row.host_id,
                tuple(
                    AgreedRule.objects.filter(agreement=row)
                    .order_by("position")
                    .values_list("part", "words", "base", "because")
                ),
            )
            for row in rows
        }
