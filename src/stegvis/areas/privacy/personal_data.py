"""Every personal field of this area."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stegvis.kernel import personal_data
from stegvis.kernel.personal_data import Erase, Ground, KeepFor, PersonalField


def _of_sharing(model: str, field: str, purpose: str) -> PersonalField:
    return PersonalField(
        f"privacy.{model}", field, purpose, Ground.CONSENT, KeepFor.WHILE_IN_TOUCH, Erase.DELETE_ROW
    )


OF_SHARING = (
    _of_sharing("Grant", "purpose", "What something is shared for, and nothing else."),
    _of_sharing("Grant", "words", "What it is shared for, in the person's own words. Encrypted."),
    _of_sharing("Grant", "until_on", "Until when something is shared; after that nobody can read it."),
    _of_sharing("Grant", "given_at", "Shows the person when something was shared."),
    _of_sharing("Grant", "confirmed_at", "Tells since when it counts: when the person said yes to it."),
    _of_sharing("Grant", "ended_at", "Shows the person, and nobody else, when it was taken back."),
    _of_sharing("GrantItem", "item", "Names what is shared; what is not named is not."),
    _of_sharing("Reading", "item", "Shows the person what was read of what is shared."),
    _of_sharing("Reading", "at", "Shows the person when it was read."),
)

SHARING_WORDS: dict[str, Promise] = {
    "Grant": _("What you share"),
    "Grant.recipient": _("With whom"),
    "Grant.purpose": _("What for"),
    "Grant.words": _("More about what for"),
    "Grant.until_on": _("Until when"),
    "Grant.given_at": _("Written down"),
    "Grant.told_by_seat": _("Written down by"),
    "Grant.confirmed_at": _("You have confirmed it"),
    "Grant.paper_seat": _("Has your signature on paper"),
    "Grant.ended_at": _("Taken back"),
    "GrantItem": _("The things you share"),
    "GrantItem.grant": _("Belongs to"),
    "GrantItem.item": _("What"),
    "Reading": _("What has been read"),
    "Reading.grant": _("Belongs to"),
    "Reading.item": _("What"),
    "Reading.at": _("When"),
}
"""What she reads in her own copy: the heading of each table's rows, and the label of each field."""


def declare() -> None:
    personal_data.declare(OF_SHARING)
    keys = ("id", "organisation_id", "participant", "recipient", "told_by_seat", "paper_seat")
    personal_data.declare_not_personal("privacy.Grant", *keys)
    personal_data.declare_words("privacy", SHARING_WORDS)
