"""The wish to be deleted, as an adviser wrote it down and until she has answered."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from stegvis.kernel.actor import Actor
from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import Role


def my_own(actor: Actor) -> Q:
    return Q(participant__user_id=actor.user_id)


class LeavingWish(OrganisationOwned):
    """She told an adviser that she wants to be deleted. Nothing goes before she has confirmed it."""

    participant = models.OneToOneField("people.Participant", on_delete=models.CASCADE, related_name="+")
    told_by_seat = models.ForeignKey("people.Seat", on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    ABOUT = "participant_id"
    VISIBLE_TO = {Role.PARTICIPANT: my_own, Role.ADVISER: all_rows}
    objects = OwnedQuerySet["LeavingWish"].as_manager()
