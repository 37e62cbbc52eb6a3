"""Words for every code of user participation."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from stegvis.areas.directory.api import ParticipationKind
from stegvis.areas.messages.api import Words

from .rules import DraftKind, How, Refusal, SuggestionState, Wish

WORKING_GROUPS = _("Working groups")
HAVE_A_SAY = _("Have a say")
DRAFTS = _("Drafts")
HOW_PEOPLE_TAKE_PART = _("How people take part")
SOMEBODY = _("Somebody who comes here")
"""A member who has chosen no name for the group."""

WISHES: dict[Wish, Promise] = {
    Wish.TALK: _("Talk about it"),
    Wish.DECIDE: _("Decide it"),
}

HOW: dict[How, Promise] = {
    How.ALL_AGREED: _("Everybody agreed"),
    How.IN_MEETING: _("Decided in a meeting"),
}

REFUSALS: dict[Refusal, Promise] = {
    Refusal.NOTHING_WRITTEN: _("Write something first. A few words will do."),
    Refusal.NOT_OPEN: _(
        "This has been settled meanwhile. You find it further down, or you can raise it again."
    ),
    Refusal.NOT_TO_DECIDE: _("This is only to talk about. Raise it anew as something to decide."),
    Refusal.NO_USER_AGREES: _(
        "Nobody who comes here has agreed yet. Ask them in the meeting, and let them press “I agree” first."
    ),
    Refusal.NOT_TO_COME: _("That day has not come yet. Choose the day of the meeting."),
    Refusal.GROUP_HAS_ENDED: _("This working group has ended. What it decided can still be read."),
    Refusal.NOTHING_TO_ANSWER: _("Somebody has answered these notes meanwhile. The answer stands below."),
    Refusal.NOT_ASKED_HERE: _(
        "Nobody is asked to tell something here. Would you like to? Say so to the one who receives you."
    ),
    Refusal.NOT_READ: _(
        "Nobody who comes here has read these words yet. Wait for a reader, or publish it without the mark."
    ),
    Refusal.SUGGESTIONS_OPEN: _("A reader has suggested something. Answer it first, then it can say so."),
    Refusal.SUGGESTION_TAKEN: _(
        "You took a suggestion. Write it into the text: that is a new version, for a reader to read."
    ),
    Refusal.NOTHING_CHANGED: _("The words are the same as before. Change them, or leave them as they are."),
}

DRAFT_KINDS: dict[DraftKind, Promise] = {
    DraftKind.INVITATION: _("An invitation"),
    DraftKind.RULE: _("A rule"),
    DraftKind.POSTER: _("A poster"),
    DraftKind.OTHER: _("Something else"),
}

SUGGESTION_STATES: dict[SuggestionState, Promise] = {
    SuggestionState.OPEN: _("Not answered yet"),
    SuggestionState.TAKEN: _("Taken into the text"),
    SuggestionState.LEFT: _("Left as it is"),
}

KINDS_IN_SHORT: dict[ParticipationKind, Promise] = {
    ParticipationKind.SHARE_WITH_WORKING_GROUP: _("Tell the working group"),
    ParticipationKind.DECIDE_IN_WORKING_GROUP: _("Decide along"),
    ParticipationKind.SHARE_EXPERIENCE: _("Tell each other"),
    ParticipationKind.EVERYDAY_LANGUAGE: _("Everyday words"),
}
"""The four ways of taking part, as headings of a table (S1-04)."""

LANGUAGES: dict[str, str] = {"nb": "Norsk", "da": "Dansk", "sv": "Svenska", "en": "English"}
"""Each language by its own name: what a draft is written in."""

LOOKS: dict[str, Promise] = {
    "participation.group": _("Opened a working group that you sit in"),
    "participation.for_person": _("Looked at which working groups you sit in"),
    "participation.draft": _("Opened a draft to which you have suggested something"),
}

ADDED = "participation.added"
"""The kind of message that says: somebody wrote down that you want to sit in a working group."""


def added(arguments: Mapping[str, str], language: str) -> Words:
    with override(language):
        return Words(
            subject=gettext("You sit in a working group"),
            text=gettext("You have said yes to %(name)s. Look at it, and choose what you are called there.")
            % arguments,
            href=reverse("participation:mine"),
            action=gettext("See the working group"),
        )


def added_spoken(arguments: Mapping[str, str], language: str) -> str:
    with override(language):
        return gettext("You sit in the working group %(name)s now, as you said.") % arguments


TO_READ = "participation.draft_to_read"
"""The kind of message that says: there is a text to read, when you like."""


def to_read(arguments: Mapping[str, str], language: str) -> Words:
    with override(language):
        return Words(
            subject=gettext("Something to read"),
            text=gettext(
                "There is a text you can read before it goes out. You said you would like that. "
                "Only if you feel like it."
            ),
            href=reverse("participation:to_read", args=[arguments["draft"]]),
            action=gettext("Read it"),
        )


def to_read_spoken(arguments: Mapping[str, str], language: str) -> str:
    with override(language):
        return gettext("There is a text to read before it goes out, for whoever feels like it.")


STAYS_WITH_GROUP = (
    _("What a working group talked about and decided"),
    _("It belongs to the group. That it came from you goes."),
)
"""What stays when a member leaves the house for good, and why."""

STAYS_WITHOUT_NAME = (
    _("What you told a working group without a name"),
    _("Nobody knows that it came from you, so nobody can find it. It goes within a year."),
)
"""What stays of notes without a name, and why."""
