"""A manager's hand on who works here: inviting, ending, handing over. Everything takes effect at the next request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q
from django.utils import timezone

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.once import made_once_by
from stegvis.kernel.roles import Role

from .. import policy
from ..models import Department, Draft, Organisation, RecordCheck, Seat, User, lasting, running_on
from ..rules import OrganisationKind, Reason, names
from ..rules.handing import charges
from ..rules.seats import BY_INVITATION, INVITATION_GOOD_FOR
from ..rules.staff import SEATS_OF, decide_days, decide_ending, decide_last_day


@dataclass(frozen=True, slots=True)
class LinkToSend:
    """Where somebody chooses a password. `link` belongs after `/choose/`, works once, and is for this address alone."""

    email: str
    link: str
    language: str


@action
def invite_colleague(
    actor: Actor,
    *,
    name: str,
    email: str,
    role: Role,
    department_id: UUID | None,
    from_on: date,
    now: datetime,
    wanted_id: UUID | None = None,
) -> UUID:
    """A manager gives somebody a seat from a day on; gives the seat's id. The same for a known address and a new one.

    The link goes to that address alone (`link_for`): nobody else can choose a password for somebody who may sit in
    other organisations too. Raises Refused for a name or address that cannot be, a name that looks like a colleague's,
    a role this kind of organisation does not have, a day that cannot be, and somebody who has this seat already.
    """
    policy.require(policy.may_manage_seats(actor))
    organisation = _alone(actor, now)
    if wanted_id is not None and journal.is_by(actor, INVITED, about=wanted_id):
        return wanted_id
    name, email = names.clean(name), _address(email)
    if not name:
        raise Refused(Reason.NAME_MISSING)
    if role not in SEATS_OF[OrganisationKind(organisation.kind)]:
        raise Refused(Reason.ROLE_NOT_GIVEN_THIS_WAY)
    if refusal := decide_days(from_on=from_on, today=_day(now)):
        raise Refused(refusal)
    department = Department.objects.all().one_visible_to(actor, department_id) if department_id else None

    def make(key: UUID) -> UUID:
        user, _ = User.objects.get_or_create(email=email, defaults={"password": "!"})
        _require_not_here(actor, user, role, now)
        _require_no_colleague_like(actor, name, user, now)
        Seat.objects.create(
            pk=key,
            organisation_id=actor.organisation_id,
            user=user,
            role=role,
            name=name,
            department=department,
            from_on=from_on,
        )
        journal.written(actor, INVITED, about=key, outcome=role, at=now)
        return key

    return made_once_by(actor, INVITED, wanted_id, make)


INVITED = "people.colleague_invited"
"""What the journal says when a manager has given a seat, by the seat's id."""


@action
def ask_for_link(actor: Actor, *, seat_id: UUID, now: datetime) -> None:
    """A manager wants a new link sent to somebody who works here: a lost password, a lost phone, a lost e-mail.

    Nothing changes until whoever reads that mailbox uses it. Raises NotFound, Refused for a seat that has ended.
    """
    policy.require(policy.may_manage_seats(actor))
    seat = _staff_seat(actor, seat_id)
    if seat.until_on is not None and seat.until_on < _day(now):
        raise Refused(Reason.HAS_LEFT)
    journal.written(actor, "people.link_asked_for", about=seat.pk, at=now)


@action
def link_for(actor: Actor, *, seat_id: UUID, now: datetime) -> LinkToSend | None:
    """The link to send for a seat, good for a week from now or from its first day; the house's own chore.

    None when the seat has ended meanwhile or its user has no address.
    """
    policy.require(policy.may_set_up(actor))
    seat = _staff_seat(actor, seat_id)
    if not seat.user.email or (seat.until_on is not None and seat.until_on < _day(now)):
        return None
    language = Organisation.objects.values_list("language", flat=True).get(pk=actor.organisation_id)
    first = timezone.make_aware(datetime.combine(seat.from_on, now.time()))
    journal.written(actor, "people.link_made", about=seat.pk, at=now)
    return LinkToSend(seat.user.email, seat.user.link(until=max(now, first) + INVITATION_GOOD_FOR), language)


@action
def take_seat(actor: Actor, *, now: datetime) -> None:
    """Somebody sits down for the first time in a seat they were given. Does nothing later on, or for a participant."""
    if actor.role not in BY_INVITATION:
        return
    own = Seat.objects.visible_to(actor).filter(pk=_own_seat(actor), is_taken=False)
    if own.exists():
        own.update(is_taken=True)
        journal.written(actor, "people.seat_taken", about=_own_seat(actor), at=now)


