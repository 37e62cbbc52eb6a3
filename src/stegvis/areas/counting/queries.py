"""The numbers of a day and of a month: what was logged, what comes out of the calendar, and what somebody corrected."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stegvis.areas.directory import api as directory
from stegvis.areas.groups import api as groups
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from . import policy
from .models import ByHand, Tally
from .rules import Source, Unit, Way, shown, visits_of_day


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a day: as it was worked out, and the one written by hand where there is one."""

    worked_out: int
    by_hand: int | None

    @property
    def counts(self) -> int:
        return shown(worked_out=self.worked_out, by_hand=self.by_hand)


@dataclass(frozen=True, slots=True)
class Day:
    """One day. `again`: contacts and visits of somebody counted before that day; `came` to meetings, `noted_again` of
    them noted at an earlier meeting that day; `logged_visits` beside meetings, talks among them, without those who were
    noted at a meeting too; `uncounted`: meetings that nobody has counted.
    """

    on: date
    contacts: Number
    visits: Number
    again: int
    came: int
    noted_again: int
    logged_visits: int
    uncounted: int


@dataclass(frozen=True, slots=True)
class WayLine:
    """One way of getting in touch in a month, by whom it came from. `again` stands beside and is in no other number."""

    way: Way
    by_source: Mapping[Source, int]
    again: int

    @property
    def counted(self) -> int:
        return sum(self.by_source.values())


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """One kind of work in a month (S2-02). `service` is None for contacts of which nobody said what they were about.

    `came` sums up who came to its meetings; `called_off` is by reason, None for none given.
    """

    service: directory.ServiceKind | None
    held: int
    called_off: Mapping[groups.CallOffWhy | None, int]
    came: int
    uncounted: int
    contacts: int
    visits: int


@dataclass(frozen=True, slots=True)
class Month:
    """All of one month. `days` are those on which something was counted or met."""

    year: int
    month: int
    contacts: Number
    visits: Number
    ways: tuple[WayLine, ...]
    services: tuple[ServiceLine, ...]
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class WhatIsThere:
    """All that was counted and met between two days."""

    tallies: tuple[Tally, ...]
    meetings: tuple[groups.MeetingCount, ...]
    noted_again: Mapping[date, int]
    talked_too: Mapping[date, int]
    by_hand: Mapping[tuple[date, str], int]


@query
def day(actor: Actor, on: date, language: str) -> Day:
    """One day's numbers. Raises NotAllowed."""
    policy.require_may_count(actor)
    return _day(_there(actor, on, on, language), on)


@query
def today_by_way(actor: Actor, on: date) -> dict[Way, int]:
    """How many were counted on this day by each way, for the buttons. One question. Raises NotAllowed."""
    policy.require_may_count(actor)
    counted = dict.fromkeys(Way, 0)
    for way, number in Tally.objects.visible_to(actor).filter(on=on).values_list("way", "counted"):
        counted[Way(way)] += number
    return counted


@query
def month(actor: Actor, year: int, month: int, *, until: date | None = None, language: str = "nb") -> Month:
    """One month's numbers, as a by-product of calendar and contact log; with `until`, no further than that day.
    Equally many questions to the database, however much there is. Raises NotAllowed.
    """
    policy.require_may_count(actor)
    last = date(year, month, monthrange(year, month)[1])
    there = _there(actor, date(year, month, 1), min(last, until or last), language)
    days = tuple(_day(there, on) for on in _days_of(there))
    return Month(
        year=year,
        month=month,
        contacts=_sum(one.contacts for one in days),
        visits=_sum(one.visits for one in days),
        ways=_ways(there.tallies),
        services=_services(actor, there),
        days=days,
    )


