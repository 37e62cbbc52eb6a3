"""Every personal field of this area."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stegvis.kernel import personal_data
from stegvis.kernel.personal_data import Erase, Ground, KeepFor, PersonalField

FIELDS = (
    PersonalField(
        "participation.Member",
        "shown_as",
        "What she wants to be called in a working group. Encrypted.",
        Ground.CONSENT,
        KeepFor.WHILE_IN_TOUCH,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "participation.Member",
        "joined_at",
        "Since when she sits in a working group, of her own wish.",
        Ground.CONSENT,
        KeepFor.WHILE_IN_TOUCH,
        Erase.DELETE_ROW,
    ),
)

WORDS: dict[str, Promise] = {
    "Member": _("Your working groups"),
    "Member.group": _("Group"),
    "Member.shown_as": _("What the others there call you"),
    "Member.told_by_seat": _("Written down by"),
    "Member.joined_at": _("Since"),
    "Agreement": _("What you agreed with"),
    "Agreement.matter": _("The proposal"),
}
"""What she reads in her own copy: the heading of each table's rows, and the label of each field."""


def declare() -> None:
    personal_data.declare(FIELDS)
    personal_data.declare_words("participation", WORDS)
    personal_data.declare_not_personal("participation.Member", "seat")
