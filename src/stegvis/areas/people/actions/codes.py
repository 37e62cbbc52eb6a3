"""Becoming a participant, with a code that says nothing, or by a helping hand (S2-05, X-03)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth.hashers import check_password, make_password
from django.db.models import Q
from django.utils import timezone

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.database import within
from stegvis.kernel.errors import Refused
from stegvis.kernel.once import made_once, made_once_by
from stegvis.kernel.roles import EMPLOYED, Role

from .. import policy
from ..models import LoginCode, Participant, Seat, User, running_on
from ..rules import Language, Reason, codes, names
from ..rules.seats import LONGEST_NICKNAME, NEW_CODE_GOOD_FOR, SENT_AGAIN_WITHIN
from .seats import seat_of


@dataclass(frozen=True, slots=True)
class NewcomerShown:
    """Somebody who has just become a participant. `code` is shown once and kept by nobody but her. `is_new`: not
    yet here a moment ago, when the same form was sent before.
    """

    user_id: UUID
    seat_id: UUID
    participant_id: UUID
    code: str
    is_new: bool = True


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
    wanted_id: UUID | None = None,
) -> NewcomerShown:
    """Let a visitor of this organisation in, under a nickname and a code. Nothing else is asked.

    `wanted_id`: the key that the form carries. Sent again within half an hour, with the same secret, it answers with
    the participant who is there; with another secret, with a new one. Raises Refused when she is under the
    organisation's age (nothing is kept), has not said what to call her, wants to be called like somebody who
    works here, or chose a secret of fewer than 12 characters.
    """
    policy.require(policy.may_make_code(actor))
    if not over_minimum_age:
        raise Refused(Reason.UNDER_MINIMUM_AGE)
    _require_long_enough(secret)
    if names.poses_as_staff(names.clean(nickname), _staff_names(actor, now)):
        raise Refused(Reason.NICKNAME_LIKE_STAFF)

    def make(key: UUID) -> NewcomerShown:
        user = User.objects.create(password="!")  # noqa: S106  # has a code instead
        participant = _participant(actor, key, nickname, language, now, user)
        public_part = _keep_code(user, secret, adviser_may_let_in, now)
        seat = Seat.objects.create(
            organisation_id=actor.organisation_id,
            user=user,
            role=Role.PARTICIPANT,
            from_on=participant.came_on,
        )
        journal.written(actor, "people.code_made", about=key, at=now)
        return NewcomerShown(user.pk, seat.pk, key, codes.shown(public_part, secret))

    return made_once(wanted_id, make=make, there=lambda key: _came_just_now(actor, key, secret, now))


def _came_just_now(actor: Actor, key: UUID, secret: str, now: datetime) -> NewcomerShown | None:
    """The newcomer of a form that was sent a moment ago, for whoever knows its key and her secret.

    Only for half an hour: later, the way in is the code, with a pause after wrong tries.
    """
    participant = (
        Participant.objects.filter(organisation_id=actor.organisation_id, pk=key, user__is_active=True)
        .select_related("user__code")
        .first()
    )
    just_now = journal.is_since(actor, "people.code_made", about=key, since=now - SENT_AGAIN_WITHIN)
    code = getattr(participant.user, "code", None) if participant else None
    if participant is None or code is None or not just_now:
        return None
    if not check_password(codes.fold(secret), code.secret_hash):
        return None
    with within(organisation_id=actor.organisation_id, user_id=code.user_id):
        seat = Seat.objects.filter(
            organisation_id=actor.organisation_id,
            user_id=code.user_id,
            role=Role.PARTICIPANT,
            until_on=None,
        ).first()
    if seat is None:
        return None
    shown = codes.shown(code.public_part, secret)
    return NewcomerShown(code.user_id, seat.pk, key, shown, is_new=False)


@action
def record_participant(
    actor: Actor, *, nickname: str, language: str, now: datetime, wanted_id: UUID | None = None
) -> UUID:
    """Note somebody without phone or login, under the name she gave. Raises Refused without one.

    `wanted_id`: the key that the form carries; the same seat sending it again gets the participant who is there.
    """
    policy.require(policy.may_record_participant(actor))

    def make(key: UUID) -> UUID:
        _participant(actor, key, nickname, language, now, None)
        journal.written(actor, "people.participant_recorded", about=key, at=now)
        return key

    return made_once_by(actor, "people.participant_recorded", wanted_id, make)


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


def _staff_names(actor: Actor, now: datetime) -> list[str]:
    """What those are called who work here now. Everybody who comes here knows it (A.7)."""
    day = timezone.localtime(now).date()
    rows = Seat.objects.filter(organisation_id=actor.organisation_id, role__in=EMPLOYED)
    return list(rows.filter(running_on(day)).values_list("name", flat=True))


def _participant(
    actor: Actor, key: UUID, nickname: str, language: str, now: datetime, user: User | None
) -> Participant:
    name = names.clean(nickname)[:LONGEST_NICKNAME].strip()
    if not name:
        raise Refused(Reason.NICKNAME_MISSING)
    return Participant.objects.create(
        pk=key,
        organisation_id=actor.organisation_id,
        user=user,
        nickname=name,
        language=Language(language),
        came_on=timezone.localtime(now).date(),
    )
