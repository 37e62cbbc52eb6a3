"""Complaints, and the one person who reads them (X-18)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from stegvis.kernel.actor import Actor
from stegvis.kernel.encryption import EncryptedText
from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import Role

from ..rules import AnswerBy
from .contact import my_own

AT_A_DESK = tuple(role for role in Role if role not in {Role.VISITOR, Role.PARTICIPANT, Role.HOUSEKEEPER})


def addressed_to(actor: Actor) -> Q:
    return Q(seat_id=actor.seat_id)


class NamedPerson(OrganisationOwned):
    """To whom people complain here: somebody outside the line, named by the organisation. One each; known to all.

    `seat`, when there is one, reads complaints on screen; `phone` and `address` (for a letter) always lead there.
    """

    name = models.CharField(max_length=80)
    phone = models.CharField(max_length=30, blank=True)
    address = models.CharField(max_length=200, blank=True)
    seat = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField()

    VISIBLE_TO = dict.fromkeys(Role, all_rows)
    objects = OwnedQuerySet["NamedPerson"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation_id"], name="one_named_person")]


class Complaint(OrganisationOwned):
    """What somebody complains about, to the seat that was named then. No other seat and no manager reads it, ever.

    `phone` is kept only when she wants the answer by phone.
    """

    participant = models.ForeignKey("people.Participant", on_delete=models.CASCADE, related_name="+")
    seat = models.ForeignKey("people.Seat", on_delete=models.PROTECT, related_name="+")
    words = EncryptedText()
    answer_by = models.CharField(max_length=10, choices=[(a.value, a.value) for a in AnswerBy])
    phone = EncryptedText(blank=True)
    at = models.DateTimeField()
    answer = EncryptedText(blank=True)
    answered_at = models.DateTimeField(null=True)

    ABOUT = "participant_id"
    VISIBLE_TO = {Role.PARTICIPANT: my_own} | dict.fromkeys(AT_A_DESK, addressed_to)
    objects = OwnedQuerySet["Complaint"].as_manager()

    class Meta:
        indexes = [models.Index(fields=["seat", "at"], name="complaints_of_a_reader")]
