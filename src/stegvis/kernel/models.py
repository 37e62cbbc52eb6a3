"""What every table about people shares: an owner, and a word on who may see which rows."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Q

from .actor import Actor
from .errors import NotFound
from .roles import Role

M = TypeVar("M", bound=models.Model, covariant=True)
Rows = Callable[[Actor], Q]


def all_rows(actor: Actor) -> Q:
    """Every row of the actor's own organisation."""
    return Q()


class OwnedQuerySet(models.QuerySet[M]):
    def visible_to(self, actor: Actor) -> Self:
        """The rows of the actor's organisation that the model shows to this role: none, unless it says so.

        The one place where the visibility table (catalogue A.7) lives in code.
        """
        rows = getattr(self.model, "VISIBLE_TO", {}).get(actor.role)
        if rows is None:
            return self.none()
        return self.filter(rows(actor), organisation_id=actor.organisation_id)

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
    """Who looked at a participant's data, and why (X-06). One row per participant and response."""

    seat_id = models.UUIDField(null=True)
    role = models.CharField(max_length=30)
    about = models.UUIDField(db_index=True)
    why = models.CharField(max_length=60)
    at = models.DateTimeField()
    objects = OwnedQuerySet["Look"].as_manager()


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
