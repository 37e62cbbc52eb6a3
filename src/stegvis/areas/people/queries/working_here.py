"""Who works here, as those see it who let colleagues in: names, roles and days, and never how much anybody does."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise

from stegvis.kernel.actor import Actor
from stegvis.kernel.models import OwnedQuerySet
from stegvis.kernel.query import query
from stegvis.kernel.roles import Role

from .. import policy
from ..models import Department, Organisation, Seat, running_on
from ..rules import OrganisationKind
from ..rules.handing import charges
from ..rules.seats import BY_INVITATION
from ..rules.staff import SEATS_OF
from ..texts import ROLES
from .record_checks import CheckShown, check_of
from .seats import StaffShown

LEFT_LATELY = 50
"""How many of those who have left the list still names, the last first."""


@dataclass(frozen=True, slots=True)
class SeatLine:
    """One seat. `until_on` is its last day, when it has one. `is_taken`: whoever was invited has been in."""

    seat_id: UUID
    name: str
    role: Role
    role_name: Promise
    department: str
    from_on: date
    until_on: date | None
    is_taken: bool


@dataclass(frozen=True, slots=True)
class WhoWorksHere:
    """Seats that run, seats whose first day comes, and those that ended last; each by name."""

    here: list[SeatLine]
    coming: list[SeatLine]
    left: list[SeatLine]


@dataclass(frozen=True, slots=True)
class ChargeShown:
    """Something that stands in somebody's name, what becomes of it meanwhile, and who could take it over."""

    code: str
    words: object
    meanwhile: object
    takers: list[StaffShown]


@dataclass(frozen=True, slots=True)
class SeatPage:
    """One seat for the page about it. `email` only for those who manage seats, and for herself.

    `has_left`: its last day has passed.
    """

    line: SeatLine
    email: str
    has_left: bool
    is_own: bool
    check: CheckShown
    charges: list[ChargeShown]


@query
def who_works_here(actor: Actor, *, now: datetime) -> WhoWorksHere:
    """Raises NotAllowed for anybody but managers and coordinators. No participant is among them."""
    policy.require(policy.may_see_staff(actor))
    today = _day(now)
    rows = _seats(actor).order_by("name", "pk")
    ended = rows.filter(until_on__lt=today).order_by("-until_on", "name", "pk")[:LEFT_LATELY]
    return WhoWorksHere(
        here=[_line(row) for row in rows.filter(running_on(today))],
        coming=[_line(row) for row in rows.filter(from_on__gt=today).exclude(until_on__lt=today)],
        left=[_line(row) for row in ended],
    )


@query
def seat_page(actor: Actor, seat_id: UUID, *, now: datetime) -> SeatPage:
    """Raises NotAllowed, and NotFound for a seat of somebody else or a participant's."""
    policy.require(policy.may_see_staff(actor))
    row = _seats(actor).one_visible_to(actor, seat_id)
    manages = policy.may_manage_seats(actor)
    return SeatPage(
        line=_line(row),
        email=(row.user.email or "") if manages else "",
        has_left=row.until_on is not None and row.until_on < _day(now),
        is_own=row.user_id == actor.user_id,
        check=check_of(actor, row),
        charges=_charges(actor, row.pk, now) if manages else [],
    )


@query
def my_seat(actor: Actor) -> SeatPage:
    """What stands about the actor's own seat. Raises NotAllowed for participants, NotFound when the seat is gone."""
    policy.require(policy.may_see_own_seat(actor))
    row = _seats(actor).one_visible_to(actor, actor.seat_id)
    return SeatPage(_line(row), row.user.email or "", False, True, check_of(actor, row), [])


@query
def seats_to_give(actor: Actor) -> tuple[list[Role], list[tuple[UUID, str]]]:
    """The roles a manager can give here, and the departments by name."""
    policy.require(policy.may_manage_seats(actor))
    kind = Organisation.objects.values_list("kind", flat=True).get(pk=actor.organisation_id)
    departments = Department.objects.visible_to(actor).order_by("name", "pk")
    return list(SEATS_OF[OrganisationKind(kind)]), list(departments.values_list("pk", "name"))


def _charges(actor: Actor, seat_id: UUID, now: datetime) -> list[ChargeShown]:
    held = [charge for charge in charges() if charge.is_held(actor, seat_id, now)]
    return [
        ChargeShown(one.code, one.words, one.meanwhile, _takers(actor, seat_id, one.roles, now))
        for one in held
    ]


def _takers(actor: Actor, seat_id: UUID, roles: Collection[Role], now: datetime) -> list[StaffShown]:
    rows = _seats(actor).filter(running_on(_day(now)), role__in=roles).exclude(pk=seat_id)
    return [StaffShown(row.pk, row.name, Role(row.role)) for row in rows.order_by("name", "pk")]


def _seats(actor: Actor) -> OwnedQuerySet[Seat]:
    return Seat.objects.visible_to(actor).filter(role__in=BY_INVITATION).select_related("department", "user")


def _line(row: Seat) -> SeatLine:
    role = Role(row.role)
    return SeatLine(
        seat_id=row.pk,
        name=row.name,
        role=role,
        role_name=ROLES[role],
        department=row.department.name if row.department else "",
        from_on=row.from_on,
        until_on=row.until_on,
        is_taken=row.is_taken,
    )


def _day(now: datetime) -> date:
    return timezone.localtime(now).date()