def _there(actor: Actor, from_on: date, until_on: date, language: str) -> WhatIsThere:
    within = {"on__gte": from_on, "on__lte": until_on}
    by_hand = ByHand.objects.visible_to(actor).filter(**within)
    return WhatIsThere(
        tallies=tuple(Tally.objects.visible_to(actor).filter(**within)),
        meetings=tuple(groups.counts(actor, from_on, until_on, language)),
        noted_again=groups.noted_again(actor, from_on, until_on),
        talked_too=groups.noted_after_a_talk(actor, from_on, until_on),
        by_hand={(on, unit): number for on, unit, number in by_hand.values_list("on", "unit", "number")},
    )


def _days_of(there: WhatIsThere) -> list[date]:
    met = {one.on for one in there.meetings if not one.called_off and one.came is not None}
    return sorted(met | {row.on for row in there.tallies} | {on for on, _ in there.by_hand})


def _day(there: WhatIsThere, on: date) -> Day:
    tallies = [row for row in there.tallies if row.on == on]
    meetings = [one for one in there.meetings if one.on == on and not one.called_off]
    came = [one.came for one in meetings if one.came is not None]
    again, talked_too = there.noted_again.get(on, 0), there.talked_too.get(on, 0)
    logged = _counted(tallies, Unit.VISITS)
    visits = visits_of_day(came, again=again, logged=logged, talked_too=talked_too)
    return Day(
        on=on,
        contacts=Number(_counted(tallies, Unit.CONTACTS), there.by_hand.get((on, Unit.CONTACTS))),
        visits=Number(visits, there.by_hand.get((on, Unit.VISITS))),
        again=sum(row.again for row in tallies),
        came=sum(came),
        noted_again=again,
        logged_visits=max(logged - talked_too, 0),
        uncounted=sum(one.came is None for one in meetings),
    )


def _counted(tallies: Collection[Tally], unit: Unit) -> int:
    return sum(row.counted for row in tallies if row.kind().unit is unit)


def _sum(numbers: Iterable[Number]) -> Number:
    there = list(numbers)
    by_hand = sum(one.counts for one in there) if any(one.by_hand is not None for one in there) else None
    return Number(sum(one.worked_out for one in there), by_hand)


def _ways(tallies: Collection[Tally]) -> tuple[WayLine, ...]:
    lines = []
    for way in Way:
        rows = [row for row in tallies if row.way == way]
        by_source = {source: sum(r.counted for r in rows if r.source == source) for source in Source}
        lines.append(WayLine(way, by_source, sum(row.again for row in rows)))
    return tuple(lines)


def _services(actor: Actor, there: WhatIsThere) -> tuple[ServiceLine, ...]:
    """Each kind of work that the house runs or that something was counted of, and what nobody said anything about."""
    kind_of = {one.listing_id: one.service for one in directory.offering_kinds(actor)}
    why = groups.called_off(actor, [one.session_id for one in there.meetings if one.called_off])
    kinds = {*directory.service_kinds(actor), *(row.service for row in there.tallies)}
    menu = [kind for kind in directory.ServiceKind if kind in kinds]
    lines = [_service(service, there, kind_of, why) for service in (*menu, None)]
    return tuple(line for line in lines if line.service or line.contacts or line.visits)


def _service(
    service: directory.ServiceKind | None,
    there: WhatIsThere,
    kind_of: Mapping[UUID, directory.ServiceKind],
    why: Mapping[UUID, groups.CalledOff],
) -> ServiceLine:
    meetings = [one for one in there.meetings if service and kind_of.get(one.listing_id) is service]
    tallies = [row for row in there.tallies if row.service == (service or "")]
    off: dict[groups.CallOffWhy | None, int] = {}
    for one in meetings:
        if one.called_off:
            reason = why[one.session_id].why if one.session_id in why else None
            off[reason] = off.get(reason, 0) + 1
    held = [one for one in meetings if not one.called_off]
    return ServiceLine(
        service=service,
        held=sum(one.came is not None for one in held),
        called_off=off,
        came=sum(one.came or 0 for one in held),
        uncounted=sum(one.came is None for one in held),
        contacts=_counted(tallies, Unit.CONTACTS),
        visits=_counted(tallies, Unit.VISITS),
    )
