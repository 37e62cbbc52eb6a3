"""Users, organisations, seats and participants."""

from __future__ import annotations

import uuid
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core import signing
from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac

from stegvis.kernel.actor import Actor
from stegvis.kernel.encryption import EncryptedText
from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import EMPLOYED, Role

from .rules import Country, Language, OrganisationKind

LINK = "people.link"
"""What links to choose a password or a new code are signed for."""


class Organisation(models.Model):
    """One service. What it says about itself is public; it owns nothing but is what others are owned by."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=30, choices=[(k.value, k.value) for k in OrganisationKind])
    country = models.CharField(max_length=2, choices=[(c.value, c.value) for c in Country])
    language = models.CharField(max_length=2, choices=[(c.value, c.value) for c in Language])
    time_zone = models.CharField(max_length=40, default="Europe/Oslo")
    minimum_age = models.PositiveSmallIntegerField(default=18)
    quiet_from = models.TimeField(default="20:00")
    quiet_until = models.TimeField(default="09:00")
    phone = models.CharField(max_length=30, blank=True)
    address = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=80, blank=True)
    open_hours = models.CharField(max_length=200, blank=True)
    guidelines = models.TextField(blank=True)
    is_demo = models.BooleanField(default=False)


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email=username)

    def with_link(self, link: str, *, now: datetime) -> User | None:
        """Whose link this is. None when it is not one of ours, too old, or used: choosing changes the user's mark."""
        try:
            number, until, _ = link.split(":")
            user = self.select_related("code").filter(pk=UUID(bytes=urlsafe_b64decode(number + "==")))[0]
            signing.Signer(salt=f"{LINK}/{user.mark()}").unsign(link)
        except (ValueError, IndexError, signing.BadSignature):
            return None
        return user if user.is_active and now.timestamp() <= signing.b62_decode(until) else None


class User(AbstractBaseUser):
    """Somebody who can sign in: by e-mail and password, or by a code. Holds no word about why."""

    last_login = None  # when somebody was here last is nobody's business
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True, null=True)
    is_active = models.BooleanField(default=True)

    objects = UserManager()
    USERNAME_FIELD = "email"

    def mark(self) -> str:
        """A short digest that changes with the password and the code: what was opened with the old one closes."""
        code = getattr(self, "code", None)
        secret = f"{self.password}/{code.secret_hash if code else ''}"
        return salted_hmac("people.mark", secret, algorithm="sha256").hexdigest()[:16]

    def link(self, *, until: datetime) -> str:
        """What goes into the address where a password or a new code is chosen: once, and until then (X-02)."""
        number = urlsafe_b64encode(self.pk.bytes).decode().rstrip("=")
        moment = signing.b62_encode(int(until.timestamp()))
        return signing.Signer(salt=f"{LINK}/{self.mark()}").sign(f"{number}:{moment}")


class LoginCode(models.Model):
    """How a participant signs in without saying who she is: a public part we made, a secret of her own (X-03)."""

    user = models.OneToOneField(User, primary_key=True, on_delete=models.CASCADE, related_name="code")
    public_part = models.CharField(max_length=12, unique=True)
    secret_hash = models.CharField(max_length=128)
    adviser_may_let_in = models.BooleanField(default=False)
    created_on = models.DateField()


class Department(OrganisationOwned):
    name = models.CharField(max_length=80)
    VISIBLE_TO = {role: all_rows for role in Role if role not in {Role.VISITOR, Role.PARTICIPANT}}
    objects = OwnedQuerySet["Department"].as_manager()


def staff_seats(actor: Actor) -> Q:
    """Who works here is known to all who come here; who comes here is not."""
    return Q(role__in=EMPLOYED) | Q(user_id=actor.user_id)


class Seat(OrganisationOwned):
    """A user in one organisation with one role. `name` is what others call them there; empty for participants."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="seats")
    role = models.CharField(max_length=30, choices=[(r.value, r.value) for r in Role])
    department = models.ForeignKey(Department, null=True, on_delete=models.PROTECT)
    name = models.CharField(max_length=60, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    VISIBLE_TO = dict.fromkeys(Role, staff_seats) | {
        Role.VISITOR: lambda actor: Q(role__in=EMPLOYED),
        Role.MANAGER: all_rows,
        Role.HOUSEKEEPER: all_rows,
    }
    objects = OwnedQuerySet["Seat"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation_id", "user", "role"],
                condition=Q(until_on=None),
                name="one_running_seat_a_role",
            )
        ]


def own_participant(actor: Actor) -> Q:
    return Q(user_id=actor.user_id)


class Participant(OrganisationOwned):
    """A person as one organisation knows them. Nothing but a nickname is needed; `user` is empty without a login."""

    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="participants")
    nickname = EncryptedText(blank=True)
    language = models.CharField(max_length=2, choices=[(c.value, c.value) for c in Language])
    safe_contact = EncryptedText(blank=True)
    came_on = models.DateField()

    ABOUT = "id"
    VISIBLE_TO = {
        Role.PARTICIPANT: own_participant,
        Role.VISITOR: lambda actor: Q(pk=None),
        Role.ADVISER: all_rows,
        Role.HOUSEKEEPER: all_rows,
    }
    objects = OwnedQuerySet["Participant"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation_id", "user"],
                condition=Q(user__isnull=False),
                name="one_participant_a_login",
            )
        ]


def in_own_seat(actor: Actor) -> Q:
    return Q(seat_id=actor.seat_id)


class Draft(OrganisationOwned):
    """What somebody had typed when the session ended in the middle of a form. For the same seat only, half an hour."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE)
    content = EncryptedText()
    made_at = models.DateTimeField()

    VISIBLE_TO = dict.fromkeys(set(Role) - {Role.VISITOR, Role.HOUSEKEEPER}, in_own_seat) | {
        Role.HOUSEKEEPER: all_rows,
    }
    objects = OwnedQuerySet["Draft"].as_manager()
