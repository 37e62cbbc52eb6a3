"""Which tasks the house allows, and whose each is. Apart from all duties: nothing here can fill a roster (S1-25)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from stegvis.kernel.actor import Actor
from stegvis.kernel.encryption import EncryptedText
from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import EMPLOYED, Role

from .rules import Purpose, Said, TaskKind

WHO_GUIDES = EMPLOYED - {Role.ADVISER}
HOUSE_ROWS = dict.fromkeys({Role.PARTICIPANT, Role.HOUSEKEEPER} | EMPLOYED, all_rows)


def mine(actor: Actor) -> Q:
    return Q(participant__user_id=actor.user_id)


def guided_by_me(actor: Actor) -> Q:
    return Q(guide_id=actor.seat_id)


class OfferingTasks(OrganisationOwned):
    """What the house has decided for one offering. No row means off, until somebody decides (S1-27)."""

    listing = models.OneToOneField("directory.Listing", on_delete=models.PROTECT, related_name="+")
    possible = models.BooleanField(default=False)
    decided_on = models.DateField()
    version = models.PositiveIntegerField(default=1)

    VISIBLE_TO = HOUSE_ROWS
    objects = OwnedQuerySet["OfferingTasks"].as_manager()


class Task(OrganisationOwned):
    """One thing to do at an offering. `name` is for what has no kind of its own, in the house's own words."""

    offering = models.ForeignKey(OfferingTasks, on_delete=models.PROTECT, related_name="tasks")
    kind = models.CharField(max_length=10, choices=[(k.value, k.value) for k in TaskKind])
    name = models.CharField(max_length=60, blank=True, default="")
    offered = models.BooleanField(default=True)

    VISIBLE_TO = HOUSE_ROWS
    objects = OwnedQuerySet["Task"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["offering", "kind", "name"], name="one_task_a_name"),
            models.CheckConstraint(condition=Q(kind="other") ^ Q(name=""), name="only_other_has_a_name"),
        ]


class Responsibility(OrganisationOwned):
    """A participant's wish for a task, and what it became. Handing it back takes the row away, and nothing is left.

    `called`: the name that whoever goes along with her sees. `told_by_seat`: an adviser wrote her wish down.
    `own_yes_on`: the day of her own yes to `version`; on paper, `paper_seat` is who saw her signature. `said` is her
    own answer since the review opened.
    """

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="responsibilities")
    participant = models.ForeignKey("people.Participant", on_delete=models.CASCADE, related_name="+")
    called = EncryptedText()
    told_by_seat = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    wished_on = models.DateField()
    own_yes_on = models.DateField(null=True)
    paper_seat = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    guide = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(
        max_length=20, blank=True, choices=[(p.value, p.value) for p in Purpose], default=""
    )
    review_on = models.DateField(null=True)
    said = models.CharField(max_length=10, blank=True, choices=[(s.value, s.value) for s in Said], default="")
    version = models.PositiveIntegerField(default=1)

    ABOUT = "participant_id"
    VISIBLE_TO = {Role.PARTICIPANT: mine, Role.ADVISER: all_rows} | dict.fromkeys(WHO_GUIDES, guided_by_me)
    objects = OwnedQuerySet["Responsibility"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "participant"], name="a_task_once_a_person"),
            models.CheckConstraint(
                condition=Q(own_yes_on=None)
                | Q(guide__isnull=False, review_on__isnull=False) & ~Q(purpose=""),
                name="a_yes_is_to_all_of_it",
            ),
        ]


def words_of_mine(actor: Actor) -> Q:
    return Q(responsibility__participant__user_id=actor.user_id)


def words_for_me(actor: Actor) -> Q:
    return Q(shared=True, responsibility__guide_id=actor.seat_id)


class OwnWords(OrganisationOwned):
    """What she says herself about how it is. Hers alone, unless she shares it with those who go along (S1-29)."""

    responsibility = models.OneToOneField(Responsibility, on_delete=models.CASCADE, related_name="own_words")
    words = EncryptedText()
    shared = models.BooleanField(default=False)

    ABOUT = "responsibility__participant_id"
    VISIBLE_TO = {
        Role.PARTICIPANT: words_of_mine,
        Role.ADVISER: lambda actor: Q(shared=True),
    } | dict.fromkeys(WHO_GUIDES, words_for_me)
    objects = OwnedQuerySet["OwnWords"].as_manager()


class BackWithStaff(OrganisationOwned):
    """A task that is the staff's again since that day, until one of them has seen it. No word of whose it was."""

    task = models.OneToOneField(Task, on_delete=models.CASCADE, related_name="+")
    since_on = models.DateField()

    VISIBLE_TO = dict.fromkeys(EMPLOYED, all_rows)
    objects = OwnedQuerySet["BackWithStaff"].as_manager()
