"""A participant's own copy of all that is kept about her, while it is made and until it goes."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from stegvis.kernel.actor import Actor
from stegvis.kernel.encryption import EncryptedText
from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import Role


def my_own(actor: Actor) -> Q:
    return Q(participant__user_id=actor.user_id)


def of_those_without_login(actor: Actor) -> Q:
    """Who has no page of her own gets her copy on paper, from an adviser. Nobody else's can be opened."""
    return Q(participant__user=None)


class Copy(OrganisationOwned):
    """What a participant asked for with "give me my copy". One at a time; `content` (JSON) grows step by step.

    `steps`: how many tables there are to read, `step`: how many have been. Ready from `ready_at`, gone a week later.
    """

    participant = models.OneToOneField("people.Participant", on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=2)
    asked_at = models.DateTimeField()
    step = models.PositiveSmallIntegerField(default=0)
    steps = models.PositiveSmallIntegerField()
    content = EncryptedText(blank=True)
    ready_at = models.DateTimeField(null=True)

    ABOUT = "participant_id"
    VISIBLE_TO = {
        Role.PARTICIPANT: my_own,
        Role.ADVISER: of_those_without_login,
        Role.HOUSEKEEPER: all_rows,
    }
    objects = OwnedQuerySet["Copy"].as_manager()
