"""The one field of this area that comes from people, and only for a day."""

from stegvis.kernel import personal_data
from stegvis.kernel.personal_data import Erase, Ground, KeepFor, PersonalField

FIELDS = (
    PersonalField(
        "counting.KnownToday",
        "marks",
        "Keyed marks of nicknames, so that the same person counts once a day; they hold no name. Encrypted.",
        Ground.SERVICE,
        KeepFor.THE_DAY,
        Erase.DELETE_ROW,
    ),
)


def declare() -> None:
    personal_data.declare(FIELDS)
