"""What was decided when an offering was considered: the outcome, the reason and what people were told."""

from __future__ import annotations

from django.db import models

from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import EMPLOYED, Role

from .rules import Outcome, Why


class Review(OrganisationOwned):
    """One look at one offering (S2-15). Rows are never changed. They say nothing about anybody who comes or works here.

    `words`: the reason, or what changes. `told`: what people read. `why` and `told` are empty when they lost nothing.
    """

    listing = models.ForeignKey("directory.Listing", on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=20, choices=[(o.value, o.value) for o in Outcome])
    why = models.CharField(max_length=30, choices=[(w.value, w.value) for w in Why], blank=True)
    words = models.TextField(blank=True)
    told = models.TextField(blank=True)
    reviewed_on = models.DateField()
    reviewed_at = models.DateTimeField()
    next_on = models.DateField(null=True)

    VISIBLE_TO = dict.fromkeys((*EMPLOYED, Role.HOUSEKEEPER), all_rows)
    objects = OwnedQuerySet["Review"].as_manager()

    class Meta:
        indexes = [models.Index(fields=["organisation_id", "reviewed_on"], name="reviews_by_day")]
