"""Organisations and their parts."""

from __future__ import annotations

import uuid

from django.db import models

from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import EMPLOYED, Role

from ..rules import Country, Language, OrganisationKind


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


class Department(OrganisationOwned):
    name = models.CharField(max_length=80)
    VISIBLE_TO = {role: all_rows for role in Role if role not in {Role.VISITOR, Role.PARTICIPANT}}
    objects = OwnedQuerySet["Department"].as_manager()


class AgePolicy(OrganisationOwned):
    """Why, how and with whom people under 18 come here; without it nobody younger does (S2-01). One an organisation.

    `words` are about the work, never about a person. `meanwhile`: who was responsible has left, and a manager is until
    somebody chooses.
    """

    words = models.TextField()
    meanwhile = models.BooleanField(default=False)
    specially_competent = models.BooleanField(default=False)
    responsible = models.ForeignKey("people.Seat", on_delete=models.PROTECT, related_name="+")

    VISIBLE_TO = dict.fromkeys((*EMPLOYED, Role.HOUSEKEEPER), all_rows)
    objects = OwnedQuerySet["AgePolicy"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation_id"], name="one_age_policy_a_house")]
