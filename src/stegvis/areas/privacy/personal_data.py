"""Every personal field of this area, and the words a participant reads for these and for the kernel's in her copy."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stegvis.kernel import personal_data
from stegvis.kernel.personal_data import Erase, Ground, KeepFor, PersonalField


def _of_a_copy(field: str, purpose: str) -> PersonalField:
    return PersonalField("privacy.Copy", field, purpose, Ground.LAW, KeepFor.SEVEN_DAYS, Erase.DELETE_ROW)


OF_LEAVING = (
    _of_a_copy("language", "The language she wants to read her copy in."),
    _of_a_copy("asked_at", "When she asked for her copy, so that it is made in turn."),
    _of_a_copy("ready_at", "When her copy was ready: a week later it goes."),
    _of_a_copy("content", "All that is kept about her, as she asked for it. Encrypted."),
    PersonalField(
        "privacy.LeavingWish",
        "noted_at",
        "When an adviser wrote down that she wants to be deleted, until she has answered.",
        Ground.SERVICE,
        KeepFor.WHILE_IN_TOUCH,
        Erase.DELETE_ROW,
    ),
)


def _of_a_question(field: str, purpose: str) -> PersonalField:
    return PersonalField(
        "privacy.Question", field, purpose, Ground.SERVICE, KeepFor.WHILE_IN_TOUCH, Erase.DELETE_ROW
    )


OF_QUESTIONS = (
    _of_a_question("role", "In which role somebody had looked whom she asks about."),
    _of_a_question("why", "On which page they had looked, as a code."),
    _of_a_question("on", "On which day they had looked."),
    _of_a_question("words", "What she asked about the look. Encrypted."),
    _of_a_question("asked_at", "When she asked, so that who has waited longest is answered first."),
    _of_a_question("answer", "What she was answered. Encrypted."),
    _of_a_question("answered_at", "When she was answered."),
)

WORDS: dict[str, Promise] = {
    "Question": _("What you asked about a look"),
    "Question.about_seat": _("Who had looked"),
    "Question.role": _("As"),
    "Question.why": _("What was opened"),
    "Question.on": _("On which day"),
    "Question.words": _("Your question"),
    "Question.asked_at": _("Asked"),
    "Question.answer": _("The answer"),
    "Question.answered_by": _("Answered by"),
    "Question.answered_at": _("Answered"),
    "Copy": _("Your own copy"),
    "Copy.language": _("In which language"),
    "Copy.asked_at": _("Asked"),
    "Copy.ready_at": _("Ready"),
    "Copy.content": _("What stands in it"),
    "LeavingWish": _("Your wish to be deleted"),
    "LeavingWish.told_by_seat": _("Written down by"),
    "LeavingWish.noted_at": _("When"),
}
"""What she reads in her own copy: the heading of each table's rows, and the label of each field."""

OF_KERNEL: dict[str, Promise] = {
    "Look": _("Who has looked"),
    "Look.seat_id": _("Who"),
    "Look.role": _("As"),
    "Look.about": _("Your number here"),
    "Look.why": _("Why"),
    "Look.at": _("When"),
    "JournalEntry": _("What was done here"),
    "JournalEntry.seat_id": _("Who"),
    "JournalEntry.role": _("As"),
    "JournalEntry.what": _("With what"),
    "JournalEntry.about": _("Its number here"),
    "JournalEntry.outcome": _("What came of it"),
    "JournalEntry.at": _("When"),
    "ClosedDoor": _("What you have closed"),
    "ClosedDoor.about": _("Your number here"),
    "ClosedDoor.seat_id": _("To whom"),
    "ClosedDoor.user_id": _("The number of whoever it is"),
    "ClosedDoor.section": _("Which part"),
    "ClosedDoor.by_seat": _("Written down by"),
    "ClosedDoor.closed_at": _("When"),
}


def _of_sharing(model: str, field: str, purpose: str) -> PersonalField:
    return PersonalField(
        f"privacy.{model}", field, purpose, Ground.CONSENT, KeepFor.WHILE_IN_TOUCH, Erase.DELETE_ROW
    )


OF_SHARING = (
    _of_sharing("Grant", "purpose", "What something is shared for, and nothing else."),
    _of_sharing("Grant", "words", "What it is shared for, in the person's own words. Encrypted."),
    _of_sharing("Grant", "until_on", "Until when something is shared; after that nobody can read it."),
    _of_sharing("Grant", "given_at", "Shows the person when something was shared."),
    _of_sharing("Grant", "confirmed_at", "Tells since when it counts: when the person said yes to it."),
    _of_sharing("Grant", "ended_at", "Shows the person, and nobody else, when it was taken back."),
    _of_sharing("GrantItem", "item", "Names what is shared; what is not named is not."),
    _of_sharing("Reading", "item", "Shows the person what was read of what is shared."),
    _of_sharing("Reading", "at", "Shows the person when it was read."),
)

SHARING_WORDS: dict[str, Promise] = {
    "Grant": _("What you share"),
    "Grant.recipient": _("With whom"),
    "Grant.purpose": _("What for"),
    "Grant.words": _("More about what for"),
    "Grant.until_on": _("Until when"),
    "Grant.given_at": _("Written down"),
    "Grant.told_by_seat": _("Written down by"),
    "Grant.confirmed_at": _("You have confirmed it"),
    "Grant.paper_seat": _("Has your signature on paper"),
    "Grant.ended_at": _("Taken back"),
    "GrantItem": _("The things you share"),
    "GrantItem.grant": _("Belongs to"),
    "GrantItem.item": _("What"),
    "Reading": _("What has been read"),
    "Reading.grant": _("Belongs to"),
    "Reading.item": _("What"),
    "Reading.at": _("When"),
}
"""What she reads in her own copy: the heading of each table's rows, and the label of each field."""


def declare() -> None:
    personal_data.declare(OF_SHARING)
    keys = ("id", "organisation_id", "participant", "recipient", "told_by_seat", "paper_seat")
    personal_data.declare_not_personal("privacy.Grant", *keys)
    personal_data.declare_words("privacy", SHARING_WORDS)
    personal_data.declare(OF_LEAVING)
    personal_data.declare(OF_QUESTIONS)
    personal_data.declare_not_personal("privacy.Copy", "step", "steps")
    personal_data.declare_words("privacy", WORDS)
    personal_data.declare_words("kernel", OF_KERNEL)
