"""That a police-record check was shown: its kind, for which role, when and to whom. Never what stood in it (X-08)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from stegvis.kernel.actor import Actor
from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import Role

from ..rules import CheckedTask, CheckKind
from .seats import HELPERS, Seat


class CheckedRole(OrganisationOwned):
    """The organisation has said that in this role somebody has a task for which a law lets the paper be asked for."""

    role = models.CharField(max_length=30, choices=[(r.value, r.value) for r in Role])
    task = models.CharField(max_length=30, choices=[(t.value, t.value) for t in CheckedTask])

    VISIBLE_TO = dict.fromkeys(set(Role) - {Role.VISITOR, Role.PARTICIPANT}, all_rows)
    objects = OwnedQuerySet["CheckedRole"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation_id", "role"], name="one_reason_a_checked_role")
        ]


def of_my_own_seat(actor: Actor) -> Q:
    return Q(seat__user_id=actor.user_id)


class RecordCheck(OrganisationOwned):
    """Shown on this day, seen by this seat, because of this role. Renewed: the day changes. There is no more to it."""

    seat = models.OneToOneField(Seat, on_delete=models.CASCADE, related_name="record_check")
    kind = models.CharField(max_length=40, choices=[(k.value, k.value) for k in CheckKind])
    role = models.CharField(max_length=30, choices=[(r.value, r.value) for r in Role])
    shown_on = models.DateField()
    seen_by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")

    VISIBLE_TO = dict.fromkeys(set(Role) - {Role.VISITOR, Role.PARTICIPANT}, of_my_own_seat) | {
        Role.COORDINATOR: lambda actor: Q(seat__role__in=HELPERS) | of_my_own_seat(actor),
        Role.MANAGER: all_rows,
        Role.HOUSEKEEPER: all_rows,
    }
    objects = OwnedQuerySet["RecordCheck"].as_manager()
