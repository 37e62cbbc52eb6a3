"""Every personal field of this area."""

from stegvis.kernel import personal_data
from stegvis.kernel.personal_data import Erase, Ground, KeepFor, PersonalField

FIELDS = (
    PersonalField(
        "remarks.Remark",
        "words",
        "What was said at a meeting, without names, for whoever follows it up. Encrypted.",
        Ground.SERVICE,
        KeepFor.AS_SET,
        Erase.KEEP_UNTIL_AGED,
    ),
)


def declare() -> None:
    personal_data.declare(FIELDS)
    personal_data.declare_not_personal("remarks.Remark", "on", "follow_up_by", "done_on", "expires_on")
