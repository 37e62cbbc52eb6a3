"""What a participant shares, with whom, what for and until when; and what was read because of it (X-04)."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from stegvis.kernel.actor import Actor
from stegvis.kernel.encryption import EncryptedText
from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import Role

from ..rules.sharing import RECIPIENTS, Share, ShareFor


def of_mine(actor: Actor) -> Q:
    return Q(participant__user_id=actor.user_id)


def given_to_me(actor: Actor) -> Q:
    """What counts and was not taken back. What has ended leaves nothing to see, not even that it was (S4-03)."""
    return Q(recipient_id=actor.seat_id, confirmed_at__isnull=False, ended_at=None)


def given_to_me_or_noted(actor: Actor) -> Q:
    """Advisers also see what one of them has written down, until she answers: they print it for her to sign."""
    return given_to_me(actor) | Q(told_by_seat__isnull=False, confirmed_at=None, ended_at=None)


class GrantQuerySet(OwnedQuerySet["Grant"]):
    def not_run_out(self, today: date) -> GrantQuerySet:
        return self.filter(until_on__gte=today)


class Grant(OrganisationOwned):
    """A consent to share: from one participant to one seat, for one purpose, through `until_on` (local day).

    It counts from `confirmed_at`. `told_by_seat`: an adviser wrote it down for her; `paper_seat`: an adviser who has
    seen her signature on paper. `ended_at`: taken back.
    """

    participant = models.ForeignKey("people.Participant", on_delete=models.CASCADE, related_name="+")
    recipient = models.ForeignKey("people.Seat", on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=20, choices=[(p.value, p.value) for p in ShareFor])
    words = EncryptedText(blank=True)
    until_on = models.DateField()
    given_at = models.DateTimeField()
    told_by_seat = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    paper_seat = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    ABOUT = "participant_id"
    VISIBLE_TO = dict.fromkeys(RECIPIENTS, given_to_me) | {
        Role.PARTICIPANT: of_mine,
        Role.ADVISER: given_to_me_or_noted,
        Role.HOUSEKEEPER: all_rows,
    }
    objects = GrantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=False) | Q(told_by_seat__isnull=False),
                name="unconfirmed_only_when_noted",
            )
        ]
        indexes = [models.Index(fields=["recipient", "until_on"], name="grants_to_a_seat")]

    def share(self) -> Share:
        """What it says, for the rules."""
        return Share(
            recipient_id=self.recipient_id,
            items=frozenset(named.item for named in self.items.all()),
            until_on=self.until_on,
            confirmed=self.confirmed_at is not None,
            ended_at=self.ended_at,
        )


class GrantItem(OrganisationOwned):
    """One thing that a grant names. What is not named is not shared."""

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="items")
    item = models.CharField(max_length=60)

    ABOUT = "grant__participant_id"
    VISIBLE_TO = {Role.PARTICIPANT: lambda actor: Q(grant__participant__user_id=actor.user_id)}
    objects = OwnedQuerySet["GrantItem"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["grant", "item"], name="one_line_an_item")]


class Reading(OrganisationOwned):
    """An item was read through a grant. For her alone, so that she knows what taking back cannot undo."""

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="readings")
    item = models.CharField(max_length=60)
    at = models.DateTimeField()

    ABOUT = "grant__participant_id"
    VISIBLE_TO = {Role.PARTICIPANT: lambda actor: Q(grant__participant__user_id=actor.user_id)}
    objects = OwnedQuerySet["Reading"].as_manager()

    class Meta:
        indexes = [models.Index(fields=["grant", "-at"], name="readings_of_a_grant")]
