"""Who waits for a place: by name for advisers, as numbers for those who plan. A participant sees her own turn alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db.models import Count, Q

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import Place, Round
from ..rules import InLine, PlaceState, is_her_turn
from .rounds import RoundShown, not_over, shown

OFFERED = Q(state=PlaceState.OFFERED)
WAITING = Q(state=PlaceState.WAITING)
LAST = 1_000_000
"""Behind everybody: the number of somebody who has not asked yet."""


@dataclass(frozen=True, slots=True)
class PersonInLine:
    """Somebody in line, for an adviser. `offered`: a place is kept for her; `reached`: she knows; `answer_by`: until
    when it is kept. `together`: she waits for two places, with somebody.

    Of who has closed her door to this adviser there is only that somebody stands there.
    """

    place_id: UUID | None
    participant_id: UUID | None
    nickname: str
    offered: bool
    reached: bool
    answer_by: datetime | None
    together: bool


SOMEBODY = PersonInLine(None, None, "", offered=False, reached=False, answer_by=None, together=False)


@dataclass(frozen=True, slots=True)
class LineNumbers:
    """How many wait, and to how many a place is offered: for those who plan and see nobody."""

    waiting: int
    offered: int

    def __bool__(self) -> bool:
        return bool(self.waiting or self.offered)


@dataclass(frozen=True, slots=True)
class ToFill:
    """A round in which a place is free or offered, and somebody is in line. Numbers alone."""

    round: RoundShown
    line: LineNumbers


@query
def line_in(actor: Actor, round_id: UUID, now: datetime) -> list[PersonInLine]:
    """Who is in line for a round, in the order of their turns. Each is logged as seen. Advisers only."""
    policy.require_may_give_place(actor)
    rows = list(
        Place.objects.visible_to(actor).filter(OFFERED | WAITING, round_id=round_id).order_by("number")
    )
    ids = [row.participant_id for row in rows]
    names = people.nicknames(actor, ids)
    journal.seen(actor, about=names, why="groups.line_in", at=now)
    waiting = [row.company for row in rows if row.state == PlaceState.WAITING and row.company]
    return [
        PersonInLine(
            place_id=row.pk,
            participant_id=row.participant_id,
            nickname=names[row.participant_id],
            offered=row.state == PlaceState.OFFERED,
            reached=row.reached_at is not None,
            answer_by=row.answer_by,
            together=row.company is not None and waiting.count(row.company) > 1,
        )
        if row.participant_id in names
        else SOMEBODY
        for row in rows
    ]


@query
def line_numbers(actor: Actor, round_id: UUID) -> LineNumbers:
    """How many are in line for a round. Raises NotAllowed without the right to plan."""
    policy.require_may_plan(actor)
    return _numbers(actor).get(round_id, LineNumbers(0, 0))


@query
def places_to_fill(actor: Actor, now: datetime, language: str) -> list[ToFill]:
    """Rounds that are not over, with a place that is free or offered and somebody in line; for the desk.

    Raises NotAllowed without the right to plan.
    """
    policy.require_may_plan(actor)
    numbers = _numbers(actor)
    rounds = shown(actor, not_over(actor, now).filter(pk__in=numbers), now, language)
    return [
        ToFill(row, numbers[row.round_id]) for row in rounds if numbers[row.round_id].offered or row.free != 0
    ]


@query
def free_for_newcomers(actor: Actor, rounds: Collection[RoundShown]) -> frozenset[UUID]:
    """Those of these rounds in which somebody who asks now gets a place at once, and overtakes nobody."""
    open_rounds = [row for row in rounds if row.open]
    lines = lines_of(actor, [row.round_id for row in open_rounds])
    newcomer = InLine(uuid4(), LAST)
    return frozenset(
        row.round_id
        for row in open_rounds
        if is_her_turn(newcomer.place_id, [*lines.get(row.round_id, ()), newcomer], free=row.free)
    )


def lines_of(actor: Actor, round_ids: Collection[UUID]) -> dict[UUID, list[InLine]]:
    """Who waits in each round, as the rules read it: no names, so not narrowed to whose places one may see."""
    if not round_ids:
        return {}
    rows = Place.objects.filter(WAITING, organisation_id=actor.organisation_id, round_id__in=round_ids)
    lines: dict[UUID, list[InLine]] = {}
    for row in rows.order_by("number"):
        lines.setdefault(row.round_id, []).append(InLine(row.pk, row.number, row.rests, row.company))
    return lines


def _numbers(actor: Actor) -> dict[UUID, LineNumbers]:
    """Numbers in each round of the organisation that has a line: counts alone, like `taken`."""
    rounds = Round.objects.visible_to(actor).values("pk")
    rows = Place.objects.filter(OFFERED | WAITING, organisation_id=actor.organisation_id, round_id__in=rounds)
    counted = rows.values("round_id").annotate(
        waiting=Count("pk", filter=WAITING), offered=Count("pk", filter=OFFERED)
    )
    return {row["round_id"]: LineNumbers(row["waiting"], row["offered"]) for row in counted}
