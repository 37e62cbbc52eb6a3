"""The house's guideline in its versions, where it is seen, and what stays for a while after a remark."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from stegvis.kernel.actor import Actor
from stegvis.kernel.encryption import EncryptedText
from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import EMPLOYED, Role

from .rules import NOTE_DAYS

WHO_WORKS_HERE = dict.fromkeys(EMPLOYED, all_rows)
ANYBODY = dict.fromkeys((Role.VISITOR, Role.PARTICIPANT, Role.HOUSEKEEPER), all_rows) | WHO_WORKS_HERE


def mine_to_follow_up(actor: Actor) -> Q:
    return Q(follow_up_seat_id=actor.seat_id)


class GuidelineVersion(OrganisationOwned):
    """The guideline as it stood from one day on; the highest number is in force. Never changed (S1-15).

    `note_days`: so many days the house keeps what was noted about a remark.
    """

    number = models.PositiveIntegerField()
    note_days = models.PositiveSmallIntegerField(default=NOTE_DAYS)
    made_at = models.DateTimeField()

    VISIBLE_TO = ANYBODY
    objects = OwnedQuerySet["GuidelineVersion"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation_id", "number"], name="one_guideline_a_number")
        ]


class GuidelineText(OrganisationOwned):
    """One version in one language. `words` hang on the wall, one point a line; `acting` is for those who work here."""

    version = models.ForeignKey(GuidelineVersion, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=2)
    heading = models.CharField(max_length=60)
    words = models.TextField()
    acting = models.TextField(blank=True)

    VISIBLE_TO = ANYBODY
    objects = OwnedQuerySet["GuidelineText"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "language"], name="one_guideline_a_language")
        ]


class PosterInRoom(OrganisationOwned):
    """The poster hangs in this room since this day. Taking it down takes the row away (S1-16).

    `room` is what staff call it, as the rounds that meet there do; `key` is the same however it was typed.
    """

    room = models.CharField(max_length=200)
    key = models.CharField(max_length=200)
    since = models.DateField()
    number = models.PositiveIntegerField()

    VISIBLE_TO = WHO_WORKS_HERE
    objects = OwnedQuerySet["PosterInRoom"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation_id", "key"], name="one_poster_a_room"),
        ]


class WrittenDown(OrganisationOwned):
    """A group has written the guideline down together, on the day of one of its meetings (S1-16)."""

    round = models.OneToOneField("groups.Round", on_delete=models.CASCADE, related_name="+")
    on = models.DateField()

    VISIBLE_TO = WHO_WORKS_HERE
    objects = OwnedQuerySet["WrittenDown"].as_manager()


class Remark(OrganisationOwned):
    """Something was said at a meeting, and somebody who works here follows up the one who was hit (S1-34).

    It is about what happened and about no person: `words` hold no names and go on `expires_on`; who said it, whom it
    hit and who noted it are not kept. Only the seat that follows up reads the words; a manager sees that it is open.
    """

    session = models.ForeignKey("groups.Session", null=True, on_delete=models.SET_NULL, related_name="+")
    on = models.DateField()
    words = EncryptedText(blank=True)
    follow_up_seat = models.ForeignKey("people.Seat", on_delete=models.PROTECT, related_name="+")
    follow_up_by = models.DateField()
    done_on = models.DateField(null=True)
    expires_on = models.DateField()

    VISIBLE_TO = dict.fromkeys(EMPLOYED, mine_to_follow_up) | {
        Role.MANAGER: all_rows,
        Role.HOUSEKEEPER: all_rows,
    }
    objects = OwnedQuerySet["Remark"].as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["organisation_id", "follow_up_seat"],
                condition=Q(done_on=None),
                name="remarks_to_follow_up",
            ),
            models.Index(fields=["organisation_id", "expires_on"], name="remarks_by_end"),
        ]
