"""Every personal field of this area."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

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

TEXT_COLUMNS = ("subject", "of", "number", "language", "words", "mark", "made_at")
"""What the house says about itself, whoever reads it."""


TIME_COLUMNS = ("on", "starts", "ends", "starts_at", "ends_at", "place", "taken_without_name")
"""When an adviser has room, whoever comes."""

WORDS: dict[str, Promise] = {
    "TalkRequest": _("Your wish for a talk"),
    "TalkRequest.listing": _("What you wanted to join"),
    "TalkRequest.way": _("The way you chose"),
    "TalkRequest.phone": _("The number you gave"),
    "TalkRequest.answer": _("What we answered"),
    "TalkRequest.answered_by": _("Who answered"),
    "TalkRequest.answered_at": _("Answered"),
    "TalkRequest.told_by_seat": _("Written down by"),
    "TalkRequest.asked_at": _("Asked"),
    "TalkRequest.state": _("How it stands"),
    "Talk": _("Your talk"),
    "Talk.adviser": _("You talked with"),
    "Talk.started_at": _("Begun"),
    "Talk.held_on": _("Held on"),
    "Talk.held_before": _("Held before we wrote it here"),
    "Talk.good_for_me": _("What is good for you now"),
    "Talk.good_to_know": _("Good to know about you"),
    "Talk.if_it_does_not_fit": _("If it does not fit"),
    "Talk.greeting": _("If we meet outside"),
    "Talk.review_on": _("When you talk again"),
    "Talk.wants_talks": _("You would like talks about what happened"),
    "Talk.read_by_participant_at": _("You have read it"),
    "Talk.wish_for_change": _("What you want written differently"),
    "Talk.saved_by": _("Last written in by"),
    "Talk.saved_at": _("Last written in"),
    "OfferingChoice": _("What you said about offerings"),
    "OfferingChoice.listing": _("Offering"),
    "OfferingChoice.choice": _("Your answer"),
    "OfferingChoice.expectations_said_by_person": _("You said what you expect"),
    "OfferingChoice.expectations_said_by_adviser": _("The adviser said what to expect"),
    "TalkBooking": _("Your time for a talk"),
    "TalkBooking.time": _("The time"),
    "TalkBooking.booked_at": _("Chosen"),
    "TalkBooking.told_by_seat": _("Written down by"),
    "TalkBooking.confirmed_at": _("You have confirmed it"),
    "Introduction": _("What you have read before the first time"),
    "Introduction.text": _("What it was about"),
    "Introduction.introduced_at": _("When"),
    "Introduction.told_by_seat": _("Written down by"),
    "Introduction.confirmed_at": _("You have confirmed it"),
}
"""What she reads in her own copy: the heading of each table's rows, and the label of each field."""


def declare() -> None:
    personal_data.declare(FIELDS)
    personal_data.declare_not_personal("admission.Talk", "documentation")
    personal_data.declare_not_personal("admission.IntroductionText", *TEXT_COLUMNS)
    personal_data.declare_not_personal("admission.TalkTime", *TIME_COLUMNS)
    personal_data.declare_words("admission", WORDS)
