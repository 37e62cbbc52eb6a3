"""What every table about people shares: an owner, and a word on who may see which rows."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Mapping
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Exists, OuterRef, Q

from .actor import Actor
from .errors import NotFound
from .roles import Role

M = TypeVar("M", bound=models.Model, covariant=True)
Rows = Callable[[Actor], Q]


SALT_BYTES = 16
OPEN_TO_ALL_DOORS = frozenset({Role.VISITOR, Role.PARTICIPANT, Role.HOUSEKEEPER})
"""A closed door is closed to those who work here: not to herself, and not to the house's own chores."""


def all_rows(actor: Actor) -> Q:
    """Every row of the actor's own organisation."""
    return Q()


def new_salt() -> bytes:
    """What makes a commitment say nothing once the row is gone: nobody can try all rows it might have been."""
    return os.urandom(SALT_BYTES)


class OwnedQuerySet(models.QuerySet[M]):
    def visible_to(self, actor: Actor) -> Self:
        """The rows of the actor's organisation that the model shows to this role: none, unless it says so.

        Without those that the participant they are about has closed to this seat. The one place where the visibility
        table (catalogue A.7) lives in code.
        """
        rows = getattr(self.model, "VISIBLE_TO", {}).get(actor.role)
        if rows is None:
            return self.none()
        shown = self.filter(rows(actor), organisation_id=actor.organisation_id)
        return shown.filter(~self._behind_closed_doors(actor)) if self._has_doors(actor) else shown

    def _has_doors(self, actor: Actor) -> bool:
        model: type[OrganisationOwned] = self.model  # type: ignore[assignment]
        return bool(model.ABOUT) and model.CLOSABLE and actor.role not in OPEN_TO_ALL_DOORS

    def _behind_closed_doors(self, actor: Actor) -> Exists:
        """Closed to this worker, in whichever seat here, or closed to all who work here as a part of what is kept."""
        model: type[OrganisationOwned] = self.model  # type: ignore[assignment]
        return Exists(doors_closed_to(actor, model.SECTION).filter(about=OuterRef(model.ABOUT)))

    def one_visible_to(self, actor: Actor, pk: object) -> M:
        """The row with this key. Raises NotFound when it is unknown, hidden or somebody else's: all look alike."""
        row = self.visible_to(actor).filter(pk=pk).first()
        if row is None:
            raise NotFound
        return row


class OrganisationOwned(models.Model):
    """A row that belongs to one organisation. PostgreSQL keeps it apart by policies (see owned_tables.Protect)."""

    VISIBLE_TO: ClassVar[Mapping[Role, Rows]] = {}
    ABOUT: ClassVar[str] = ""
    """The look-up path to the id of the participant whom a row is about; empty when it is about nobody."""
    CLOSABLE: ClassVar[bool] = True
    """Whether the participant they are about can close these rows to those who work here. Only what must be counted
    says no, with its reason in the tests.
    """
    SECTION: ClassVar[str] = ""
    """The code of the part she can close to all who work here at once (`privacy.declare_sections`); empty for none."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation_id = models.UUIDField(db_index=True, editable=False)

    class Meta:
        abstract = True


class JournalEntry(OrganisationOwned):
    """What changed: by which seat, about what, when. Never the person's words."""

    seat_id = models.UUIDField(null=True)
    role = models.CharField(max_length=30)
    what = models.CharField(max_length=80)
    about = models.UUIDField(db_index=True)
    outcome = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField()
    objects = OwnedQuerySet["JournalEntry"].as_manager()


class Look(OrganisationOwned):
    """Who looked at a participant's data, and why (X-06). One row per participant and response.

    `number` is the place of its seal in the organisation's chain, empty until it has one (see sealing).
    """

    seat_id = models.UUIDField(null=True)
    role = models.CharField(max_length=30)
    about = models.UUIDField(db_index=True)
    why = models.CharField(max_length=60)
    at = models.DateTimeField()
    salt = models.BinaryField(max_length=SALT_BYTES, default=new_salt)
    number = models.PositiveBigIntegerField(null=True)

    ABOUT = "about"
    objects = OwnedQuerySet["Look"].as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["organisation_id", "at"], condition=Q(number=None), name="looks_without_a_seal"
            )
        ]


