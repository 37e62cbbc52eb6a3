"""What of this area a participant can share with one person: her copy of the talk, or one line of it.

Never what she said "later" or "not for me" to (S4-03), and never her wish to have something changed.
"""

from __future__ import annotations

from datetime import datetime

from stegvis.areas.privacy import api as privacy
from stegvis.ui import dates

from ..models import Talk
from ..rules import Greeting
from ..texts import GREETINGS, SHARED_PARTS


def talk_shared(key: privacy.Released, language: str, now: datetime) -> list[privacy.Part]:
    """The words of the latest talk that is held."""
    talk = _latest(key)
    if talk is None:
        return []
    greeting = str(GREETINGS[Greeting(talk.greeting)]) if talk.greeting else ""
    review = dates.day(talk.review_on, language, year=True) if talk.review_on else ""
    said = {
        "held_on": dates.day(talk.held_on, language, year=True) if talk.held_on else "",
        "good_for_me": talk.good_for_me,
        "good_to_know": talk.good_to_know,
        "greeting": greeting,
        "if_it_does_not_fit": talk.if_it_does_not_fit,
        "review_on": review,
    }
    return [privacy.Part(SHARED_PARTS[name], text) for name, text in said.items() if text]


def good_to_know_shared(key: privacy.Released, language: str, now: datetime) -> list[privacy.Part]:
    """Only what is good to know."""
    talk = _latest(key)
    if talk is None or not talk.good_to_know:
        return []
    return [privacy.Part(SHARED_PARTS["good_to_know"], talk.good_to_know)]


def _latest(key: privacy.Released) -> Talk | None:
    return key.rows_of(Talk).filter(held_on__isnull=False).order_by("-held_on", "-started_at").first()
