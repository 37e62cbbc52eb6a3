"""Who acts, in which seat, and what the seat is called."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import CharField, Exists, OuterRef, Subquery
from django.utils import timezone
from django.utils.functional import Promise

from stegvis.kernel.actor import Actor
from stegvis.kernel.database import within
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query
from stegvis.kernel.roles import EMPLOYED, Role

from ..models import Organisation, Participant, Seat, running_on
from ..rules.seats import has_been_idle
from ..rules.second_step import PROVED, SEES_PEOPLE
from ..texts import ROLES


@dataclass(frozen=True, slots=True)
class SeatShown:
    """Who acts, and for whom, as every page shows it (S3-22).

    `role_name` is empty for a participant with no other seat: what she is to whom is nobody's business on a screen.
    `others`: she has another seat to change to.
    """

    name: str
    role: Role
    role_name: Promise | str
    organisation_name: str
    others: bool


@dataclass(frozen=True, slots=True)
class SeatToChoose:
    seat_id: UUID
    role: Role
    role_name: Promise
    organisation_name: str


@dataclass(frozen=True, slots=True)
class StaffShown:
    seat_id: UUID
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class EmployedSeat:
    """A seat of somebody who is employed, and the days it runs; `until_on` is None while no last day is set."""

    seat_id: UUID
    name: str
    from_on: date
    until_on: date | None


def actor_in_session(session: Mapping[str, Any], *, now: datetime) -> Actor | None:
    """The actor of a signed-in session.

    None when nobody is signed in, the seat has ended or was untouched too long (X-17), the password changed, or the
    seat sees people and the second step was not taken.
    """
    user_id, seat_id = session.get("user"), session.get("seat")
    if not user_id or not seat_id:
        return None
    with within(user_id=UUID(user_id)):
        seat = (
            Seat.objects.select_related("user__code")
            .filter(running_on(_day(now)), pk=seat_id, user_id=user_id, user__is_active=True)
            .first()
        )
    if seat is None or seat.user.mark() != session.get("mark"):
        return None
    role = Role(seat.role)
    if role in SEES_PEOPLE and PROVED not in session:
        return None
    minutes = settings.IDLE_MINUTES["participant" if role is Role.PARTICIPANT else "staff"]
    if has_been_idle(last_seen=session.get("seen", 0), now=now.timestamp(), minutes=minutes):
        return None
    return Actor.in_seat(
        organisation_id=seat.organisation_id, role=role, user_id=seat.user_id, seat_id=seat.pk
    )


@query
def seat_shown(actor: Actor, *, now: datetime) -> SeatShown:
    """One read for what every signed-in page shows. Raises NotFound when the seat is gone."""
    if actor.seat_id is None or actor.user_id is None:
        raise NotFound
    organisation = Organisation.objects.filter(pk=actor.organisation_id)
    running = Seat.objects.filter(running_on(_day(now)), user_id=actor.user_id)
    shown = {
        "shown_organisation": Subquery(organisation.values("name")),
        "others": Exists(running.exclude(pk=actor.seat_id)),
    }
    participant = actor.role is Role.PARTICIPANT
    if participant:
        her = Participant.objects.filter(organisation_id=actor.organisation_id, user_id=actor.user_id)
        shown["nickname"] = Subquery(her.values("nickname"))
    mine = Seat.objects.visible_to(actor).filter(pk=actor.seat_id).annotate(**shown)
    seat = mine.values("name", *shown).first()
    if seat is None:
        raise NotFound
    return SeatShown(
        name=(seat["nickname"] or "") if participant else seat["name"],
        role=actor.role,
        role_name="" if participant and not seat["others"] else ROLES[actor.role],
        organisation_name=seat["shown_organisation"],
        others=seat["others"],
    )


def seats_of(user_id: UUID, *, now: datetime) -> list[SeatToChoose]:
    """The running seats of somebody who has just said who they are. Never several at once: they choose (S3-22)."""
    name = Organisation.objects.filter(pk=OuterRef("organisation_id")).values("name")
    with within(user_id=user_id):
        rows = list(
            Seat.objects.filter(running_on(_day(now)), user_id=user_id, user__is_active=True)
            .annotate(shown_organisation=Subquery(name, output_field=CharField()))
            .order_by("shown_organisation", "role")
        )
    return [SeatToChoose(r.pk, Role(r.role), ROLES[Role(r.role)], r.shown_organisation) for r in rows]


@query
def staff(
    actor: Actor, *, roles: Collection[Role] = EMPLOYED, now: datetime | None = None
) -> list[StaffShown]:
    """Who works here in these roles, by name; with `now`, only seats that are running then."""
    rows = Seat.objects.visible_to(actor).filter(role__in=set(roles) & EMPLOYED)
    if now is not None:
        rows = rows.filter(running_on(_day(now)))
    return [StaffShown(row.pk, row.name, Role(row.role)) for row in rows.order_by("name", "pk")]


@query
def employed(actor: Actor) -> list[EmployedSeat]:
    """The employed seats that somebody has taken, by name, ended ones too: those that can count as staff (S1-25)."""
    rows = Seat.objects.visible_to(actor).filter(role__in=EMPLOYED, is_taken=True).order_by("name", "pk")
    return [EmployedSeat(*row) for row in rows.values_list("pk", "name", "from_on", "until_on")]


@query
def actor_in_seat(actor: Actor, seat_id: UUID) -> Actor:
    """The actor of a seat, for the house's own chores (a task that goes on for somebody). Raises NotFound."""
    seat = Seat.objects.all().one_visible_to(actor, seat_id)
    return Actor.in_seat(
        organisation_id=seat.organisation_id, role=Role(seat.role), user_id=seat.user_id, seat_id=seat.pk
    )


@query
def seat_names(actor: Actor, seat_ids: Collection[UUID]) -> dict[UUID, str]:
    """Name by seat, ended ones too, for the seats this actor may know of."""
    if not seat_ids:
        return {}
    return dict(Seat.objects.visible_to(actor).filter(pk__in=seat_ids).values_list("pk", "name"))


def _day(now: datetime) -> date:
    return timezone.localtime(now).date()
