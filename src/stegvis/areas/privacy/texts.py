"""Promise for why somebody looked. Each area gives those for its own codes; the area below this one has them here."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .rules.sharing import ShareFor, ShareRefusal, ShareState

OF_PEOPLE: dict[str, Promise] = {
    "people.let_in_again": _("Looked at who can be let in again, to help with a lost code"),
}

OF_SHARING: dict[str, Promise] = {
    "privacy.shared": _("Read what you share"),
    "privacy.shared_list": _("Looked at who shares something with them"),
    "privacy.noting": _("Wrote down with you what you want to share"),
}


IN_THEIR_WORK = _("Opened something about you in their work here")
"""For a code of which nobody knows the words any more: an old look is told all the same."""

_reasons: dict[str, Promise] = {}


def declare_reasons(reasons: Mapping[str, Promise]) -> None:
    """Add an area's words for the codes it gives to `journal.seen(why=...)`. To be called from its `ready()`.

    The words go on from a name: what was opened, and what for. Raises ValueError when a code has others already.
    """
    for code, words in reasons.items():
        if _reasons.setdefault(code, words) is not words:
            raise ValueError(f"{code} is declared twice")


def reason(code: str) -> Promise:
    """Why somebody looked, in words a participant reads."""
    return _reasons.get(code, IN_THEIR_WORK)


def declared() -> frozenset[str]:
    """Every code that has words."""
    return frozenset(_reasons)


SHARED_FOR: dict[ShareFor, Promise] = {
    ShareFor.WELCOME: _("To meet me well"),
    ShareFor.HELP: _("To help me with something"),
    ShareFor.PLAN: _("To plan together with me"),
    ShareFor.NOT_AGAIN: _("So that I need not tell it again"),
}
"""What a share is for, as she says it."""

SHARE_STATES: dict[ShareState, Promise] = {
    ShareState.NOTED: _("Waits for your yes"),
    ShareState.RUNNING: _("Shared"),
    ShareState.RUN_OUT: _("The time is over"),
    ShareState.TAKEN_BACK: _("Taken back"),
}

HOW_LONG: dict[int, Promise] = {
    1: _("1 month"),
    3: _("3 months"),
    6: _("6 months"),
    12: _("12 months"),
}

NO_LONGER_KEPT = _("Something that is not kept here any more")

SHARE_REFUSALS: dict[ShareRefusal, Promise] = {
    ShareRefusal.NOTHING_CHOSEN: _("Choose at least one thing. What you do not choose stays with you."),
    ShareRefusal.SEEN_ALREADY: _(
        "%(name)s sees this already, to help you. Choose somebody else, or something else."
    ),
    ShareRefusal.SHARED_ALREADY: _(
        "You share this with %(name)s already. You can let that go on for longer."
    ),
    ShareRefusal.LONGER_THAN_A_YEAR: _("A year at most. After that you can choose anew."),
    ShareRefusal.DAY_HAS_PASSED: _("That day has passed. Choose one that is still to come."),
    ShareRefusal.HERS_ALONE: _(
        "The participant shares with %(name)s on her own page, or not at all. It cannot be written down for her."
    ),
    ShareRefusal.NOT_TO_ONESELF: _("You would be the one who reads. A colleague writes this down."),
    ShareRefusal.IS_OVER: _("Its time is over. You can share it anew."),
}
"""`name` is the person with whom it was to be shared."""
