"""What goes when its time is over: a rule for each kind of thing that the register says is kept for a while (X-07)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from . import personal_data
from .action import changing
from .actor import Actor
from .database import as_actor
from .personal_data import KeepFor, PersonalField


@dataclass(frozen=True, slots=True)
class Rule:
    """`name` is `area.what_goes`. `covers`: the tables it looks after, as `area.Model`.

    `tidy` takes the house's actor and the moment, lets go what has had its time, and answers how many rows, people or
    seats that were.
    """

    name: str
    keep_for: KeepFor
    covers: Callable[[], Collection[str]] = field(compare=False)
    tidy: Callable[[Actor, datetime], int] = field(compare=False)


class _Undone(Exception):
    """A dry run is over: what it did is taken back."""


_rules: dict[str, Rule] = {}


def declare(rule: Rule) -> None:
    """To be called when an area starts. Raises ValueError when another rule has that name."""
    if _rules.setdefault(rule.name, rule) != rule:
        raise ValueError(f"{rule.name} is declared twice")


def rules() -> list[Rule]:
    return [_rules[name] for name in sorted(_rules)]


def without_rule(
    fields: Iterable[PersonalField] | None = None, known: Collection[Rule] | None = None
) -> list[str]:
    """Tables of the register that nobody looks after, as `area.Model: kind`. Best none."""
    covered = {
        (model, rule.keep_for) for rule in (rules() if known is None else known) for model in rule.covers()
    }
    declared = personal_data.register() if fields is None else fields
    kept = {(one.model, one.keep_for) for one in declared}
    return sorted(f"{model}: {keep_for}" for model, keep_for in kept - covered)


def run(house: Actor, *, now: datetime, dry: bool = False) -> Mapping[str, int]:
    """How much went in the organisation of this actor, by rule. A dry run does it all and takes it back."""
    return {rule.name: _dry(rule, house, now) if dry else rule.tidy(house, now) for rule in rules()}


def _dry(rule: Rule, house: Actor, now: datetime) -> int:
    count = 0
    try:
        with changing(), as_actor(house):
            count = rule.tidy(house, now)
            raise _Undone
    except _Undone:
        return count
