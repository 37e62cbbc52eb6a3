"""Words for every code of user participation."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from stegvis.areas.messages.api import Words

from .rules import How, Refusal, Wish

WORKING_GROUPS = _("Working groups")
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
}

LOOKS: dict[str, Promise] = {
    "participation.group": _("Opened a working group that you sit in"),
    "participation.for_person": _("Looked at which working groups you sit in"),
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


STAYS_WITH_GROUP = (
    _("What a working group talked about and decided"),
    _("It belongs to the group. That it came from you goes."),
)
"""What stays when a member leaves the house for good, and why."""
