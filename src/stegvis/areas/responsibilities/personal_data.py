"""Every personal field of this area."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stegvis.kernel import personal_data
from stegvis.kernel.personal_data import Erase, Ground, KeepFor, PersonalField


def _of(field: str, purpose: str, model: str = "Responsibility") -> PersonalField:
    return PersonalField(
        f"responsibilities.{model}", field, purpose, Ground.CONSENT, KeepFor.WHILE_IN_TOUCH, Erase.DELETE_ROW
    )


FIELDS = (
    _of("called", "The name that whoever goes along with her sees. Encrypted."),
    _of("wished_on", "When she wished for the task."),
    _of("own_yes_on", "The day of her own yes to it."),
    _of("purpose", "What she wants to get out of it: mastery or social skills."),
    _of("review_on", "When she is asked whether it is good for her."),
    _of("said", "Whether she says that it is good for her, or wants something to be different."),
    _of("words", "What she says about it in her own words. Encrypted.", "OwnWords"),
)

WORDS: dict[str, Promise] = {
    "Responsibility": _("Tasks you want or have"),
    "Responsibility.task": _("Task"),
    "Responsibility.called": _("The name that we see"),
    "Responsibility.told_by_seat": _("Written down by"),
    "Responsibility.wished_on": _("You wished for it"),
    "Responsibility.own_yes_on": _("You said yes"),
    "Responsibility.paper_seat": _("Saw your signature"),
    "Responsibility.guide": _("Goes along with you"),
    "Responsibility.purpose": _("What it is for"),
    "Responsibility.review_on": _("We ask how it is"),
    "Responsibility.said": _("What you said"),
    "OwnWords": _("How your task is, in your words"),
    "OwnWords.responsibility": _("Task"),
    "OwnWords.words": _("Your words"),
    "OwnWords.shared": _("We may read it"),
}
"""What she reads in her own copy: the heading of each table's rows, and the label of each field."""


def declare() -> None:
    personal_data.declare(FIELDS)
    personal_data.declare_words("responsibilities", WORDS)
