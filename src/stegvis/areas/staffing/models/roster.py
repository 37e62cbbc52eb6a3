"""The roster as the rules need it, read in a constant number of questions however many meet and work."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from django.db.models import Q

from stegvis.areas.directory import api as directory
from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor

from ..rules import Carries, Employee, Gone, Meeting, Needs, OnDuty, Roster
from .tables import Away, Duty, RoundStaffing

CARRIED = {carries.value: carries for carries in Carries}


class Timed(Protocol):
    """What is read of a meeting: the calendar's short line, or the long one with words."""

    @property
    def session_id(self) -> UUID: ...
    @property
    def round_id(self) -> UUID: ...
    @property
    def listing_id(self) -> UUID: ...
    @property
    def on(self) -> date: ...
    @property
    def starts_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime: ...
    @property
    def state(self) -> groups.SessionState: ...
    @property
    def is_open_door(self) -> bool: ...


def time_of(meetings: Sequence[Timed]) -> tuple[datetime, datetime] | None:
    """From when until when these meetings last together; None for none."""
    if not meetings:
        return None
    first = min(one.starts_at for one in meetings)
    last = max(one.ends_at for one in meetings)
    return first, last


def employees_of(actor: Actor) -> dict[UUID, Employee]:
    """Those who can count as staff, by seat, in the order of their names (S1-25)."""
    return {one.seat_id: Employee(one.seat_id, one.from_on, one.until_on) for one in people.employed(actor)}


def facts_of(
    actor: Actor,
    meetings: Sequence[Timed],
    *,
    zone: str,
    employees: Mapping[UUID, Employee] | None = None,
) -> Roster:
    """All that the rules need about these meetings. What is called off is left out: nobody is busy there.

    `employees`: of whoever has read them already.

    Read as the house, not as the actor: what comes of it is shown by queries, each to those who may see it.
    """
    standing = [one for one in meetings if one.state is not groups.SessionState.CALLED_OFF]
    around = time_of(standing)
    if around is None:
        return Roster(zone, (), {}, {}, {})
    facts = tuple(
        Meeting(one.session_id, one.round_id, one.on, one.starts_at, one.ends_at, one.is_open_door)
        for one in standing
    )
    return Roster(
        zone=zone,
        meetings=facts,
        needs=needs_in(actor, {one.round_id: one.listing_id for one in standing}),
        duties=_duties(actor, [one.session_id for one in facts]),
        gone=_gone(actor, *around),
        employees=employees_of(actor) if employees is None else employees,
    )


def needs_in(actor: Actor, listings: Mapping[UUID, UUID]) -> dict[UUID, Needs]:
    """What each of these rounds needs; by round, given its listing. Never less than the assessment says (S1-24)."""
    assessed = directory.employees_needed(actor, set(listings.values()))
    rows = RoundStaffing.objects.filter(organisation_id=actor.organisation_id, round_id__in=list(listings))
    needs = {
        row.round_id: Needs(
            employees=max(row.employees, assessed.get(listings[row.round_id], 1)),
            second_adult=row.second_adult,
            competence=row.competence,
            check_days=row.check_days,
            check_at=row.check_at,
            from_on=row.looked_after_from,
            substitutes=tuple(map(UUID, row.substitutes)),
        )
        for row in rows
    }
    for round_id, listing_id in listings.items():
        if round_id not in needs:
            needs[round_id] = Needs(employees=max(assessed.get(listing_id, 1), 1))
    return needs


def _duties(actor: Actor, session_ids: Collection[UUID]) -> dict[UUID, list[OnDuty]]:
    rows = Duty.objects.filter(organisation_id=actor.organisation_id, session_id__in=list(session_ids))
    duties: dict[UUID, list[OnDuty]] = {}
    for session_id, seat_id, starts_at, ends_at, carries in rows.order_by("starts_at", "pk").values_list(
        "session_id", "seat_id", "starts_at", "ends_at", "carries"
    ):
        one = OnDuty(session_id, seat_id, starts_at, ends_at, carried(carries))
        duties.setdefault(session_id, []).append(one)
    return duties


def carried(codes: Iterable[str]) -> frozenset[Carries]:
    return frozenset([CARRIED[code] for code in codes])


def _gone(actor: Actor, from_at: datetime, until_at: datetime) -> dict[UUID, list[Gone]]:
    still = Q(until_at=None) | Q(until_at__gt=from_at)
    rows = Away.objects.filter(still, organisation_id=actor.organisation_id, from_at__lt=until_at)
    gone: dict[UUID, list[Gone]] = {}
    for seat_id, since, until in rows.values_list("seat_id", "from_at", "until_at"):
        gone.setdefault(seat_id, []).append(Gone(seat_id, since, until))
    return gone
