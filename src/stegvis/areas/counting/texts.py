"""Words for every code of counting."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .rules import Refusal, Source, Unit, Way

COUNTING = _("Counting")

WAYS: dict[Way, Promise] = {
    Way.PHONE: _("Phone"),
    Way.VISIT: _("Visit"),
    Way.MESSAGE: _("E-mail, text message or chat"),
    Way.LETTER: _("Letter"),
}

SOURCES: dict[Source, Promise] = {
    Source.USER: _("A user"),
    Source.NEXT_OF_KIN: _("Next of kin"),
    Source.PARTNER: _("A partner service"),
    Source.NOT_SAID: _("Not said"),
}

UNITS: dict[Unit, Promise] = {
    Unit.CONTACTS: _("Contacts"),
    Unit.VISITS: _("Visits"),
}

REFUSALS: dict[Refusal, Promise] = {
    Refusal.NOTHING_THERE: _(
        "Nothing of this kind is counted today any more. Somebody may have taken it back. Look at the numbers below."
    ),
    Refusal.NO_NICKNAMES: _(
        "Here nothing is written about people, not even for a day. Say “same person again today” instead."
    ),
    Refusal.NOTHING_WRITTEN: _("Write the nickname, or leave it."),
    Refusal.EVERY_ONE_COUNTS: _("Each contact with a partner service counts. There is nothing to change."),
    Refusal.NOT_TO_COME: _("That day has not come yet. Choose today or a day before."),
}