class Seal(OrganisationOwned):
    """One link of an organisation's chain over its looks: changing what is behind it, or its place, breaks the chain.

    It says nothing about anybody: `commitment` hides the look. When looks have aged out, a seal without a look says
    which numbers they had (`gone`, as in "3-17,20") and `why`.
    """

    number = models.PositiveBigIntegerField()
    look_id = models.UUIDField(null=True)
    gone = models.TextField(blank=True)
    why = models.CharField(max_length=30, blank=True)
    commitment = models.BinaryField(max_length=32)
    link = models.BinaryField(max_length=32)
    sealed_at = models.DateTimeField()
    objects = OwnedQuerySet["Seal"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation_id", "number"], name="one_seal_a_number"),
            models.UniqueConstraint(fields=["organisation_id", "look_id"], name="one_seal_a_look"),
        ]


class ClosedDoor(OrganisationOwned):
    """What a participant has closed: everything of hers to one worker, or one section to all who work here (X-06).

    `user_id` is who sits in that seat, so that another seat opens nothing. `by_seat` is the adviser who noted the
    wish when she told it, empty when she closed it herself. Only she opens it: the row is deleted then.
    """

    about = models.UUIDField()
    seat_id = models.UUIDField(null=True)
    user_id = models.UUIDField(null=True)
    section = models.CharField(max_length=30, blank=True)
    by_seat = models.UUIDField(null=True)
    closed_at = models.DateTimeField()

    ABOUT = "about"
    objects = OwnedQuerySet["ClosedDoor"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["about", "user_id", "section"], name="one_door_to_a_worker"),
            models.UniqueConstraint(
                fields=["about", "section"], condition=Q(user_id=None), name="one_door_to_a_section"
            ),
            models.CheckConstraint(
                condition=Q(user_id=None, seat_id=None) & ~Q(section="")
                | Q(user_id__isnull=False, seat_id__isnull=False, section=""),
                name="a_worker_or_a_section",
            ),
        ]


def doors_closed_to(actor: Actor, section: str) -> models.QuerySet[ClosedDoor]:
    """The doors that keep this seat from a section, empty for none in particular."""
    closed = Q(user_id=actor.user_id)
    if section:
        closed |= Q(section=section)
    return ClosedDoor.objects.filter(closed, organisation_id=actor.organisation_id)


def require_open_door(actor: Actor, about: uuid.UUID, section: str) -> None:
    """For actions that would write into what is closed. Raises NotFound, as for somebody unknown."""
    if actor.role not in OPEN_TO_ALL_DOORS and doors_closed_to(actor, section).filter(about=about).exists():
        raise NotFound


class OrganisationKey(OrganisationOwned):
    """What an organisation's words are encrypted with, itself encrypted with the master key of this name.

    One is in use; those that are `retired` only still open what has not been written anew (`stegvis rotate-keys`).
    """

    master = models.CharField(max_length=80)
    wrapped = models.TextField()
    retired = models.BooleanField(default=False)
    objects = OwnedQuerySet["OrganisationKey"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation_id"], condition=Q(retired=False), name="one_key_in_use"
            )
        ]


class TaskLease(models.Model):
    """Which worker holds a task, until when, and how often it has been tried. Belongs to the worker, not to anybody:
    it serves all organisations and knows tasks by their ids.
    """

    task_id = models.UUIDField(primary_key=True)
    worker = models.CharField(max_length=80)
    lease_until = models.DateTimeField(db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)


class Tick(models.Model):
    """A time of the clock that was taken by one worker, and the task that came of it. Nobody takes it again."""

    job = models.CharField(max_length=80)
    due_at = models.DateTimeField()
    task_id = models.UUIDField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "due_at"], name="one_tick_a_time")]


class Done(models.Model):
    """An effect that must not happen twice, by its key: written in the same transaction as the effect."""

    key = models.CharField(max_length=200, primary_key=True)
    at = models.DateTimeField()


class Heartbeat(models.Model):
    """When a worker was last alive."""

    worker = models.CharField(max_length=80, primary_key=True)
    at = models.DateTimeField()
