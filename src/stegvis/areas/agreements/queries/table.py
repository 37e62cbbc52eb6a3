"""What lies on the table while a group talks: one part at a time, and what is still left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import AgreedRule, Agreement, BaseRuleWords
from ..rules import NEEDED, OWN, BaseRule, Part, parts_left
from .shown import PartShown, base_words, parts_shown


@dataclass(frozen=True, slots=True)
class PartOnTable:
    """One part as it lies there. `saved`: how often the group has saved it; `left`: needed, and not talked about yet.

    `choices`: base rules to keep or take, those that stood before first; `taken`: the keys of those that stand;
    `own`: the group's own words; `reasons`: why a base rule was taken away, by key. `stood`: the keys that need one.
    """

    part: Part
    needed: bool
    saved: int
    left: bool
    choices: tuple[BaseRule, ...]
    taken: frozenset[str]
    own: tuple[str, ...]
    reasons: dict[str, str]
    stood: frozenset[str]


@dataclass(frozen=True, slots=True)
class OnTheTable:
    """The talk as it stands. `times_saved` marks what the group read; `first`: it has agreed on nothing before."""

    round_id: UUID
    session_id: UUID | None
    times_saved: int
    first: bool
    language: str
    parts: tuple[PartOnTable, ...]
    shown: tuple[PartShown, ...]

    @property
    def left(self) -> tuple[PartOnTable, ...]:
        return tuple(part for part in self.parts if part.left)

    def part(self, part: Part) -> PartOnTable:
        return next(one for one in self.parts if one.part is part)


@query
def on_the_table(actor: Actor, round_id: UUID, language: str) -> OnTheTable | None:
    """The talk of this round, for whoever may lead it; None when nothing lies on the table. Raises NotAllowed."""
    policy.require_may_lead_talk(actor)
    versions = Agreement.objects.visible_to(actor).filter(round_id=round_id).order_by("number")
    table = versions.filter(number=None).first()
    before = versions.filter(number__isnull=False).last()
    if table is None or before is None:
        return None
    rows = list(
        AgreedRule.objects.visible_to(actor)
        .filter(agreement__in=[table, before])
        .order_by("position")
        .select_related("agreement")
    )
    here = [row for row in rows if row.agreement_id == table.pk]
    stood = [row for row in rows if row.agreement_id == before.pk and not row.because]
    _, library = BaseRuleWords.objects.of_version(actor, table.base)
    spoken_of = [Part(part) for part in table.spoken_of]
    left = parts_left(spoken_of, [row.as_rule() for row in here if not row.because])
    words = base_words(actor, here, language)
    return OnTheTable(
        round_id=round_id,
        session_id=table.session_id,
        times_saved=table.times_saved,
        first=before.agreed_on is None,
        language=table.language,
        parts=tuple(_part(part, table, here, stood, library, part in left) for part in Part),
        shown=parts_shown(here, table, words, language),
    )


def _part(
    part: Part,
    table: Agreement,
    here: Sequence[AgreedRule],
    stood: Sequence[AgreedRule],
    library: Sequence[BaseRule],
    left: bool,
) -> PartOnTable:
    mine = [row for row in here if row.part == part]
    standing = [row for row in mine if not row.because]
    before = frozenset(row.base for row in stood if row.part == part and row.base != OWN)
    choices = [rule for rule in library if rule.part is part]
    return PartOnTable(
        part=part,
        needed=part in NEEDED,
        saved=table.spoken_of.get(part.value, 0),
        left=left,
        choices=tuple(sorted(choices, key=lambda rule: rule.key not in before)),
        taken=frozenset(row.base for row in standing if row.base != OWN),
        own=tuple(row.words for row in standing if row.base == OWN),
        reasons={row.base: row.because for row in mine if row.because},
        stood=before,
    )
