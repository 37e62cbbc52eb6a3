"""Messages to participants, what the two sides write to each other, and how each person wants to be reached."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from stegvis.kernel.actor import Actor
from stegvis.kernel.encryption import EncryptedText
from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import Role

from ..rules import DeliveryState, Way, Why, hers_alone

SECTION = "messages"
"""What she can close to all who work here at once: what she and they write to each other, and what the house tells her.
Not the calls that bring her the news.
"""


def my_own(actor: Actor) -> Q:
    return Q(participant__user_id=actor.user_id)


def of_my_own_message(actor: Actor) -> Q:
    return Q(message__participant__user_id=actor.user_id)


def not_hers_alone(actor: Actor) -> Q:
    """What an adviser tells her on the phone and finds in her thread; not that somebody outside the line wrote."""
    return ~Q(kind__in=hers_alone())


def of_messages_to_tell(actor: Actor) -> Q:
    return ~Q(message__kind__in=hers_alone())


class Reach(OrganisationOwned):
    """How somebody wants to hear from us. `told_by_seat` until she confirms what an adviser wrote down for her.

    `others_may_see`: whether it does no harm that others see that she gets a message; without a yes nothing is mailed.
    `safe_from`, `safe_until`: when it is safe, by the house's wall clock; open when empty. `code_word` is what a caller
    says first. `still_right_at`: when she last said that all of it is right, since that can change overnight.
    """

    participant = models.OneToOneField("people.Participant", on_delete=models.CASCADE, related_name="+")
    way = models.CharField(max_length=10, choices=[(w.value, w.value) for w in Way], default=Way.HERE)
    address = EncryptedText(blank=True)
    phone = EncryptedText(blank=True)
    others_may_see = models.BooleanField(default=False)
    safe_from = models.TimeField(null=True)
    safe_until = models.TimeField(null=True)
    code_word = EncryptedText(blank=True)
    told_by_seat = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField()
    still_right_at = models.DateTimeField()

    ABOUT = "participant_id"
    VISIBLE_TO = {Role.PARTICIPANT: my_own, Role.ADVISER: all_rows, Role.HOUSEKEEPER: all_rows}
    objects = OwnedQuerySet["Reach"].as_manager()


class Message(OrganisationOwned):
    """Something the house tells one person. `key` names what it tells, so that nothing is told twice.

    `arguments` (JSON) fill the words of its kind. It is reached once she has opened it or was told on the phone.
    """

    participant = models.ForeignKey("people.Participant", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=60)
    about = models.UUIDField()
    arguments = EncryptedText(blank=True)
    key = models.CharField(max_length=200)
    at = models.DateTimeField()
    reached_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    ABOUT = "participant_id"
    SECTION = SECTION
    VISIBLE_TO = {Role.PARTICIPANT: my_own, Role.ADVISER: not_hers_alone, Role.HOUSEKEEPER: all_rows}
    objects = OwnedQuerySet["Message"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation_id", "key"], name="one_message_a_key")]
        indexes = [models.Index(fields=["participant", "at"], name="messages_of_a_person")]


class Delivery(OrganisationOwned):
    """The way of one message to somebody outside her page: by e-mail through the outbox, or by a call.

    `attempts` counts e-mails begun; `since` is when it came into its state; `not_before` when the next attempt is due.
    """

    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="delivery")
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in DeliveryState])
    why = models.CharField(max_length=10, choices=[(w.value, w.value) for w in Why], blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    since = models.DateTimeField()
    not_before = models.DateTimeField()
    told_by_seat = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")

    ABOUT = "message__participant_id"
    VISIBLE_TO = {
        Role.PARTICIPANT: of_my_own_message,
        Role.ADVISER: of_messages_to_tell,
        Role.HOUSEKEEPER: all_rows,
    }
    objects = OwnedQuerySet["Delivery"].as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["organisation_id", "state", "not_before"],
                condition=Q(state__in=["waiting", "sending", "to_call"]),
                name="deliveries_under_way",
            )
        ]


class Letter(OrganisationOwned):
    """What somebody wrote in a thread: the participant herself (`by_seat` empty), or an adviser in answer to her.

    `answered_at`, for hers only: when an adviser wrote back or talked with her about it.
    """

    participant = models.ForeignKey("people.Participant", on_delete=models.CASCADE, related_name="+")
    by_seat = models.ForeignKey("people.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    words = EncryptedText()
    at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    ABOUT = "participant_id"
    SECTION = SECTION
    VISIBLE_TO = {Role.PARTICIPANT: my_own, Role.ADVISER: all_rows}
    objects = OwnedQuerySet["Letter"].as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["participant", "at"], name="letters_of_a_person"),
            models.Index(
                fields=["organisation_id", "at"],
                condition=Q(by_seat=None, answered_at=None),
                name="letters_not_answered",
            ),
        ]
