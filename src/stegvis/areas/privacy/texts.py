"""Promise for why somebody looked. Each area gives those for its own codes; the area below this one has them here."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OF_PEOPLE: dict[str, Promise] = {
    "people.let_in_again": _("Looked at who can be let in again, to help with a lost code"),
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
