"""Working groups and what they decide, notes to them, who is willing to tell something, and drafts that users read."""

from __future__ import annotations

from django.db import models
from django.db.models import Exists, OuterRef, Q

from stegvis.kernel.actor import Actor
from stegvis.kernel.encryption import EncryptedText
from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import Role

from .rules import DraftKind, How, MatterState, Refusal, SuggestionState, Wish, not_read_by_users

WHO_WORKS_WITH_IT = (Role.ADVISER, Role.EMPLOYEE, Role.COORDINATOR, Role.MANAGER)


def hers(actor: Actor) -> Q:
    return Q(participant__user_id=actor.user_id)


def of_my_groups(actor: Actor) -> Q:
    return Q(group__members__participant__user_id=actor.user_id)


def on_matters_of_my_groups(actor: Actor) -> Q:
    return Q(matter__group__members__participant__user_id=actor.user_id)


def hers_or_of_my_groups(actor: Actor) -> Q:
    sits_in = Member.objects.filter(hers(actor), group=OuterRef("group"))
    return hers(actor) | Q(Exists(sits_in))


def whom_i_receive(actor: Actor) -> Q:
    """Of the meetings this adviser receives people at; of all where the one who receives them is no adviser."""
    mine = Q(session__round__welcomed_by_id=actor.seat_id)
    return mine | ~Q(session__round__welcomed_by__role=Role.ADVISER)


class WorkingGroup(OrganisationOwned):
    """People who come here and people who work here decide together about an offering, or about the house (S1-06).

    That there is such a group everybody here may know, to tell it something (S1-05); what it talks about is for those
    who sit in it.
    """

    name = models.CharField(max_length=80)
    purpose = models.CharField(max_length=500, blank=True)
    listing = models.ForeignKey("directory.Listing", null=True, on_delete=models.PROTECT, related_name="+")
    started_on = models.DateField()
    ended_on = models.DateField(null=True)

    VISIBLE_TO = dict.fromkeys((Role.PARTICIPANT, *WHO_WORKS_WITH_IT), all_rows)
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


class Reply(OrganisationOwned):
    """What a working group answers, to everybody who comes here and never to those who wrote (A.8.6)."""

    group = models.ForeignKey(WorkingGroup, on_delete=models.CASCADE, related_name="replies")
    said = models.CharField(max_length=500)
    answer = models.TextField()
    on = models.DateField()

    VISIBLE_TO = dict.fromkeys((Role.PARTICIPANT, *WHO_WORKS_WITH_IT), all_rows)
    objects = OwnedQuerySet["Reply"].as_manager()


class Note(OrganisationOwned):
    """What somebody who comes here tells a working group, without sitting in it (S1-05).

    Without a name there is no `participant`, and only the day is kept: nothing leads back to her. `signed` is the name
    she chose to write under. `reply` once the group has answered.
    """

    group = models.ForeignKey(WorkingGroup, on_delete=models.CASCADE, related_name="notes")
    participant = models.ForeignKey(
        "people.Participant", null=True, on_delete=models.CASCADE, related_name="+"
    )
    words = EncryptedText()
    signed = EncryptedText(blank=True)
    on = models.DateField()
    reply = models.ForeignKey(Reply, null=True, on_delete=models.PROTECT, related_name="notes")

    ABOUT = "participant_id"
    VISIBLE_TO = {Role.PARTICIPANT: hers_or_of_my_groups, Role.HOUSEKEEPER: all_rows} | dict.fromkeys(
        WHO_WORKS_WITH_IT, all_rows
    )
    objects = OwnedQuerySet["Note"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(participant=None) | Q(signed=""), name="a_name_is_hers_or_there_is_none"
            )
        ]


