"""What a round needs of employees, who is on duty when, who is ill or away. No table leads to who comes here."""

from __future__ import annotations

from datetime import time

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, Rows, all_rows
from stegvis.kernel.roles import EMPLOYED, Role

LONGEST_COMPETENCE = 60
LONGEST_INSTEAD = 200
WHO_WORK_HERE: dict[Role, Rows] = dict.fromkeys((*EMPLOYED, Role.HOUSEKEEPER), all_rows)


class RoundStaffing(OrganisationOwned):
    """What a round needs. There once the round is in the roster, then for good: nobody takes the check away (S1-31).

    `employees` counts on top of nothing: the offering's assessment is the least (S1-24). `looked_after_from`: the first
    day whose check time was still to come when the round came into the roster. `substitutes`: the seats to ask
    first, in this order.
    """

    round = models.OneToOneField("groups.Round", on_delete=models.CASCADE, related_name="+")
    employees = models.PositiveSmallIntegerField(default=1, validators=[MinValueValidator(1)])
    second_adult = models.BooleanField(default=False)
    competence = models.CharField(max_length=LONGEST_COMPETENCE, blank=True)
    check_days = models.PositiveSmallIntegerField(default=1)
    check_at = models.TimeField(default=time(18))
    instead = models.CharField(max_length=LONGEST_INSTEAD, blank=True)
    substitutes = models.JSONField(default=list)
    looked_after_from = models.DateField()
    version = models.PositiveIntegerField(default=1)

    VISIBLE_TO = WHO_WORK_HERE
    objects = OwnedQuerySet["RoundStaffing"].as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(employees__gte=1), name="at_least_one_employee")]


class Duty(OrganisationOwned):
    """Somebody employed is at a meeting from one moment to another, and what she carries there."""

    session = models.ForeignKey("groups.Session", on_delete=models.CASCADE, related_name="+")
    seat = models.ForeignKey("people.Seat", on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    carries = models.JSONField(default=list)

    VISIBLE_TO = WHO_WORK_HERE
    objects = OwnedQuerySet["Duty"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="duty_ends_after_it_starts"),
            models.UniqueConstraint(fields=["session", "seat", "starts_at"], name="once_on_duty_at_a_time"),
        ]


class Away(OrganisationOwned):
    """A seat is ill or away, from a moment on; `until_at` is empty while nobody knows. No field holds a reason."""

    seat = models.ForeignKey("people.Seat", on_delete=models.CASCADE, related_name="+")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    VISIBLE_TO = WHO_WORK_HERE
    objects = OwnedQuerySet["Away"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_at=None) | Q(until_at__gt=F("from_at")), name="away_ends_after_it_starts"
            )
        ]
        indexes = [models.Index(fields=["organisation_id", "until_at"], name="away_by_end")]


class RosterWeek(OrganisationOwned):
    """One week of the roster, for two who edit it: the version each of them saw. Also the lock while it is changed."""

    monday = models.DateField()
    version = models.PositiveIntegerField(default=0)

    VISIBLE_TO = WHO_WORK_HERE
    objects = OwnedQuerySet["RosterWeek"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation_id", "monday"], name="one_version_a_week")
        ]
