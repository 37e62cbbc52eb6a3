"""When a participant's task is hers, and when the staff do it. Pure.

Nothing here is stored: whether a task is hers on a given day is worked out anew each time, so that no flag can go
stale when the guide leaves, the review date passes or somebody on the staff falls ill (S1-27, S1-28).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

REVIEW_WITHIN = timedelta(days=183)
"""Half a year: nobody goes on with a task without being asked whether it is good for her."""
REVIEW_OPENS = timedelta(days=7)
"""So long before the day they begin to be reminded: the staff, never she."""


class TaskKind(StrEnum):
    """What somebody can do. `OTHER` carries its name with it."""

    COFFEE = "coffee"
    LUNCH = "lunch"
    OTHER = "other"


class Purpose(StrEnum):
    """What a task is for. There is no third: never to make up for what the house lacks (S1-27, S1-28)."""

    MASTERY = "mastery"
    SOCIAL_SKILLS = "social_skills"


class Said(StrEnum):
    """Her answer to "is this good for you?". There is no word for no: whoever does not want it hands it back."""

    GOOD = "good"
    CHANGE = "change"


class Missing(StrEnum):
    """What a task still needs before it is hers."""

    POSSIBLE = "possible"
    OWN_YES = "own_yes"
    GUIDE = "guide"
    PURPOSE = "purpose"
    REVIEW_DATE = "review_date"
    REVIEW = "review"


class Standing(StrEnum):
    """Where a task stands between somebody's wish and her doing it."""

    WISHED = "wished"  # she would like it; nobody goes along with her yet
    ASKED = "asked"  # all is written down; her own yes is awaited
    RUNS = "runs"
    RESTS = "rests"  # she said yes, and something on the staff's side is missing


class Refusal(StrEnum):
    NO_GUIDE = "no_guide"
    NOT_EMPLOYED = "not_employed"
    NO_PURPOSE = "no_purpose"
    NO_REVIEW_DATE = "no_review_date"
    REVIEW_DATE_HAS_PASSED = "review_date_has_passed"
    REVIEW_TOO_FAR = "review_too_far"
    NOT_COMPLETE = "not_complete"
    NOT_POSSIBLE = "not_possible"
    TOO_FEW_STAFF = "too_few_staff"
    KEEPS_NOTHING = "keeps_nothing"
    NO_TASK_CHOSEN = "no_task_chosen"
    SIGNED_TO_COME = "signed_to_come"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one task of one person.

    `possible`: the house has decided that this offering has such tasks, and shows the offering. `own_yes_on`: the day
    of her own yes to what is written down now. `guide_works_here`: the guide sits in an employed seat that runs.
    """

    possible: bool
    own_yes_on: date | None
    guide_works_here: bool
    purpose: Purpose | None
    review_on: date | None


def missing(facts: Facts, today: date) -> frozenset[Missing]:
    """What keeps the task from being hers; empty when it is (S1-27)."""
    lacks = {
        Missing.POSSIBLE: not facts.possible,
        Missing.OWN_YES: facts.own_yes_on is None,
        Missing.GUIDE: not facts.guide_works_here,
        Missing.PURPOSE: facts.purpose is None,
        Missing.REVIEW_DATE: facts.review_on is None,
        Missing.REVIEW: facts.review_on is not None and facts.review_on < today,
    }
    return frozenset(what for what, lacking in lacks.items() if lacking)


def is_hers(facts: Facts, on: date, *, enough_staff: bool, guide_is_there: bool) -> bool:
    """Whether she does it at a meeting on this day: nothing missing, whoever goes along with her is on duty there, and
    the meeting has enough staff without her (S1-27, S1-28).
    """
    return enough_staff and guide_is_there and not missing(facts, on)


def standing(facts: Facts, today: date) -> Standing:
    """Where it stands in general, apart from any one meeting."""
    lacking = missing(facts, today)
    if not lacking:
        return Standing.RUNS
    if Missing.OWN_YES not in lacking:
        return Standing.RESTS
    return Standing.ASKED if lacking == {Missing.OWN_YES} else Standing.WISHED


def review_is_open(facts: Facts, today: date) -> bool:
    """Whether it is time to ask her whether it is good for her."""
    return facts.own_yes_on is not None and (
        facts.review_on is not None and today >= facts.review_on - REVIEW_OPENS
    )


def refuse_to_give(
    *,
    possible: bool,
    guide_works_here: bool | None,
    purpose: Purpose | None,
    review_on: date | None,
    today: date,
) -> Refusal | None:
    """Why staff cannot write this down for her to say yes to; None when they can. `guide_works_here` None: no guide."""
    if not possible:
        return Refusal.NOT_POSSIBLE
    if guide_works_here is None:
        return Refusal.NO_GUIDE
    if not guide_works_here:
        return Refusal.NOT_EMPLOYED
    if purpose is None:
        return Refusal.NO_PURPOSE
    if review_on is None:
        return Refusal.NO_REVIEW_DATE
    if review_on <= today:
        return Refusal.REVIEW_DATE_HAS_PASSED
    return Refusal.REVIEW_TOO_FAR if review_on > today + REVIEW_WITHIN else None


def yes_stands(*, same_guide: bool, same_purpose: bool, said: Said | None) -> bool:
    """Whether her yes goes on when staff write a new date: with the same guide and purpose, and only after she has
    said herself that it is good for her. Anything else is a new question to her (S1-29).
    """
    return same_guide and same_purpose and said is Said.GOOD
