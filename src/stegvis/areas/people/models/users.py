"""Who can sign in, and how."""

from __future__ import annotations

import uuid
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core import signing
from django.db import models
from django.db.models import Max
from django.utils.crypto import salted_hmac

from stegvis.kernel.models import Tick

from ..rules.seats import INVITATION_GOOD_FOR

LINK = "people.link"
"""What links to choose a password or a new code are signed for."""


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
        return user if user.is_active and _at_least(now).timestamp() <= signing.b62_decode(until) else None


def _at_least(now: datetime) -> datetime:
    """This time, or the last at which the house's clock went off: a clock set back makes no old link good again.

    One that was further ahead than any link lasts had been set wrong, and counts for nothing.
    """
    latest: datetime | None = Tick.objects.aggregate(latest=Max("due_at"))["latest"]
    return latest if latest and now < latest < now + INVITATION_GOOD_FOR else now


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
