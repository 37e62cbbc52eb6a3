"""Setting up the second step of logging in, taking it, and forgetting it when the phone is lost."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID

from django.contrib.auth.hashers import check_password, make_password
from django.utils import timezone

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.database import within
from stegvis.kernel.errors import Refused
from stegvis.kernel.roles import Role

from .. import policy
from ..models import Authenticator, Passkey, RecoveryCode, Seat, User
from ..rules import Reason, passkeys
from ..rules import second_step as rules
from .seats import seat_of
from .sessions import end_all

Asked = passkeys.State


@action
def use_code(actor: Actor, *, user_id: UUID, typed: str, now: datetime) -> bool:
    """Whether this is the code that the person's app shows now, or one of her recovery codes. Either counts once.

    The actor is a visitor of an organisation where she has a seat, or sits in one.
    """
    return _is_from_app(actor, user_id, typed, now) or _is_from_paper(actor, user_id, typed, now)


@action
def use_passkey(
    actor: Actor, *, user_id: UUID, house: passkeys.House, asked: Asked, answer: str, now: datetime
) -> bool:
    """Whether a passkey of this person signed what was asked, and is no copy of an older one."""
    known = {row.credential: row for row in Passkey.objects.filter(user_id=user_id)}
    try:
        key = passkeys.used(house, asked, list(known), answer)
    except passkeys.DoesNotFit:
        return False
    row = known[key.credential]
    if passkeys.is_a_copy(uses=key.uses, uses_before=row.uses):
        return False
    # Compared again while writing: two answers at the same moment do not share one count.
    counted = Passkey.objects.filter(pk=row.pk, uses=row.uses).update(uses=key.uses)
    if counted:
        _written(actor, user_id, "people.second_step_taken", "passkey", now)
    return bool(counted)


@action
def add_authenticator(actor: Actor, *, user_id: UUID, secret: str, typed: str, now: datetime) -> None:
    """Keep an app as second step, in place of the one before. Raises Refused when it does not show the right code."""
    step = rules.fitting_step(secret, typed, now=now.timestamp(), last_step=0)
    if step is None:
        raise Refused(Reason.APP_CODE_DOES_NOT_FIT)
    Authenticator.objects.update_or_create(
        user_id=user_id,
        defaults={"secret": secret, "last_step": step, "added_on": timezone.localtime(now).date()},
    )
    _written(actor, user_id, "people.second_step_added", "authenticator", now)


@action
def add_passkey(
    actor: Actor,
    *,
    user_id: UUID,
    house: passkeys.House,
    asked: Asked,
    answer: str,
    device: tuple[str, str],
    now: datetime,
) -> None:
    """Keep a passkey as second step. `device`: browser and system. Raises Refused when the answer does not fit."""
    try:
        key = passkeys.added(house, asked, answer)
    except passkeys.DoesNotFit as error:
        raise Refused(Reason.PASSKEY_DOES_NOT_FIT) from error
    if Passkey.objects.filter(credential=key.credential).exists():
        raise Refused(Reason.PASSKEY_DOES_NOT_FIT)
    Passkey.objects.create(
        user_id=user_id,
        credential=key.credential,
        uses=key.uses,
        browser=device[0],
        system=device[1],
        added_on=timezone.localtime(now).date(),
    )
    _written(actor, user_id, "people.second_step_added", "passkey", now)


@action
def make_recovery_codes(actor: Actor, *, user_id: UUID, now: datetime) -> list[str]:
    """New codes for the day the phone is gone; the old ones stop working. They are shown once and kept by nobody."""
    RecoveryCode.objects.filter(user_id=user_id).delete()
    made = [rules.make_recovery_code(secrets.choice) for _ in range(rules.RECOVERY_CODES)]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(user_id=user_id, code_hash=make_password(rules.read_recovery_code(code)))
        for code in made
    )
    _written(actor, user_id, "people.recovery_codes_made", "", now)
    return made


@action
def take_away_step(actor: Actor, *, passkey_id: UUID | None, now: datetime) -> None:
    """The actor takes away a passkey of her own, or her app (None). Raises Refused when it is the last and she needs
    one; what is not hers is left alone.
    """
    policy.require(policy.may_see_own_login(actor))
    user_id = actor.user_id
    if user_id is None:
        return
    apps, keys = Authenticator.objects.filter(user_id=user_id), Passkey.objects.filter(user_id=user_id)
    going = keys.filter(pk=passkey_id) if passkey_id else apps
    left = apps.count() + keys.count() - going.count()
    if not left and _must_have_one(user_id):
        raise Refused(Reason.LAST_SECOND_STEP)
    going.delete()
    if not left:
        RecoveryCode.objects.filter(user_id=user_id).delete()
    _written(actor, user_id, "people.second_step_taken_away", "", now)


@action
def forget_factors(actor: Actor, *, seat_id: UUID, now: datetime) -> None:
    """Who sits here has lost phone and codes: her second steps end, and with them her password and her sessions.

    She gets in by a new link to choose a password, which goes to her alone, and sets up a second step anew. Somebody
    who comes in by a code of her own keeps that. Raises NotFound for a seat of somebody else.
    """
    policy.require(policy.may_forget_factors(actor))
    seat = Seat.objects.all().one_visible_to(actor, seat_id)
    Authenticator.objects.filter(user_id=seat.user_id).delete()
    Passkey.objects.filter(user_id=seat.user_id).delete()
    RecoveryCode.objects.filter(user_id=seat.user_id).delete()
    # Whoever took the phone may know the password too: without a second step it would open everything.
    User.objects.filter(pk=seat.user_id).update(password=make_password(None))
    journal.written(actor, "people.second_steps_forgotten", about=seat.pk, at=now)
    end_all(seat.user_id, now=now)


def _is_from_app(actor: Actor, user_id: UUID, typed: str, now: datetime) -> bool:
    row = Authenticator.objects.filter(user_id=user_id).first()
    if row is None:
        return False
    step = rules.fitting_step(row.secret, typed, now=now.timestamp(), last_step=row.last_step)
    if step is None:
        return False
    # Compared again while writing: the same code sent twice at the same moment opens once.
    taken = Authenticator.objects.filter(user_id=user_id, last_step__lt=step).update(last_step=step)
    if taken:
        _written(actor, user_id, "people.second_step_taken", "authenticator", now)
    return bool(taken)


def _is_from_paper(actor: Actor, user_id: UUID, typed: str, now: datetime) -> bool:
    code = rules.read_recovery_code(typed)
    if not code:
        return False
    fitting = [
        row.pk for row in RecoveryCode.objects.filter(user_id=user_id) if check_password(code, row.code_hash)
    ]
    gone, _ = RecoveryCode.objects.filter(pk__in=fitting).delete()
    if gone:
        _written(actor, user_id, "people.second_step_taken", "recovery_code", now)
    return bool(gone)


def _must_have_one(user_id: UUID) -> bool:
    with within(user_id=user_id):
        roles = Seat.objects.filter(user_id=user_id, until_on=None).values_list("role", flat=True)
        return rules.is_asked_for(frozenset(Role(role) for role in roles), has_one=False)


def _written(actor: Actor, user_id: UUID, what: str, outcome: str, now: datetime) -> None:
    about = actor.seat_id or seat_of(actor, User(pk=user_id))
    journal.written(actor, what, about=about, outcome=outcome, at=now)
