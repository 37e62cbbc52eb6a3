"""Who is offered a free place, and how long it is kept for her. Pure: no Django, no clock."""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from .calendar import moment

TIME_TO_ANSWER = timedelta(days=2)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class InLine:
    """Somebody who waits for a place in a round. `number`: the order of coming, hers for as long as she waits.

    `rests`: she let an offer go by, so the place that is free now is not offered to her again. `company`: the same for
    two who come together, None for one who comes alone.
    """

    place_id: UUID
    number: int
    rests: bool = False
    company: UUID | None = None


Turn = tuple[InLine, ...]
"""One who waits, or two who come together."""


def next_to_offer(line: Collection[InLine], *, free: int | None) -> tuple[UUID, ...]:
    """Whose turn it is while `free` places are free (None: everybody can come): the places to offer, in order.

    Strictly by number among those who do not rest. Two who come together have their turn where the later of them
    stands, so that nobody between the two is overtaken, and only when two places are free: until then they have chosen
    to let those go first who come alone.
    """
    left = len(line) if free is None else free
    offered: list[InLine] = []
    for turn in _turns(line):
        if len(turn) <= left:
            offered += turn
            left -= len(turn)
    return tuple(one.place_id for one in offered)


def is_her_turn(place_id: UUID, line: Collection[InLine], *, free: int | None) -> bool:
    """Whether somebody in this line can have a place at once without overtaking anybody."""
    return place_id in next_to_offer(line, free=free)


def answer_by(reached_at: datetime, *, quiet_from: time, quiet_until: time, zone: str) -> datetime:
    """Until when an offered place is kept, in UTC: two days from the moment the offer reached her, up to the full hour.

    Never within the organisation's quiet hours (local times; the same time twice: there are none): then it is kept
    until they are over. `zone` is an IANA time zone.
    """
    ends = _full_hour(reached_at + TIME_TO_ANSWER)
    local = ends.astimezone(ZoneInfo(zone))
    if not is_within(local.time(), quiet_from, quiet_until):
        return ends
    over = local.date() if local.time() < quiet_until else local.date() + DAY
    return moment(over, quiet_until, zone=zone)


def is_within(at: time, from_: time, until: time) -> bool:
    """Whether a time of the day is in a span that may go past midnight; its last moment is not."""
    if from_ <= until:
        return from_ <= at < until
    return at >= from_ or at < until


def as_typed(word: str) -> str:
    """A word that one person told another, read kindly: capitals and spaces make no difference."""
    return " ".join(unicodedata.normalize("NFC", word).casefold().split())


def _turns(line: Collection[InLine]) -> list[Turn]:
    """Those who do not rest, each alone or with her company, in order."""
    awake = [one for one in line if not one.rests]
    turns = {tuple(sorted((one, *_company_of(one, awake)), key=_number)) for one in awake}
    return sorted(turns, key=lambda turn: turn[-1].number)


def _company_of(one: InLine, others: Collection[InLine]) -> list[InLine]:
    if one.company is None:
        return []
    return [other for other in others if other.company == one.company and other is not one][:1]


def _number(one: InLine) -> int:
    return one.number


def _full_hour(at: datetime) -> datetime:
    whole = at.replace(minute=0, second=0, microsecond=0)
    return whole if whole == at else whole + HOUR
