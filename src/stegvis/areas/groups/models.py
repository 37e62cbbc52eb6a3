"""Rounds of an offering, their dated sessions, and the places people hold in them."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q

from stegvis.kernel.actor import Actor
from stegvis.kernel.encryption import EncryptedText
from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import Role

from .rules import LONGEST_INSTEAD, CallOffWhy, Dated, Frame, PlaceState, SessionState

"""How much can be said of what happens instead of a meeting: one or two sentences."""


def my_places(actor: Actor) -> Q:
    return Q(participant__user_id=actor.user_id)


class Round(OrganisationOwned):
    """One run of an offering with a time span and a capacity (none = open door).

    `last_number` is the highest number a place in it was given: the order of coming, never used twice. `unnamed`: so
    many places are kept for people of whom nothing is written, in mode `none` (X-15).
    """

    listing = models.ForeignKey("directory.Listing", on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    until_on = models.DateField()
    capacity = models.PositiveSmallIntegerField(null=True)
    open_for_new = models.BooleanField(default=True)
    recurrence = models.CharField(max_length=200)
    starts = models.TimeField()
    ends = models.TimeField()
    meeting_place = models.CharField(max_length=200)
    welcomed_by = models.ForeignKey("people.Seat", on_delete=models.PROTECT, related_name="+")
    follows = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    last_number = models.PositiveIntegerField(default=0)
    unnamed = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    VISIBLE_TO = {
        Role.VISITOR: all_rows,
        Role.PARTICIPANT: all_rows,
        Role.ADVISER: all_rows,
        Role.EMPLOYEE: all_rows,
        Role.COORDINATOR: all_rows,
        Role.MANAGER: all_rows,
        Role.HOUSEKEEPER: all_rows,
    }
    objects = OwnedQuerySet["Round"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__gte=models.F("from_on")), name="ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(ends__gt=models.F("starts")), name="round_ends_after_it_starts"
            ),
        ]
        indexes = [models.Index(fields=["organisation_id", "until_on"], name="rounds_by_end")]

    def frame(self) -> Frame:
        """Its days and times, for the rules."""
        return Frame(self.recurrence, self.from_on, self.until_on, self.starts, self.ends)


class Session(OrganisationOwned):
    """One dated meeting of a round: local date and times, and the UTC moments derived from them.

    `came`: how many were there, as somebody counted; nothing else is known about open doors and mode `none` (X-15).
    Called off: why and when, what happens `instead`, and how many `told` were written to or stand in the call list.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="sessions")
    on = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    state = models.CharField(
        max_length=20, choices=[(s.value, s.value) for s in SessionState], default=SessionState.PLANNED
    )
    came = models.PositiveSmallIntegerField(null=True)
    called_off_why = models.CharField(
        max_length=20, choices=[(w.value, w.value) for w in CallOffWhy], blank=True
    )
    called_off_at = models.DateTimeField(null=True)
    instead = models.CharField(max_length=LONGEST_INSTEAD, blank=True)
    told = models.PositiveSmallIntegerField(null=True)

    VISIBLE_TO = Round.VISIBLE_TO
    objects = OwnedQuerySet["Session"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "on", "starts"], name="one_session_a_time")]
        indexes = [models.Index(fields=["organisation_id", "starts_at"], name="sessions_by_time")]

    def dated(self, now: datetime) -> Dated:
        """What the rules need to know of it: fixed once it has begun, or people were noted as here."""
        fixed = self.starts_at <= now or self.state == SessionState.HELD
        return Dated(self.pk, self.on, self.starts, self.ends, SessionState(self.state), fixed)


class Place(OrganisationOwned):
    """A participant in a round. `number` is the order of coming, given in the same transaction, kept while she waits.

    `reached_at`: when she saw the offered place or was told; only then `answer_by` runs. `rests`: she let an offer
    pass, so this free place goes on to the next; the following one comes to her again, in her old order. `company`:
    the same on both places of two who come together; `company_word` is what one tells the other.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="places")
    participant = models.ForeignKey("people.Participant", on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=20, choices=[(s.value, s.value) for s in PlaceState])
    number = models.PositiveIntegerField()
    since = models.DateTimeField()
    told_by_seat = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    read_by_participant_at = models.DateTimeField(null=True)
    offered_at = models.DateTimeField(null=True)
    reached_at = models.DateTimeField(null=True)
    answer_by = models.DateTimeField(null=True)
    rests = models.BooleanField(default=False)
    company = models.UUIDField(null=True)
    company_word = EncryptedText(blank=True)

    ABOUT = "participant_id"
    CLOSABLE = False  # who has a place must be counted; the name stays out
    VISIBLE_TO = {Role.PARTICIPANT: my_places, Role.ADVISER: all_rows, Role.HOUSEKEEPER: all_rows}
    objects = OwnedQuerySet["Place"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "participant"], condition=~Q(state="left"), name="one_place_a_person"
            ),
            models.UniqueConstraint(fields=["round", "number"], name="one_person_a_number"),
        ]
        indexes = [
            models.Index(
                fields=["organisation_id", "answer_by"], condition=Q(state="offered"), name="offers_by_end"
            )
        ]


class Attendance(OrganisationOwned):
    """She was there. A row means present; absence is never a row (S2-06)."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="attendances")
    participant = models.ForeignKey("people.Participant", on_delete=models.CASCADE, related_name="+")
    noted_by = models.ForeignKey("people.Seat", on_delete=models.PROTECT, related_name="+")

    ABOUT = "participant_id"
    CLOSABLE = False  # who has a place must be counted; the name stays out
    VISIBLE_TO = {Role.PARTICIPANT: my_places, Role.ADVISER: all_rows, Role.HOUSEKEEPER: all_rows}
    objects = OwnedQuerySet["Attendance"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "participant"], name="once_at_a_session"),
        ]


class NotToday(OrganisationOwned):
    """She has said that she does not come this time, so that nobody waits at the door. Gone when the day is over."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="+")
    participant = models.ForeignKey("people.Participant", on_delete=models.CASCADE, related_name="+")

    ABOUT = "participant_id"
    CLOSABLE = False  # who has a place must be counted; the name stays out
    VISIBLE_TO = {Role.PARTICIPANT: my_places, Role.ADVISER: all_rows, Role.HOUSEKEEPER: all_rows}
    objects = OwnedQuerySet["NotToday"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "participant"], name="said_once_a_session")]


class SmallAim(OrganisationOwned):
    """A small aim of her own for one meeting ("say hi to one person"). Hers alone, unless she shares it (S2-08)."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="+")
    participant = models.ForeignKey("people.Participant", on_delete=models.CASCADE, related_name="+")
    words = EncryptedText()
    shared = models.BooleanField(default=False)

    ABOUT = "participant_id"
    VISIBLE_TO = {Role.PARTICIPANT: my_places, Role.ADVISER: lambda actor: Q(shared=True)}
    objects = OwnedQuerySet["SmallAim"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "participant"], name="one_aim_a_session")]