class WillingToTell(OrganisationOwned):
    """She is willing to tell the others something at one meeting (S1-07). What she would tell has no place here."""

    session = models.ForeignKey("groups.Session", on_delete=models.CASCADE, related_name="+")
    participant = models.ForeignKey("people.Participant", on_delete=models.CASCADE, related_name="+")

    ABOUT = "participant_id"
    VISIBLE_TO = {
        Role.PARTICIPANT: hers,
        Role.ADVISER: whom_i_receive,
        Role.HOUSEKEEPER: all_rows,
    }
    objects = OwnedQuerySet["WillingToTell"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "participant"], name="willing_once")]


class Reader(OrganisationOwned):
    """She gladly reads drafts, and has said so herself (S1-08). When she would rather not, the row goes."""

    participant = models.OneToOneField("people.Participant", on_delete=models.CASCADE, related_name="+")
    since_on = models.DateField()

    ABOUT = "participant_id"
    VISIBLE_TO = {Role.PARTICIPANT: hers} | dict.fromkeys(WHO_WORKS_WITH_IT, all_rows)
    objects = OwnedQuerySet["Reader"].as_manager()


def for_readers(actor: Actor) -> Q:
    mine = Reader.objects.filter(hers(actor), organisation_id=actor.organisation_id)
    return Q(Exists(mine))


class Draft(OrganisationOwned):
    """A text that is to be in everyday words: an invitation, a rule, a poster (S1-08)."""

    title = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in DraftKind])
    language = models.CharField(max_length=5)

    VISIBLE_TO = {Role.PARTICIPANT: for_readers} | dict.fromkeys(WHO_WORKS_WITH_IT, all_rows)
    objects = OwnedQuerySet["Draft"].as_manager()


class DraftVersion(OrganisationOwned):
    """The words of a draft at one time. They are never written over: a change is a new version, read by nobody yet.

    `out_on`: published that day. `read_by_users`: somebody who comes here had read exactly this when it went out; that
    stays true when she has left the house.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    words = models.TextField()
    written_on = models.DateField()
    out_on = models.DateField(null=True)
    read_by_users = models.BooleanField(default=False)

    VISIBLE_TO = {Role.PARTICIPANT: for_readers} | dict.fromkeys(WHO_WORKS_WITH_IT, all_rows)
    objects = OwnedQuerySet["DraftVersion"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "number"], name="one_version_a_number"),
            models.CheckConstraint(
                condition=Q(read_by_users=False) | Q(out_on__isnull=False), name="only_what_is_out_says_read"
            ),
        ]

    def lacks_for_claim(self) -> Refusal | None:
        """Why these very words may not go out as read by users; None when they may."""
        states = [SuggestionState(state) for state in self.suggestions.values_list("state", flat=True)]
        return not_read_by_users(readings=self.readings.count(), suggestions=states)


class Reading(OrganisationOwned):
    """She has read this version, and says so. Not having read is never a row."""

    version = models.ForeignKey(DraftVersion, on_delete=models.CASCADE, related_name="readings")
    participant = models.ForeignKey("people.Participant", on_delete=models.CASCADE, related_name="+")

    ABOUT = "participant_id"
    VISIBLE_TO = {Role.PARTICIPANT: hers} | dict.fromkeys(WHO_WORKS_WITH_IT, all_rows)
    objects = OwnedQuerySet["Reading"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "participant"], name="read_once")]


class Suggestion(OrganisationOwned):
    """What a reader would say otherwise in one version: the words it is about, and hers instead."""

    version = models.ForeignKey(DraftVersion, on_delete=models.CASCADE, related_name="suggestions")
    participant = models.ForeignKey("people.Participant", on_delete=models.CASCADE, related_name="+")
    about_words = EncryptedText(blank=True)
    words = EncryptedText()
    at = models.DateTimeField()
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in SuggestionState], default=SuggestionState.OPEN
    )

    ABOUT = "participant_id"
    VISIBLE_TO = {Role.PARTICIPANT: hers} | dict.fromkeys(WHO_WORKS_WITH_IT, all_rows)
    objects = OwnedQuerySet["Suggestion"].as_manager()
