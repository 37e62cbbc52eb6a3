"""Wishes for a talk, the clarification talk, and what the two agreed in it."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import models
from django.db.models import Q

from stegvis.kernel.actor import Actor
from stegvis.kernel.encryption import EncryptedText
from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import Role

from .rules import Choice, Greeting, RequestState, Subject, Way

SECTION = "talks"
"""What she can close to all who work here at once: her wishes for a talk, and her talks."""


def my_own(actor: Actor) -> Q:
    return Q(participant__user_id=actor.user_id)


def of_my_own_talk(actor: Actor) -> Q:
    return Q(talk__participant__user_id=actor.user_id)


class TalkRequest(OrganisationOwned):
    """Somebody would like a talk, perhaps because of an offering (S1-12)."""

    participant = models.ForeignKey("people.Participant", on_delete=models.CASCADE, related_name="+")
    listing = models.ForeignKey("directory.Listing", null=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=20, choices=[(s.value, s.value) for s in RequestState], default=RequestState.ASKED
    )
    way = models.CharField(max_length=20, choices=[(w.value, w.value) for w in Way], blank=True)
    phone = EncryptedText(blank=True)
    answer = EncryptedText(blank=True)
    answered_by = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    told_by_seat = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()

    ABOUT = "participant_id"
    SECTION = SECTION
    VISIBLE_TO = {Role.PARTICIPANT: my_own, Role.ADVISER: all_rows}
    objects = OwnedQuerySet["TalkRequest"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant"], condition=Q(state="asked"), name="one_open_wish_for_a_talk"
            )
        ]
        indexes = [
            models.Index(
                fields=["organisation_id", "asked_at"], condition=Q(state="asked"), name="waiting_for_a_talk"
            )
        ]


class Talk(OrganisationOwned):
    """A clarification talk, filled in together. Held once both are done; until then it can be gone on with.

    `documentation` is the mode it was begun in (X-15): a later change of the service does not reach back.
    `wish_for_change` is what the participant would like written differently in her copy.
    """

    participant = models.ForeignKey("people.Participant", on_delete=models.CASCADE, related_name="+")
    adviser = models.ForeignKey("people.Seat", on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    held_on = models.DateField(null=True)
    held_before = models.BooleanField(default=False)
    documentation = models.CharField(max_length=20)
    good_for_me = EncryptedText(blank=True)
    good_to_know = EncryptedText(blank=True)
    if_it_does_not_fit = EncryptedText(blank=True)
    greeting = models.CharField(max_length=20, choices=[(g.value, g.value) for g in Greeting], blank=True)
    review_on = models.DateField(null=True)
    wants_talks = models.BooleanField(default=False)
    read_by_participant_at = models.DateTimeField(null=True)
    wish_for_change = EncryptedText(blank=True)
    saved_by = models.ForeignKey("people.Seat", on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    ABOUT = "participant_id"
    SECTION = SECTION
    VISIBLE_TO = {Role.PARTICIPANT: my_own, Role.ADVISER: all_rows}
    objects = OwnedQuerySet["Talk"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant"], condition=Q(held_on=None), name="one_unfinished_talk_a_person"
            )
        ]


class OfferingChoice(OrganisationOwned):
    """What the person said about one offering, and that both talked through what to expect (S1-13, S1-14)."""

    talk = models.ForeignKey(Talk, on_delete=models.CASCADE, related_name="choices")
    listing = models.ForeignKey("directory.Listing", on_delete=models.PROTECT, related_name="+")
    choice = models.CharField(max_length=20, choices=[(c.value, c.value) for c in Choice])
    expectations_said_by_person = models.BooleanField(default=False)
    expectations_said_by_adviser = models.BooleanField(default=False)

    ABOUT = "talk__participant_id"
    SECTION = SECTION
    VISIBLE_TO = {Role.PARTICIPANT: of_my_own_talk, Role.ADVISER: all_rows}
    objects = OwnedQuerySet["OfferingChoice"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["talk", "listing"], name="one_choice_an_offering")]


def free_or_my_own(actor: Actor) -> Q:
    """She sees which times are free, and her own; never that, or by whom, another is taken."""
    return Q(taken_without_name=False, booking=None) | Q(booking__wish__participant__user_id=actor.user_id)


def of_my_own_wish(actor: Actor) -> Q:
    return Q(wish__participant__user_id=actor.user_id)


class TalkTime(OrganisationOwned):
    """A time at which an adviser has room for a talk. Past ones go the day after, with what was booked.

    `taken_without_name`: somebody who has not said who they are comes then (X-15).
    """

    adviser = models.ForeignKey("people.Seat", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=120, blank=True)
    taken_without_name = models.BooleanField(default=False)

    VISIBLE_TO = {Role.PARTICIPANT: free_or_my_own, Role.ADVISER: all_rows, Role.HOUSEKEEPER: all_rows}
    objects = OwnedQuerySet["TalkTime"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["adviser", "starts_at"], name="one_time_at_a_time")]
        indexes = [models.Index(fields=["organisation_id", "starts_at"], name="talk_times_to_come")]


class TalkBooking(OrganisationOwned):
    """A time that somebody who would like a talk has chosen. A wish has one, and a time is had by one.

    `told_by_seat`: an adviser wrote it down for her, which she may confirm.
    """

    time = models.OneToOneField(TalkTime, on_delete=models.CASCADE, related_name="booking")
    wish = models.OneToOneField(TalkRequest, on_delete=models.CASCADE, related_name="booking")
    booked_at = models.DateTimeField()
    told_by_seat = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    ABOUT = "wish__participant_id"
    SECTION = SECTION
    VISIBLE_TO = {Role.PARTICIPANT: of_my_own_wish, Role.ADVISER: all_rows}
    objects = OwnedQuerySet["TalkBooking"].as_manager()


class IntroductionTextQuerySet(OwnedQuerySet["IntroductionText"]):
    def newest(
        self, actor: Actor, listing_id: UUID, of: UUID | None = None
    ) -> dict[Subject, IntroductionText]:
        """The newest version of each text that is read before this offering, as far as anybody has read one.

        `of`: the group whose agreement is read, if any.
        """
        found = self.newest_of_all(actor, listing_id, [of] if of else [])
        return {subject: row for (subject, _), row in found.items()}

    def newest_of_all(
        self, actor: Actor, listing_id: UUID, groups: Collection[UUID]
    ) -> dict[tuple[Subject, UUID | None], IntroductionText]:
        """The same for several groups of the offering, by subject and group."""
        here = Q(listing_id=listing_id) & (Q(of=None) | Q(of__in=groups))
        rows = self.visible_to(actor).filter(here | Q(listing=None)).order_by("number")
        return {(Subject(row.subject), row.of): row for row in rows}


class IntroductionText(OrganisationOwned):
    """One version of what people are introduced to (S1-17, S1-19). Never changed: other words are the next number.

    A version is made when somebody first reads the words. `listing` is set for the rules of an offering and of a group
    in it; `of` is that group, by the id that a higher area gave (see `texts.declare_introduction`). `words` are in the
    language in which they were written, which are the ones that count; `mark` is of these words.
    """

    subject = models.CharField(max_length=20, choices=[(s.value, s.value) for s in Subject])
    listing = models.ForeignKey("directory.Listing", null=True, on_delete=models.PROTECT, related_name="+")
    of = models.UUIDField(null=True)
    number = models.PositiveIntegerField()
    language = models.CharField(max_length=2)
    words = models.TextField()
    mark = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    VISIBLE_TO = {Role.PARTICIPANT: all_rows, Role.ADVISER: all_rows}
    objects = IntroductionTextQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["listing", "number"],
                condition=Q(listing__isnull=False, of=None),
                name="one_text_a_number",
            ),
            models.UniqueConstraint(
                fields=["of", "number"], condition=Q(of__isnull=False), name="one_text_of_a_group_a_number"
            ),
            models.UniqueConstraint(
                fields=["organisation_id", "subject", "number"],
                condition=Q(listing=None),
                name="one_text_of_the_house_a_number",
            ),
        ]


class Introduction(OrganisationOwned):
    """Somebody was introduced to one version: by herself, or with the adviser `told_by_seat`, whom she may confirm."""

    participant = models.ForeignKey("people.Participant", on_delete=models.CASCADE, related_name="+")
    text = models.ForeignKey(IntroductionText, on_delete=models.PROTECT, related_name="read_by")
    introduced_at = models.DateTimeField()
    told_by_seat = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    ABOUT = "participant_id"
    VISIBLE_TO = {Role.PARTICIPANT: my_own, Role.ADVISER: all_rows}
    objects = OwnedQuerySet["Introduction"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant", "text"], name="one_introduction_a_version")
        ]
