"""Every personal field of this area: none, beside the row that is a wish. Agreements speak of nobody."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stegvis.kernel import personal_data

WORDS: dict[str, Promise] = {
    "GreetingWish": _("Where you would rather not be greeted outside"),
    "GreetingWish.round": _("Group"),
}
"""What she reads in her own copy: the heading of each table's rows, and the label of each field."""


def declare() -> None:
    personal_data.declare_words("agreements", WORDS)
    personal_data.declare_not_personal(
        "agreements.Agreement", "number", "base", "language", "spoken_of", "why", "since", "agreed_on"
    )
    personal_data.declare_not_personal("agreements.BaseRules", "number", "made_at")
