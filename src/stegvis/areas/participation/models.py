"""Working groups, who sits in them, what they talk about and what they decided."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from stegvis.kernel.actor import Actor
from stegvis.kernel.encryption import EncryptedText
from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import Role

from .rules import How, MatterState, Wish

WHO_WORKS_WITH_IT = (Role.ADVISER, Role.EMPLOYEE, Role.COORDINATOR, Role.MANAGER)


def mine(actor: Actor) -> Q:
    return Q(members__participant__user_id=actor.user_id)


def of_my_groups(actor: Actor) -> Q:
    return Q(group__members__participant__user_id=actor.user_id)


def on_matters_of_my_groups(actor: Actor) -> Q:
    return Q(matter__group__members__participant__user_id=actor.user_id)


class WorkingGroup(OrganisationOwned):
    """People who come here and people who work here decide together about an offering, or about the house (S1-06)."""

    name = models.CharField(max_length=80)
    purpose = models.CharField(max_length=500, blank=True)
    listing = models.ForeignKey("directory.Listing", null=True, on_delete=models.PROTECT, related_name="+")
    started_on = models.DateField()
    ended_on = models.DateField(null=True)

    VISIBLE_TO = {Role.PARTICIPANT: mine} | dict.fromkeys(WHO_WORKS_WITH_IT, all_rows)
    objects = OwnedQuerySet["WorkingGroup"].as_manager()


class Member(OrganisationOwned):
    """Somebody in a working group: a participant, or a seat of somebody who works here. Leaving takes the row away.

    `shown_as`: what the others call her there, of her own choice; empty until she chooses. `told_by_seat`: an adviser
    wrote down her spoken yes, until she confirms it.
    """

    group = models.ForeignKey(WorkingGroup, on_delete=models.CASCADE, related_name="members")
    participant = models.ForeignKey(
        "people.Participant", null=True, on_delete=models.CASCADE, related_name="+"
    )
    seat = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    shown_as = EncryptedText(blank=True)
    told_by_seat = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    joined_at = models.DateTimeField()

    ABOUT = "participant_id"
    VISIBLE_TO = {Role.PARTICIPANT: of_my_groups} | dict.fromkeys(WHO_WORKS_WITH_IT, all_rows)
    objects = OwnedQuerySet["Member"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "participant"], name="sits_once_in_a_group"),
            models.UniqueConstraint(fields=["group", "seat"], name="works_once_in_a_group"),
            models.CheckConstraint(
                condition=Q(participant=None) ^ Q(seat=None), name="a_member_is_one_or_the_other"
            ),
        ]


class Matter(OrganisationOwned):
    """Something on a group's agenda, and in its log once it is decided. It belongs to the group and stays with it.

    `by`: who raised it, as long as she sits in the group.
    """

    group = models.ForeignKey(WorkingGroup, on_delete=models.CASCADE, related_name="matters")
    words = EncryptedText()
    wish = models.CharField(max_length=10, choices=[(w.value, w.value) for w in Wish])
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in MatterState], default=MatterState.OPEN
    )
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    raised_at = models.DateTimeField()
    decided_on = models.DateField(null=True)
    how = models.CharField(max_length=12, choices=[(h.value, h.value) for h in How], blank=True)

    VISIBLE_TO = {Role.PARTICIPANT: of_my_groups} | dict.fromkeys(WHO_WORKS_WITH_IT, all_rows)
    objects = OwnedQuerySet["Matter"].as_manager()


class Agreement(OrganisationOwned):
    """A member agrees with a proposal, as long as she does. Not agreeing is never a row."""

    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="agreements")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")

    ABOUT = "member__participant_id"
    VISIBLE_TO = {Role.PARTICIPANT: on_matters_of_my_groups} | dict.fromkeys(WHO_WORKS_WITH_IT, all_rows)
    objects = OwnedQuerySet["Agreement"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "member"], name="agrees_once")]
