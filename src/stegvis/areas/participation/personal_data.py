"""Every personal field of this area."""

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


def declare() -> None:
    personal_data.declare(FIELDS)
