"""Every personal field of this area."""

from stegvis.kernel import personal_data
from stegvis.kernel.personal_data import Erase, Ground, KeepFor, PersonalField


def _of_the_service(model: str, field: str, purpose: str, erase: Erase = Erase.DELETE_ROW) -> PersonalField:
    return PersonalField(f"admission.{model}", field, purpose, Ground.SERVICE, KeepFor.WHILE_IN_TOUCH, erase)


FIELDS = (
    _of_the_service("TalkRequest", "way", "How the person would like her talk to come about."),
    _of_the_service("TalkRequest", "phone", "A number she gave so that we can call her about the talk."),
    _of_the_service("TalkRequest", "answer", "What an adviser answered her: when and where to meet."),
    _of_the_service("TalkRequest", "answered_at", "When she was answered, shown to her with the answer."),
    _of_the_service(
        "TalkRequest", "asked_at", "Since when she has waited: talks are offered in order of asking."
    ),
    _of_the_service("TalkRequest", "state", "Whether she still waits for a talk."),
    _of_the_service("Talk", "started_at", "When the talk was begun, since it may take several meetings."),
    _of_the_service("Talk", "held_on", "The day the talk was held: it opens the way into groups (S1-12)."),
    _of_the_service("Talk", "good_for_me", "Her own words for what would be good for her now."),
    _of_the_service("Talk", "good_to_know", "Everyday things that make it safe for her to be here."),
    _of_the_service("Talk", "if_it_does_not_fit", "What the two agreed to do if it does not fit."),
    _of_the_service("Talk", "greeting", "Whether she wants to be greeted outside."),
    _of_the_service("Talk", "review_on", "When the two agreed to talk again."),
    _of_the_service("Talk", "wants_talks", "Her own wish for talks about what happened (S2-07)."),
    _of_the_service("Talk", "read_by_participant_at", "When she confirmed that she has read her copy."),
    _of_the_service("Talk", "wish_for_change", "What she would like written differently in her copy."),
    _of_the_service(
        "Talk", "saved_at", "When it was last written in, shown when two write at the same time."
    ),
    _of_the_service(
        "OfferingChoice", "choice", "What she said about an offering: now, maybe later, not for me."
    ),
    _of_the_service("TalkBooking", "booked_at", "When she chose a time for her talk."),
    _of_the_service("TalkBooking", "confirmed_at", "When she confirmed a time an adviser noted for her."),
    _of_the_service(
        "Introduction", "introduced_at", "When she was introduced to the rules and read the promise (S1-17)."
    ),
    _of_the_service("Introduction", "confirmed_at", "When she confirmed what an adviser noted for her."),
)

TEXT_COLUMNS = ("subject", "number", "language", "words", "mark", "made_at")
"""What the house says about itself, whoever reads it."""


TIME_COLUMNS = ("on", "starts", "ends", "starts_at", "ends_at", "place", "taken_without_name")
"""When an adviser has room, whoever comes."""


def declare() -> None:
    personal_data.declare(FIELDS)
    personal_data.declare_not_personal("admission.Talk", "documentation")
    personal_data.declare_not_personal("admission.IntroductionText", *TEXT_COLUMNS)
    personal_data.declare_not_personal("admission.TalkTime", *TIME_COLUMNS)
