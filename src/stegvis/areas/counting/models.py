"""Numbers of contacts by day and kind. No row here is about a person, and none knows who counted."""

from __future__ import annotations

from django.db import models

from stegvis.areas.directory.api import ServiceKind
from stegvis.kernel.encryption import EncryptedText
from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import EMPLOYED, Role

from .rules import Kind, Source, Unit, Way


class Tally(OrganisationOwned):
    """So many contacts of one kind on one day. `counted`: the first of each person; `again`: the same person again."""

    on = models.DateField()
    way = models.CharField(max_length=10, choices=[(w.value, w.value) for w in Way])
    source = models.CharField(max_length=12, choices=[(s.value, s.value) for s in Source])
    service = models.CharField(
        max_length=30, choices=[(k.value, k.value) for k in ServiceKind], blank=True, default=""
    )
    counted = models.PositiveIntegerField(default=0)
    again = models.PositiveIntegerField(default=0)

    VISIBLE_TO = dict.fromkeys(EMPLOYED, all_rows)
    objects = OwnedQuerySet["Tally"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation_id", "on", "way", "source", "service"], name="one_tally_a_kind"
            )
        ]

    def kind(self) -> Kind:
        return Kind(Way(self.way), Source(self.source), self.service)


class ByHand(OrganisationOwned):
    """The day's own number, written by hand: it counts instead of what was worked out, which stays beside it."""

    on = models.DateField()
    unit = models.CharField(max_length=10, choices=[(u.value, u.value) for u in Unit])
    number = models.PositiveIntegerField()

    VISIBLE_TO = dict.fromkeys(EMPLOYED, all_rows)
    objects = OwnedQuerySet["ByHand"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation_id", "on", "unit"], name="one_number_a_day")
        ]


class KnownToday(OrganisationOwned):
    """What is known of one day, so that the same nickname counts once: the day's secret and keyed marks, in one text.

    One row for the whole house, never one about a person; it goes in the night, and the secret with it.
    """

    on = models.DateField()
    marks = EncryptedText()

    VISIBLE_TO = dict.fromkeys((Role.ADVISER, Role.HOUSEKEEPER), all_rows)
    objects = OwnedQuerySet["KnownToday"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation_id", "on"], name="one_memory_a_day")]
