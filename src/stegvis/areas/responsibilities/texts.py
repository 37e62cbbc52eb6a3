"""Words for every code of tasks."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from stegvis.areas.messages.api import Words

from .rules import Missing, Purpose, Refusal, Said, Standing, TaskKind

TASKS = _("Tasks people want")

KINDS: dict[TaskKind, Promise] = {
    TaskKind.COFFEE: _("Make coffee"),
    TaskKind.LUNCH: _("Set out lunch"),
    TaskKind.OTHER: _("Something else"),
}

PURPOSES: dict[Purpose, Promise] = {
    Purpose.MASTERY: _("To feel that I can do it"),
    Purpose.SOCIAL_SKILLS: _("To practise being together with others"),
}
"""In her own voice."""

PURPOSES_AT_DESK: dict[Purpose, Promise] = {
    Purpose.MASTERY: _("Mastery"),
    Purpose.SOCIAL_SKILLS: _("Social skills"),
}

SAID: dict[Said, Promise] = {
    Said.GOOD: _("Yes, it is good for me"),
    Said.CHANGE: _("I would like something to be different"),
}

SAID_AT_DESK: dict[Said, Promise] = {
    Said.GOOD: _("“Yes, it is good for me”"),
    Said.CHANGE: _("“I would like something to be different”"),
}

STANDINGS: dict[Standing, Promise] = {
    Standing.WISHED: _("Wished for"),
    Standing.ASKED: _("Waits for a yes of their own"),
    Standing.RUNS: _("Is theirs"),
    Standing.RESTS: _("The staff do it for now"),
}

MISSING: dict[Missing, Promise] = {
    Missing.POSSIBLE: _("Such tasks are switched off for this offering."),
    Missing.OWN_YES: _("The person's own yes."),
    Missing.GUIDE: _("Somebody employed here who goes along."),
    Missing.PURPOSE: _("What it is for."),
    Missing.REVIEW_DATE: _("A day to talk about how it is."),
    Missing.REVIEW: _("The day to talk about it has passed. Ask how it is, and agree on a new day."),
}
"""What staff read: what a task still needs."""

NO_GUIDE = _("Choose who goes along. Without somebody employed here it cannot begin.")
NOT_EMPLOYED = _("Only somebody who is employed here can go along. Choose one of those in the list.")
NO_PURPOSE = _("Say what it is for: mastery or social skills. It is never there to help us out.")
NO_REVIEW_DATE = _("Choose the day on which you talk about how it is.")

REFUSALS: dict[Refusal, Promise] = {
    Refusal.NO_GUIDE: NO_GUIDE,
    Refusal.NOT_EMPLOYED: NOT_EMPLOYED,
    Refusal.NO_PURPOSE: NO_PURPOSE,
    Refusal.NO_REVIEW_DATE: NO_REVIEW_DATE,
    Refusal.REVIEW_DATE_HAS_PASSED: _("That day is not to come. Choose a later one."),
    Refusal.REVIEW_TOO_FAR: _("That is more than half a year away. Choose an earlier day."),
    Refusal.NOT_COMPLETE: _(
        "Something is still missing on our side, so it cannot begin yet. You need not do anything."
    ),
    Refusal.NOT_POSSIBLE: _("This is not a task here just now. The staff do it. Look at what else there is."),
    Refusal.TOO_FEW_STAFF: _(
        "There are too few of us at the next meeting. Find staff for it first: a task never starts from a gap."
    ),
    Refusal.KEEPS_NOTHING: _(
        "We write nothing about people in this service. Whoever wants it wishes for it under "
        "“Tasks”, and says what for."
    ),
    Refusal.NO_TASK_CHOSEN: _("Choose at least one task, or “No”."),
    Refusal.SIGNED_TO_COME: _("That day has not come yet. Choose the day on which it was signed."),
}

LOOKS: dict[str, Promise] = {
    "responsibilities.tasks": _("Saw which tasks you want or have"),
    "responsibilities.task": _("Looked at a task of yours"),
    "responsibilities.at_meeting": _("Saw who has a task at a meeting"),
    "responsibilities.comes_here": _("Looked at who comes to the open house, to write down a wish"),
}

GUIDED_IN_NAME = _("Goes along with people who have a task")

WRITTEN_DOWN = "responsibilities.written_down"
"""The kind of message that says: look at what we have written down, and say yes or no."""
TAKEN_OVER = "responsibilities.taken_over"
"""The kind of message that says: the staff do it from now on."""


def written_down(arguments: Mapping[str, str], language: str) -> Words:
    with override(language):
        return Words(
            subject=gettext("Something to say yes or no to"),
            text=gettext(
                "We have written down what you would like to do. Nothing begins before you say yes."
            ),
            href=reverse("responsibilities:mine"),
            action=gettext("Look at it"),
        )


def written_down_spoken(arguments: Mapping[str, str], language: str) -> str:
    with override(language):
        return gettext(
            "We have written down what you would like to do. Look at it together the next time, on paper. "
            "Nothing begins before you say yes."
        )


def taken_over(arguments: Mapping[str, str], language: str) -> Words:
    with override(language):
        return Words(
            subject=gettext("We do it ourselves from now on"),
            text=gettext(
                "You have done nothing wrong. All else is as before, and you can wish for it again."
            ),
            href=reverse("responsibilities:mine"),
            action=gettext("See your tasks"),
        )


def taken_over_spoken(arguments: Mapping[str, str], language: str) -> str:
    with override(language):
        return gettext(
            "We do the task ourselves from now on. You have done nothing wrong. All else is as before."
        )
