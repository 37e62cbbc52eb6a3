"""Becoming a participant, with a code that says nothing, or by a helping hand (S2-05, X-03)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db.models import Q
from django.utils import timezone

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused
from stegvis.kernel.roles import Role

from .. import policy
from ..models import LoginCode, Participant, Seat, User
from ..rules import Language, Reason, codes
from ..rules.seats import LONGEST_NICKNAME, NEW_CODE_GOOD_FOR
from .seats import seat_of


@dataclass(frozen=True, slots=True)
class NewcomerShown:
    """Somebody who has just become a participant. `code` is shown once and kept by nobody but her."""

    user_id: UUID
    seat_id: UUID
    participant_id: UUID
    code: str


@dataclass(frozen=True, slots=True)
class NewCode:
    user_id: UUID
    code: str


def suggest_secret(language: str = Language.NORWEGIAN) -> str:
    """Four everyday words that nobody can guess."""
    return codes.suggest_secret(secrets.choice, Language(language))


@action
def make_code(
    actor: Actor,
    *,
    nickname: str,
    language: str,
    adviser_may_let_in: bool,
    over_minimum_age: bool,
    secret: str,
    now: datetime,
) -> NewcomerShown:
    """Let a visitor of this organisation in, under a nickname and a code. Nothing else is asked.

    Raises Refused when she is under the organisation's age (nothing is kept), has not said what to call her, or
    chose a secret of fewer than 12 characters.
    """
    policy.require(policy.may_make_code(actor))
    if not over_minimum_age:
        raise Refused(Reason.UNDER_MINIMUM_AGE)
    _require_long_enough(secret)
    user = User.objects.create(password="!")  # noqa: S106  # has a code instead
    public_part = _keep_code(user, secret, adviser_may_let_in, now)
    participant = _participant(actor, nickname, language, now, user)
    seat = Seat.objects.create(
        organisation_id=actor.organisation_id, user=user, role=Role.PARTICIPANT, from_on=participant.came_on
    )
    journal.written(actor, "people.code_made", about=participant.pk, at=now)
    return NewcomerShown(user.pk, seat.pk, participant.pk, codes.shown(public_part, secret))


@action
def record_participant(actor: Actor, *, nickname: str, language: str, now: datetime) -> UUID:
    """Note somebody without phone or login, under the name she gave. Raises Refused without one."""
    policy.require(policy.may_record_participant(actor))
    participant = _participant(actor, nickname, language, now, None)
    journal.written(actor, "people.participant_recorded", about=participant.pk, at=now)
    return participant.pk


@action
def let_in_again(actor: Actor, *, participant_id: UUID, now: datetime) -> str:
    """A link with which a participant known to this adviser makes a new code: once, within half an hour.

    The adviser never sees the code. Raises Refused unless the person ticked that she wants this.
    """
    policy.require(policy.may_let_in_again(actor))
    participant = Participant.objects.all().one_visible_to(actor, participant_id)
    asked = Q(code__adviser_may_let_in=True, participants=participant)
    user = User.objects.select_related("code").filter(asked).first()
    if user is None:
        raise Refused(Reason.NOT_ASKED_TO_BE_LET_IN)
    journal.written(actor, "people.let_in_again", about=participant.pk, at=now)
    return user.link(until=now + NEW_CODE_GOOD_FOR)


@action
def choose_code(actor: Actor, *, link: str, secret: str, adviser_may_let_in: bool, now: datetime) -> NewCode:
    """A new code for the participant who came by this link; the old code and its sessions end.

    Raises Refused when the secret is too short or the link is no good (any more).
    """
    _require_long_enough(secret)
    user = User.objects.with_link(link, now=now)
    if user is None:
        raise Refused(Reason.LINK_USED)
    LoginCode.objects.filter(user=user).delete()
    public_part = _keep_code(user, secret, adviser_may_let_in, now)
    journal.written(actor, "people.code_chosen", about=seat_of(actor, user), at=now)
    return NewCode(user.pk, codes.shown(public_part, secret))


def _require_long_enough(secret: str) -> None:
    if not codes.long_enough(secret):
        raise Refused(Reason.SECRET_TOO_SHORT)


def _keep_code(user: User, secret: str, adviser_may_let_in: bool, now: datetime) -> str:
    public_part = codes.make_public_part(secrets.choice)
    while LoginCode.objects.filter(public_part=public_part).exists():
        public_part = codes.make_public_part(secrets.choice)
    LoginCode.objects.create(
        user=user,
        public_part=public_part,
        secret_hash=make_password(codes.fold(secret)),
        adviser_may_let_in=adviser_may_let_in,
        created_on=timezone.localtime(now).date(),
    )
    return public_part


def _participant(actor: Actor, nickname: str, language: str, now: datetime, user: User | None) -> Participant:
    name = " ".join(nickname.split())[:LONGEST_NICKNAME]
    if not name:
        raise Refused(Reason.NICKNAME_MISSING)
    return Participant.objects.create(
        organisation_id=actor.organisation_id,
        user=user,
        nickname=name,
        language=Language(language),
        came_on=timezone.localtime(now).date(),
    )
