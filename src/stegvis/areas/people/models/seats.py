"""Seats, participants, and what a seat had not finished."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from stegvis.kernel.actor import Actor
from stegvis.kernel.encryption import EncryptedText
from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import EMPLOYED, Role

from ..rules import Language
from .organisations import Department
from .users import User

HELPERS = frozenset({Role.VOLUNTEER, Role.HOST})
"""Whom a coordinator has to do with, beside those who are employed."""


def staff_seats(actor: Actor) -> Q:
    """Who works here is known to all who come here; who comes here is not."""
    return Q(role__in=EMPLOYED) | Q(user_id=actor.user_id)


def staff_and_helpers(actor: Actor) -> Q:
    return staff_seats(actor) | Q(role__in=HELPERS)


def seats_of_helpers(actor: Actor) -> Q:
    """A participant knows everybody she can meet, volunteers and facilitators too; so does who writes down for her."""
    return ~Q(role=Role.PARTICIPANT) | Q(user_id=actor.user_id)


class Seat(OrganisationOwned):
    """A user in one organisation with one role. `name` is what others call them there; empty for participants.

    `is_taken`: whoever was invited has been in. Until then nobody counts on this seat.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="seats")
    role = models.CharField(max_length=30, choices=[(r.value, r.value) for r in Role])
    department = models.ForeignKey(Department, null=True, on_delete=models.PROTECT)
    name = models.CharField(max_length=60, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    is_taken = models.BooleanField(default=False)

    VISIBLE_TO = dict.fromkeys(Role, staff_seats) | {
        Role.VISITOR: lambda actor: Q(role__in=EMPLOYED),
        Role.PARTICIPANT: seats_of_helpers,
        Role.ADVISER: seats_of_helpers,
        Role.COORDINATOR: staff_and_helpers,
        Role.MANAGER: seats_of_helpers,
        Role.HOUSEKEEPER: all_rows,
    }
    objects = OwnedQuerySet["Seat"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation_id", "user", "role"],
                condition=Q(until_on=None),
                name="one_running_seat_a_role",
            )
        ]


def own_participant(actor: Actor) -> Q:
    return Q(user_id=actor.user_id)


class Participant(OrganisationOwned):
    """A person as one organisation knows them. Nothing but a nickname is needed; `user` is empty without a login.

    `here_in`: the first day of the month in which she was here last. No more is known, and nobody is shown it.
    """

    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="participants")
    nickname = EncryptedText(blank=True)
    language = models.CharField(max_length=2, choices=[(c.value, c.value) for c in Language])
    safe_contact = EncryptedText(blank=True)
    came_on = models.DateField()
    here_in = models.DateField(null=True)

    ABOUT = "id"
    VISIBLE_TO = {
        Role.PARTICIPANT: own_participant,
        Role.VISITOR: lambda actor: Q(pk=None),
        Role.ADVISER: all_rows,
        Role.HOUSEKEEPER: all_rows,
    }
    objects = OwnedQuerySet["Participant"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation_id", "user"],
                condition=Q(user__isnull=False),
                name="one_participant_a_login",
            )
        ]


def in_own_seat(actor: Actor) -> Q:
    return Q(seat_id=actor.seat_id)


class Draft(OrganisationOwned):
    """What somebody had typed when the session ended in the middle of a form. For the same seat only, half an hour."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE)
    content = EncryptedText()
    made_at = models.DateTimeField()

    VISIBLE_TO = dict.fromkeys(set(Role) - {Role.VISITOR, Role.HOUSEKEEPER}, in_own_seat) | {
        Role.HOUSEKEEPER: all_rows,
    }
    objects = OwnedQuerySet["Draft"].as_manager()


def lasting(day: date) -> Q:
    """Seats that are not over before this day."""
    return Q(until_on=None) | Q(until_on__gte=day)


def running_on(day: date) -> Q:
    """Seats that have begun and are not over on this day."""
    return Q(from_on__lte=day) & lasting(day)
