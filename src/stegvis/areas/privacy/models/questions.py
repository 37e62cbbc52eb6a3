"""What a participant asks about somebody's look at what is hers, and the answer."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from stegvis.kernel.actor import Actor
from stegvis.kernel.encryption import EncryptedText
from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import Role


def my_own(actor: Actor) -> Q:
    return Q(participant__user_id=actor.user_id)


class Question(OrganisationOwned):
    """She asked why: about one seat's looks of one kind on one day. `words` may be empty: asking is enough.

    `about_seat` is empty where the house itself had looked. An answer is written once.
    """

    participant = models.ForeignKey("people.Participant", on_delete=models.CASCADE, related_name="+")
    about_seat = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=30)
    why = models.CharField(max_length=60)
    on = models.DateField()
    words = EncryptedText(blank=True)
    asked_at = models.DateTimeField()
    answer = EncryptedText(blank=True)
    answered_by = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)

    ABOUT = "participant_id"
    VISIBLE_TO = {Role.PARTICIPANT: my_own, Role.ADVISER: all_rows}
    objects = OwnedQuerySet["Question"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "about_seat", "role", "why", "on"], name="one_question_a_look"
            )
        ]
        indexes = [
            models.Index(
                fields=["organisation_id", "asked_at"],
                condition=Q(answered_at=None),
                name="questions_waiting",
            )
        ]
