"""Every personal field of this area."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stegvis.kernel import personal_data
from stegvis.kernel.personal_data import Erase, Ground, KeepFor, PersonalField


def _of_her_own_wish(model: str, field: str, purpose: str) -> PersonalField:
    return PersonalField(
        f"participation.{model}", field, purpose, Ground.CONSENT, KeepFor.WHILE_IN_TOUCH, Erase.DELETE_ROW
    )


FIELDS = (
    _of_her_own_wish("Member", "shown_as", "What she wants to be called in a working group. Encrypted."),
    _of_her_own_wish("Member", "joined_at", "Since when she sits in a working group, of her own wish."),
    _of_her_own_wish("Note", "words", "What she told a working group under a name she chose. Encrypted."),
    _of_her_own_wish("Note", "signed", "The name she wrote a note under. Encrypted."),
    _of_her_own_wish("Note", "on", "The day she wrote the note; it goes a month after it was answered."),
    _of_her_own_wish("WillingToTell", "session", "The meeting at which she is willing to tell something."),
    _of_her_own_wish("Reader", "since_on", "Since when she gladly reads drafts before they go out."),
    _of_her_own_wish("Reading", "version", "Which version of a draft she has read."),
    _of_her_own_wish("Suggestion", "about_words", "The words in a draft that she would change. Encrypted."),
    _of_her_own_wish("Suggestion", "words", "What she would say instead. Encrypted."),
    _of_her_own_wish("Suggestion", "at", "When she suggested it."),
)

WORDS: dict[str, Promise] = {
    "Member": _("Your working groups"),
    "Member.group": _("Group"),
    "Member.shown_as": _("What the others there call you"),
    "Member.told_by_seat": _("Written down by"),
    "Member.joined_at": _("Since"),
    "Agreement": _("What you agreed with"),
    "Agreement.matter": _("The proposal"),
    "Note": _("What you told a working group"),
    "Note.group": _("Group"),
    "Note.words": _("What you wrote"),
    "Note.signed": _("The name you wrote"),
    "Note.on": _("Day"),
    "Note.reply": _("What the group answered"),
    "WillingToTell": _("Where you are willing to tell something"),
    "WillingToTell.session": _("Meeting"),
    "Reader": _("You gladly read drafts"),
    "Reader.since_on": _("Since"),
    "Reading": _("Drafts you have read"),
    "Reading.version": _("The draft"),
    "Suggestion": _("What you would say otherwise in a draft"),
    "Suggestion.version": _("The draft"),
    "Suggestion.about_words": _("The words it is about"),
    "Suggestion.words": _("What you would say instead"),
    "Suggestion.at": _("When"),
    "Suggestion.state": _("What became of it"),
}
"""What she reads in her own copy: the heading of each table's rows, and the label of each field."""


def declare() -> None:
    personal_data.declare(FIELDS)
    personal_data.declare_words("participation", WORDS)
    personal_data.declare_not_personal("participation.Member", "seat")
    personal_data.declare_not_personal("participation.Suggestion", "state")