@action
def end_seat(actor: Actor, *, seat_id: UUID, now: datetime, last_on: date | None = None) -> None:
    """End a seat: after this last day, or at once, so that its next request finds the door closed.

    What it had not finished and what was noted of a record check goes. Raises NotFound for one of somebody else, and
    Refused for a day that cannot be and for the last manager: somebody must be left who can let others in.
    """
    policy.require(policy.may_end_seat(actor))
    _alone(actor, now)
    seat = _staff_seat(actor, seat_id)
    today = _day(now)
    if refusal := decide_last_day(last_on=last_on, from_on=seat.from_on, today=today):
        raise Refused(refusal)
    role = Role(seat.role)
    is_taken = seat.is_taken or seat.pk == actor.seat_id
    if refusal := decide_ending(seat.pk, role, is_taken=is_taken, managers=_managers(actor, today)):
        raise Refused(refusal)
    seat.until_on = last_on or today - timedelta(days=1)
    seat.save(update_fields=["until_on"])
    if last_on is None:
        Draft.objects.filter(organisation_id=actor.organisation_id, seat=seat).delete()
        RecordCheck.objects.filter(organisation_id=actor.organisation_id, seat=seat).delete()
    journal.written(actor, "people.seat_ended", about=seat.pk, at=now)


@action
def hand_over(actor: Actor, *, seat_id: UUID, takers: Mapping[str, UUID], now: datetime) -> None:
    """Put what stands in somebody's name into others' names: `takers`, a seat for each kind's code.

    Raises NotFound for an unknown seat or kind, Refused for one who cannot take it over, and what a kind itself says.
    """
    policy.require(policy.may_manage_seats(actor))
    _staff_seat(actor, seat_id)
    wanted = {charge.code: charge for charge in charges(takers)}
    for code, taker_id in takers.items():
        if code not in wanted:
            raise NotFound
        taker = _staff_seat(actor, taker_id)
        runs = taker.from_on <= _day(now) and (taker.until_on is None or taker.until_on >= _day(now))
        if taker.pk == seat_id or not runs or taker.role not in wanted[code].roles:
            raise Refused(Reason.CANNOT_TAKE_OVER)
        wanted[code].pass_on(actor, from_seat=seat_id, to_seat=taker.pk, now=now)
        journal.written(actor, "people.handed_over", about=seat_id, outcome=code, at=now)


def _alone(actor: Actor, now: datetime) -> Organisation:
    """One at a time gives and ends seats here; and whoever lost theirs a moment ago does neither."""
    organisation = Organisation.objects.select_for_update().get(pk=actor.organisation_id)
    if actor.seat_id is not None:
        still = Seat.objects.visible_to(actor).filter(running_on(_day(now)), pk=actor.seat_id)
        if not still.exists():
            raise NotAllowed
    return organisation


def _managers(actor: Actor, today: date) -> set[UUID]:
    """Whoever acts in a seat has been in, too."""
    been_in = Q(is_taken=True) | Q(pk=actor.seat_id)
    staying = Seat.objects.visible_to(actor).filter(
        been_in, role=Role.MANAGER, until_on=None, from_on__lte=today, user__is_active=True
    )
    return set(staying.values_list("pk", flat=True))


def _staff_seat(actor: Actor, seat_id: UUID) -> Seat:
    """A seat that was given. A participant's is nobody's to know or to end here. Raises NotFound."""
    return Seat.objects.select_related("user").filter(role__in=BY_INVITATION).one_visible_to(actor, seat_id)


def _require_not_here(actor: Actor, user: User, role: Role, now: datetime) -> None:
    here = Seat.objects.visible_to(actor).filter(user=user, role=role)
    if here.filter(lasting(_day(now))).exists():
        raise Refused(Reason.ALREADY_IN_THIS_SEAT)


def _require_no_colleague_like(actor: Actor, name: str, user: User, now: datetime) -> None:
    others = Seat.objects.visible_to(actor).filter(role__in=BY_INVITATION).exclude(user=user)
    staying = others.filter(lasting(_day(now)))
    if any(names.look_alike(name, other) for other in staying.values_list("name", flat=True)):
        raise Refused(Reason.NAME_LIKE_A_COLLEAGUE)


def _address(email: str) -> str:
    """One address and nothing else: what could begin another header line is refused."""
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as wrong:
        raise Refused(Reason.EMAIL_MISSING) from wrong
    return address


def _own_seat(actor: Actor) -> UUID:
    if actor.seat_id is None:
        raise NotAllowed
    return actor.seat_id


def _day(now: datetime) -> date:
    return timezone.localtime(now).date()
