"""Meetings that are outings, and what each participant has said she can."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from stegvis.kernel.actor import Actor
from stegvis.kernel.encryption import EncryptedText
from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import Role

from .rules import Frame, Needs, Pace, Safety, Terrain, from_words

WHO_READS_PLANS = (
    *(Role.PARTICIPANT, Role.ADVISER, Role.EMPLOYEE, Role.COORDINATOR, Role.MANAGER),
    Role.HOUSEKEEPER,
)


def hers(actor: Actor) -> Q:
    return Q(participant__user_id=actor.user_id)


def of_outings_i_plan(actor: Actor) -> Q:
    return Q(outing__planner_id=actor.seat_id)


class Outing(OrganisationOwned):
    """A meeting that goes somewhere: what is planned, what is agreed for safety, and who plans it.

    `heard`: the gentlest of what people have said, as it last settled, nobody's own; what everybody reads is the plan
    within it. It never becomes harder again when somebody leaves or takes her words back: that would tell whose it was.
    """

    session = models.OneToOneField("groups.Session", on_delete=models.CASCADE, related_name="+")
    planner = models.ForeignKey("people.Seat", on_delete=models.PROTECT, related_name="+")
    route = models.CharField(max_length=500, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    metres = models.PositiveIntegerField(null=True)
    pace = models.CharField(max_length=10, choices=[(p.value, p.value) for p in Pace], blank=True)
    terrain = models.CharField(max_length=10, choices=[(t.value, t.value) for t in Terrain], blank=True)
    break_every = models.PositiveSmallIntegerField(null=True)
    toilet = models.BooleanField(default=False)
    benches = models.BooleanField(default=False)
    meeting_point = models.CharField(max_length=200, blank=True)
    turn_back_point = models.CharField(max_length=200, blank=True)
    turn_back_by = models.TimeField(null=True)
    emergency = models.CharField(max_length=30, blank=True)
    phones = models.CharField(max_length=200, blank=True)
    first_aid = models.CharField(max_length=200, blank=True)
    way_home = models.CharField(max_length=300, blank=True)
    heard = EncryptedText(blank=True)
    settled_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    VISIBLE_TO = dict.fromkeys(WHO_READS_PLANS, all_rows)
    objects = OwnedQuerySet["Outing"].as_manager()

    def plan(self) -> Frame:
        """What is planned, for the rules."""
        return Frame(
            self.minutes,
            Pace(self.pace) if self.pace else None,
            Terrain(self.terrain) if self.terrain else None,
            self.break_every,
            self.toilet,
            self.benches,
            self.metres,
        )

    def safety(self) -> Safety:
        """What is agreed, for the rules."""
        return Safety(
            self.meeting_point,
            self.turn_back_point,
            self.turn_back_by,
            self.emergency,
            self.phones,
            self.first_aid,
            self.way_home,
        )

    def settled(self) -> Needs:
        return from_words(self.heard)


class Capacity(OrganisationOwned):
    """What one participant has said she can on one outing. For her and for whoever plans it, until it is over (A.7).

    `said` holds codes and numbers, encrypted whole. `told_by_seat`: the planner wrote down what she told, until she
    has read it.
    """

    outing = models.ForeignKey(Outing, on_delete=models.CASCADE, related_name="capacities")
    participant = models.ForeignKey("people.Participant", on_delete=models.CASCADE, related_name="+")
    said = EncryptedText()
    told_by_seat = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")

    ABOUT = "participant_id"
    VISIBLE_TO = {Role.PARTICIPANT: hers, Role.ADVISER: of_outings_i_plan, Role.HOUSEKEEPER: all_rows}
    objects = OwnedQuerySet["Capacity"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["outing", "participant"], name="says_once_an_outing")]
