"""How an agreement came to be what it is: each version with its day, what changed and why (S1-02, S1-18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from ..models import AgreedRule, Agreement
from ..rules import changes
from .shown import PartShown, RuleShown, Words, base_words, parts_shown, rule_shown


@dataclass(frozen=True, slots=True)
class Gone:
    """A rule that the group does not go on with. `because` is empty for its own words."""

    rule: RuleShown
    because: str


@dataclass(frozen=True, slots=True)
class VersionShown:
    """One version. `agreed_on` None: the base rules it began with; `goes_on`: taken over from the round before.

    `host`: who led the talk, by first name. Nobody who was there is named.
    """

    number: int
    agreed_on: date | None
    goes_on: bool
    host: str
    why: str
    added: tuple[RuleShown, ...]
    gone: tuple[Gone, ...]
    parts: tuple[PartShown, ...]


@query
def history(actor: Actor, round_id: UUID, language: str) -> list[VersionShown]:
    """All versions of a round, the newest first; empty when there is nothing to see. A constant number of questions."""
    versions = list(
        Agreement.objects.visible_to(actor).filter(round_id=round_id, number__isnull=False).order_by("number")
    )
    rows = AgreedRule.objects.visible_to(actor).filter(agreement__in=versions).order_by("position")
    rules = list(rows.select_related("agreement"))
    words = base_words(actor, rules, language)
    hosts = people.seat_names(actor, {one.host_id for one in versions if one.host_id})
    shown: list[VersionShown] = []
    before: list[AgreedRule] = []
    for version in versions:
        here = [rule for rule in rules if rule.agreement_id == version.pk]
        shown.append(_version(version, here, before if shown else None, hosts, words, language))
        before = [rule for rule in here if not rule.because]
    return shown[::-1]


def _version(
    version: Agreement,
    rows: list[AgreedRule],
    before: list[AgreedRule] | None,
    hosts: dict[UUID, str],
    words: Words,
    language: str,
) -> VersionShown:
    """`before`: the rules of the version before; None for the first, in which nothing is new."""
    now = [row for row in rows if not row.because]
    differs = changes([row.as_rule() for row in before or now], [row.as_rule() for row in now])
    because = {row.as_rule(): row.because for row in rows if row.because}
    by_rule = {row.as_rule(): row for row in [*(before or []), *now]}
    return VersionShown(
        number=version.number or 0,
        agreed_on=version.agreed_on,
        goes_on=version.goes_on_from_id is not None,
        host=hosts.get(version.host_id, "") if version.host_id else "",
        why=version.why,
        added=tuple(rule_shown(by_rule[rule], version, words, language) for rule in differs.added),
        gone=tuple(
            Gone(rule_shown(by_rule[rule], version, words, language), because.get(rule, ""))
            for rule in differs.gone
        ),
        parts=parts_shown(now, version, words, language),
    )
