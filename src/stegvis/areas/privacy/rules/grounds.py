"""On which legal ground a service keeps what it keeps, purpose by purpose (X-05). Pure.

Kept apart from a yes to share: that is for one reader and one thing, and ends nothing here when it is taken back.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class KeptFor(StrEnum):
    """What something is kept for, in groups that a person can take in."""

    KNOWING = "knowing"  # to know her again, and do as she has decided
    CONTACT = "contact"  # to reach her
    TALKS = "talks"  # what she and an adviser have said
    COMING = "coming"  # that she can come to what she has chosen
    LOG = "log"  # who did what, and who looked
    WORKING = "working"  # who works here


class LegalGround(StrEnum):
    """What a purpose can rest on, in words an organisation recognises."""

    SERVICE = "service"  # needed for what the person has asked for
    LAW = "law"  # a law demands it
    CONSENT = "consent"  # the person's own free yes
    EMPLOYMENT = "employment"  # needed to run the place


class GroundRefusal(StrEnum):
    NOT_A_GROUND_FOR_THIS = "privacy.not_a_ground_for_this"
    CONSENT_OF_AN_AUTHORITY = "privacy.consent_of_an_authority"


OF_PARTICIPANTS = (KeptFor.KNOWING, KeptFor.CONTACT, KeptFor.TALKS, KeptFor.COMING, KeptFor.LOG)
"""The purposes for which something about a participant is kept."""

_ASKED_FOR = (LegalGround.SERVICE, LegalGround.LAW, LegalGround.CONSENT)
POSSIBLE: Mapping[KeptFor, tuple[LegalGround, ...]] = {
    KeptFor.KNOWING: _ASKED_FOR,
    KeptFor.CONTACT: _ASKED_FOR,
    KeptFor.TALKS: _ASKED_FOR,
    KeptFor.COMING: _ASKED_FOR,
    KeptFor.LOG: (LegalGround.LAW,),
    KeptFor.WORKING: (LegalGround.EMPLOYMENT, LegalGround.LAW),
}
"""Which grounds can carry which purpose; the first is what counts until somebody has chosen.

The log rests on the law alone: nobody's yes or no may decide whether it is seen who looked.
"""


def ground_without_choice(purpose: KeptFor, *, is_authority: bool) -> LegalGround:
    """What counts until a manager has chosen. An authority works by law, not by agreement."""
    if is_authority and LegalGround.LAW in POSSIBLE[purpose] and purpose is not KeptFor.WORKING:
        return LegalGround.LAW
    return POSSIBLE[purpose][0]


def decide_grounds(
    wanted: Mapping[KeptFor, LegalGround], *, is_authority: bool, sure: bool
) -> GroundRefusal | None:
    """None when these can be the grounds.

    An authority normally cannot rest on consent: whoever depends on it is not free to say no. It has to be `sure`.
    """
    if any(ground not in POSSIBLE[purpose] for purpose, ground in wanted.items()):
        return GroundRefusal.NOT_A_GROUND_FOR_THIS
    if is_authority and not sure and LegalGround.CONSENT in wanted.values():
        return GroundRefusal.CONSENT_OF_AN_AUTHORITY
    return None


_purposes: dict[str, KeptFor] = {}


def declare_kept_for(purpose: KeptFor, *labels: str) -> None:
    """Say what an area (`groups`) or a table of its own (`people.Seat`) keeps things for. From `ready()`.

    Raises ValueError when it has been said otherwise.
    """
    for label in labels:
        if _purposes.setdefault(label, purpose) is not purpose:
            raise ValueError(f"{label} is declared twice")


def kept_for_of(model: str) -> KeptFor | None:
    """What a table (`groups.Place`) is kept for: as it says itself, else as its area does; None when nobody says."""
    return _purposes.get(model) or _purposes.get(model.partition(".")[0])
