"""Giving somebody a seat from the command line, and the link with which they choose a password."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.roles import Role

from .. import policy
from ..models import Department, Seat, User
from ..rules import Reason, names
from ..rules.seats import BY_INVITATION, INVITATION_GOOD_FOR


@dataclass(frozen=True, slots=True)
class Invited:
    """`link` belongs after `/choose/` and works once, for a week."""

    seat_id: UUID
    link: str


@action
def add_seat(
    actor: Actor,
    *,
    role: Role,
    name: str,
    now: datetime,
    user_id: UUID | None = None,
    email: str | None = None,
    department_id: UUID | None = None,
) -> UUID:
    """Give a seat in the actor's organisation to a user: this one, the one with this e-mail, or a new one.

    Raises Refused when the role is not given this way or the person already has this seat, NotFound for a
    department of somebody else.
    """
    policy.require(policy.may_set_up(actor))
    if role not in BY_INVITATION:
        raise Refused(Reason.ROLE_NOT_GIVEN_THIS_WAY)
    user = User.objects.get(pk=user_id) if user_id else _user_with(email)
    if _seats(actor, user, role).exists():
        raise Refused(Reason.ALREADY_IN_THIS_SEAT)
    department = None
    if department_id:
        department = Department.objects.all().one_visible_to(actor, department_id)
    seat = Seat.objects.create(
        organisation_id=actor.organisation_id,
        user=user,
        role=role,
        name=names.clean(name),
        department=department,
        from_on=timezone.localtime(now).date(),
    )
    journal.written(actor, "people.seat_added", about=seat.pk, outcome=role, at=now)
    return seat.pk


@action
def invite(actor: Actor, *, email: str, role: Role, name: str, now: datetime) -> Invited:
    """A seat for this e-mail address, and a link to choose a password. Again: a new link, no second seat."""
    policy.require(policy.may_set_up(actor))
    if "@" not in email.strip().strip("@"):
        raise Refused(Reason.EMAIL_MISSING)
    user = _user_with(email)
    seat = _seats(actor, user, role).first()
    seat_id = seat.pk if seat else add_seat(actor, role=role, name=name, user_id=user.pk, now=now)
    journal.written(actor, "people.invited", about=seat_id, at=now)
    return Invited(seat_id, user.link(until=now + INVITATION_GOOD_FOR))


@action
def choose_password(actor: Actor, *, link: str, password: str, now: datetime) -> UUID:
    """Set the password of whoever came by this link. The link and all sessions opened before end with it.

    Raises Refused when the link is no good (any more).
    """
    user = User.objects.with_link(link, now=now)
    if user is None:
        raise Refused(Reason.LINK_USED)
    user.set_password(password)
    user.save(update_fields=["password"])
    journal.written(actor, "people.password_chosen", about=seat_of(actor, user), at=now)
    return user.pk


def seat_of(actor: Actor, user: User) -> UUID:
    """A seat of this user in the actor's organisation: what the journal is about. Raises NotFound without one."""
    seat = (
        Seat.objects.filter(organisation_id=actor.organisation_id, user=user)
        .order_by("-from_on", "pk")
        .first()
    )
    if seat is None:
        raise NotFound
    return seat.pk


def _user_with(email: str | None) -> User:
    if email is None:
        return User.objects.create(password="!")  # noqa: S106  # cannot sign in until a password is chosen
    user, _ = User.objects.get_or_create(email=email.strip().lower(), defaults={"password": "!"})
    return user


def _seats(actor: Actor, user: User, role: Role) -> QuerySet[Seat]:
    return Seat.objects.visible_to(actor).filter(user=user, role=role, until_on=None)
