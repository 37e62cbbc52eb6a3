"""Every personal field of this area."""

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
    _chosen("chosen_at", "When she chose it, shown to her."),
    _of_the_service("Message", "kind", "What the house tells her, as a code."),
    _of_the_service("Message", "arguments", "What fills the words of the message. Encrypted."),
    _of_the_service("Message", "at", "When it was written to her."),
    _of_the_service("Message", "reached_at", "When she saw it or was told: a time to answer runs from then."),
    _of_the_service("Message", "withdrawn_at", "When it was taken back because it no longer applies."),
    _of_the_service("Letter", "words", "What she wrote to us, or an adviser to her. Encrypted."),
    _of_the_service("Letter", "at", "When it was written: who waits longest is answered first."),
    _of_the_service("Letter", "answered_at", "When she was answered."),
)


def declare() -> None:
    personal_data.declare(FIELDS)
    personal_data.declare_not_personal("messages.Message", "key")
    delivery = ("state", "why", "attempts", "since", "not_before")
    personal_data.declare_not_personal("messages.Delivery", *delivery)
