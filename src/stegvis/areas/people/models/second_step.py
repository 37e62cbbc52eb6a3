"""What somebody who works here has, beside a password, to show that it is she."""

from __future__ import annotations

import uuid

from django.db import models

from stegvis.kernel.encryption import EncryptedText

from .users import User


class Authenticator(models.Model):
    """An app that shows six digits, anew every half minute. `last_step`: the last half minute whose code was used."""

    user = models.OneToOneField(
        User, primary_key=True, on_delete=models.CASCADE, related_name="authenticator"
    )
    secret = EncryptedText()
    last_step = models.BigIntegerField(default=0)
    added_on = models.DateField()


class Passkey(models.Model):
    """A key inside a device of hers. `credential`: its id and public half, in base 64; `uses`: its own count."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="passkeys")
    credential = models.CharField(max_length=2000, unique=True)
    uses = models.BigIntegerField(default=0)
    browser = models.CharField(max_length=20, blank=True)
    system = models.CharField(max_length=20, blank=True)
    added_on = models.DateField()


class RecoveryCode(models.Model):
    """One of the codes on paper for the day the phone is gone. The row goes when it is used."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="recovery_codes")
    code_hash = models.CharField(max_length=128)
