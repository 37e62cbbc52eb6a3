"""Every personal field of this area."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stegvis.kernel import personal_data
from stegvis.kernel.personal_data import Erase, Ground, KeepFor, PersonalField


def _of_the_service(model: str, field: str, purpose: str) -> PersonalField:
    return PersonalField(
        f"messages.{model}", field, purpose, Ground.SERVICE, KeepFor.WHILE_IN_TOUCH, Erase.DELETE_ROW
    )


def _chosen(field: str, purpose: str) -> PersonalField:
    return PersonalField(
        "messages.Reach", field, purpose, Ground.CONSENT, KeepFor.WHILE_IN_TOUCH, Erase.DELETE_ROW
    )


FIELDS = (
    _chosen("way", "How the person wants to hear from us outside her own page."),
    _chosen("address", "The e-mail address she chose to get notices at. Encrypted."),
    _chosen("phone", "The number she chose to be called at. Encrypted."),
    _chosen("others_may_see", "Whether it does no harm that others see that she gets a message."),
    _chosen("safe_from", "From when on a day it is safe to reach her."),
    _chosen("safe_until", "Until when on a day it is safe to reach her."),
    _chosen("code_word", "What a caller says first, so that she knows who calls. Encrypted."),
    _chosen("chosen_at", "When she chose it, shown to her."),
    _chosen("still_right_at", "When she last said that it is right: it is asked again at each contact."),
    _of_the_service("Message", "kind", "What the house tells her, as a code."),
    _of_the_service("Message", "arguments", "What fills the words of the message. Encrypted."),
    _of_the_service("Message", "at", "When it was written to her."),
    _of_the_service("Message", "reached_at", "When she saw it or was told: a time to answer runs from then."),
    _of_the_service("Message", "withdrawn_at", "When it was taken back because it no longer applies."),
    _of_the_service("Complaint", "words", "What she complains about. Encrypted; one named person reads it."),
    _of_the_service("Complaint", "answer_by", "How she wants the answer."),
    _of_the_service("Complaint", "phone", "The number at which she wants the answer. Encrypted."),
    _of_the_service("Complaint", "at", "When she complained: what waits longest is answered first."),
    _of_the_service("Complaint", "answer", "What she was answered. Encrypted."),
    _of_the_service("Complaint", "answered_at", "When she was answered."),
    *(
        PersonalField(
            "messages.NamedPerson",
            field,
            purpose,
            Ground.EMPLOYMENT,
            KeepFor.WHILE_IN_SEAT,
            Erase.KEEP_UNTIL_AGED,
        )
        for field, purpose in (
            ("name", "Whom people can complain to, told to everybody."),
            ("phone", "Where that person can be called."),
            ("address", "Where letters to that person go."),
        )
    ),
    _of_the_service("Letter", "words", "What she wrote to us, or an adviser to her. Encrypted."),
    _of_the_service("Letter", "at", "When it was written: who waits longest is answered first."),
    _of_the_service("Letter", "answered_at", "When she was answered."),
)

WORDS: dict[str, Promise] = {
    "Reach": _("How you hear from us"),
    "Reach.way": _("The way you chose"),
    "Reach.address": _("The e-mail address you chose"),
    "Reach.phone": _("The number you chose"),
    "Reach.others_may_see": _("Others may see that you get a message"),
    "Reach.safe_from": _("Safe from"),
    "Reach.safe_until": _("Safe until"),
    "Reach.code_word": _("The word we say first"),
    "Reach.still_right_at": _("You last said that it is right"),
    "Reach.told_by_seat": _("Written down by"),
    "Reach.chosen_at": _("Chosen"),
    "Message": _("What we have told you"),
    "Message.kind": _("What it was about"),
    "Message.arguments": _("What it said"),
    "Message.at": _("When"),
    "Message.reached_at": _("You saw it or were told"),
    "Message.withdrawn_at": _("We took it back"),
    "Delivery": _("Calls to you"),
    "Delivery.told_by_seat": _("Who told you"),
    "Complaint": _("What you have complained about"),
    "Complaint.seat": _("Who reads it"),
    "Complaint.words": _("What you wrote"),
    "Complaint.answer_by": _("How you want the answer"),
    "Complaint.phone": _("The number you chose"),
    "Complaint.at": _("When"),
    "Complaint.answer": _("The answer"),
    "Complaint.answered_at": _("Answered"),
    "Letter": _("What you and we have written"),
    "Letter.by_seat": _("From"),
    "Letter.words": _("What was written"),
    "Letter.at": _("When"),
    "Letter.answered_at": _("Answered"),
}
"""What she reads in her own copy: the heading of each table's rows, and the label of each field."""


def declare() -> None:
    personal_data.declare(FIELDS)
    personal_data.declare_not_personal("messages.Message", "key", "about")
    personal_data.declare_not_personal("messages.NamedPerson", "named_at")
    delivery = ("state", "why", "attempts", "since", "not_before")
    personal_data.declare_not_personal("messages.Delivery", *delivery)
    personal_data.declare_words("messages", WORDS)
