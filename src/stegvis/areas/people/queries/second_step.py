"""What somebody has for the second step of logging in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from stegvis.kernel.actor import Actor
from stegvis.kernel.database import within
from stegvis.kernel.roles import Role

from ..models import Authenticator, Passkey, RecoveryCode, Seat, User, running_on
from ..rules.second_step import is_asked_for


@dataclass(frozen=True, slots=True)
class PasskeyShown:
    """`browser` and `system`: where it was made; empty for those we do not know."""

    id: UUID
    browser: str
    system: str
    added_on: date


@dataclass(frozen=True, slots=True)
class SecondStep:
    """`actor`: a visitor of the organisation of her first seat, in whose journal it is told. `is_asked_for`: whether
    her seats open after a second step only. `app_since`: None without an app.
    """

    actor: Actor
    email: str
    is_asked_for: bool
    app_since: date | None
    passkeys: list[PasskeyShown]
    recovery_codes: int

    @property
    def is_set_up(self) -> bool:
        return self.app_since is not None or bool(self.passkeys)


def second_step_of(user_id: UUID, *, now: datetime) -> SecondStep | None:
    """Of somebody who has said who she is. None when she has no running seat: then there is nothing to open."""
    with within(user_id=user_id):
        seats = list(
            Seat.objects.filter(
                running_on(timezone.localtime(now).date()), user_id=user_id, user__is_active=True
            )
            .order_by("from_on", "pk")
            .values_list("organisation_id", "role")
        )
    if not seats:
        return None
    email = User.objects.values_list("email", flat=True).get(pk=user_id) or ""
    since = Authenticator.objects.filter(user_id=user_id).values_list("added_on", flat=True).first()
    keys = [
        PasskeyShown(row.pk, row.browser, row.system, row.added_on)
        for row in Passkey.objects.filter(user_id=user_id).order_by("added_on", "pk")
    ]
    roles = frozenset(Role(role) for _, role in seats)
    return SecondStep(
        actor=Actor.visitor(seats[0][0]),
        email=email,
        is_asked_for=is_asked_for(roles, has_one=bool(since or keys)),
        app_since=since,
        passkeys=keys,
        recovery_codes=RecoveryCode.objects.filter(user_id=user_id).count(),
    )


def credentials_of(user_id: UUID) -> list[str]:
    """The passkeys' ids and public halves, as `rules.passkeys` reads them."""
    return list(Passkey.objects.filter(user_id=user_id).values_list("credential", flat=True))
