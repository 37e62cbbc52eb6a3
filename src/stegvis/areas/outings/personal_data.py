"""Every personal field of this area."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stegvis.kernel import personal_data
from stegvis.kernel.personal_data import Erase, Ground, KeepFor, PersonalField

FIELDS = (
    PersonalField(
        "outings.Capacity",
        "said",
        "What she says she can on one outing, so that it fits her. Encrypted; gone when the outing is over.",
        Ground.CONSENT,
        KeepFor.UNTIL_IT_IS_OVER,
        Erase.DELETE_ROW,
    ),
)

WORDS: dict[str, Promise] = {
    "Capacity": _("What you have said you can on outings"),
    "Capacity.outing": _("Outing"),
    "Capacity.said": _("What you said"),
    "Capacity.told_by_seat": _("Written down by"),
}
"""What she reads in her own copy: the heading of each table's rows, and the label of each field."""

OF_THE_OUTING = (
    *("route", "pace", "terrain", "meeting_point", "turn_back_point", "turn_back_by"),
    *("emergency", "phones", "first_aid", "way_home", "heard", "settled_at"),
)


def declare() -> None:
    personal_data.declare(FIELDS)
    personal_data.declare_words("outings", WORDS)
    personal_data.declare_not_personal("outings.Outing", *OF_THE_OUTING)
