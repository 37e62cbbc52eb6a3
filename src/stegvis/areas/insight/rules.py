"""Considering what a house offers: what a review can end in, what it needs, and roughly how many staff hours there are.

Pure: no Django, no clock.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID


class Outcome(StrEnum):
    """What a review ends in (S2-15). Less is a way of adjusting by which people lose something (S2-09)."""

    CONTINUE = "continue"
    ADJUST = "adjust"
    LESS = "less"
    PAUSE = "pause"
    CLOSE = "close"


class Why(StrEnum):
    """Why an offering becomes less, rests or ends (S2-09)."""

    USER_GROUP_CHANGED = "user_group_changed"
    TOO_DEMANDING = "too_demanding"
    OTHER = "other"


class Standing(StrEnum):
    """How an offering stands with people: the directory's codes."""

    DRAFT = "draft"
    SHOWN = "published"
    PAUSED = "paused"
    CLOSED = "closed"


class Refusal(StrEnum):
    NOT_POSSIBLE_NOW = "not_possible_now"
    CHOOSE_A_REASON = "choose_a_reason"
    SAY_THE_REASON = "say_the_reason"
    SAY_WHAT_CHANGES = "say_what_changes"
    TELL_PEOPLE = "tell_people"
    NOWHERE_TO_GO = "nowhere_to_go"
    CHOOSE_ANOTHER = "choose_another"
    WHEN_NEXT = "when_next"
    NEXT_IS_TOO_FAR = "next_is_too_far"
    TOO_LONG = "too_long"


class Due(StrEnum):
    """How near a review is."""

    NOW = "now"
    SOON = "soon"
    LATER = "later"
    NEVER = "never"


POSSIBLE: Mapping[Standing, tuple[Outcome, ...]] = {
    Standing.DRAFT: (Outcome.CLOSE,),
    Standing.SHOWN: tuple(Outcome),
    Standing.PAUSED: (Outcome.CONTINUE, Outcome.ADJUST, Outcome.PAUSE, Outcome.CLOSE),
    Standing.CLOSED: (),
}
"""For what is paused: continue shows it to people again, adjust and pause leave it where it is."""

SOON = timedelta(days=30)
FURTHEST = timedelta(days=2 * 366)
LONGEST: Mapping[str, int] = {"words": 1000, "told": 600, "contact": 200}
"""Characters at most."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody answered in a review.

    `words`: the reason, or what changes, for colleagues. `told`: what people read. `alternatives`: how many other
    offerings they are led to; `contact`: whom they can talk to. `others`: how many others are shown to people here.
    """

    outcome: Outcome
    why: Why | None = None
    words: str = ""
    told: str = ""
    alternatives: int = 0
    contact: str = ""
    next_on: date | None = None
    others: int = 0


@dataclass(frozen=True, slots=True)
class WhyNot:
    """The reason, and the question it is said beside."""

    reason: Refusal
    field: str
    limit: int = 0


TAKES_AWAY = frozenset({Outcome.LESS, Outcome.PAUSE, Outcome.CLOSE})
"""People lose something by it: they are told, have somewhere else to go, and the reason is kept (S2-09)."""
ENDS = frozenset({Outcome.PAUSE, Outcome.CLOSE})
"""Nobody can come to it any more: people are led to at least one other offering, where there is one."""


def why_not(decision: Decision, standing: Standing, today: date) -> WhyNot | None:
    """What a review lacks, the first thing first; None when it can be kept (S2-09, S2-15). Nobody has seen a draft."""
    if decision.outcome not in POSSIBLE[standing]:
        return WhyNot(Refusal.NOT_POSSIBLE_NOW, "outcome")
    for name, limit in LONGEST.items():
        if len(getattr(decision, name)) > limit:
            return WhyNot(Refusal.TOO_LONG, name, limit)
    if standing is Standing.DRAFT:
        return None
    if decision.outcome in TAKES_AWAY:
        if refusal := _unexplained(decision):
            return refusal
    elif decision.outcome is Outcome.ADJUST and not decision.words.strip():
        return WhyNot(Refusal.SAY_WHAT_CHANGES, "words")
    return _when_next(decision, today)


def _unexplained(decision: Decision) -> WhyNot | None:
    if decision.why is None:
        return WhyNot(Refusal.CHOOSE_A_REASON, "why")
    if decision.why is Why.OTHER and not decision.words.strip():
        return WhyNot(Refusal.SAY_THE_REASON, "words")
    if not decision.told.strip():
        return WhyNot(Refusal.TELL_PEOPLE, "told")
    if decision.outcome in ENDS and decision.others and not decision.alternatives:
        return WhyNot(Refusal.CHOOSE_ANOTHER, "alternatives")
    if not decision.alternatives and not decision.contact.strip():
        return WhyNot(Refusal.NOWHERE_TO_GO, "alternatives")
    return None


def _when_next(decision: Decision, today: date) -> WhyNot | None:
    if decision.outcome is Outcome.CLOSE:
        return None
    if decision.next_on is None or decision.next_on <= today:
        return WhyNot(Refusal.WHEN_NEXT, "next_on")
    if decision.next_on > today + FURTHEST:
        return WhyNot(Refusal.NEXT_IS_TOO_FAR, "next_on")
    return None


def due(review_on: date | None, standing: Standing, today: date) -> Due:
    """When an offering should be looked at. Drafts and closed ones never; without a day, now (S2-15)."""
    if standing in {Standing.DRAFT, Standing.CLOSED}:
        return Due.NEVER
    if review_on is None or review_on <= today:
        return Due.NOW
    return Due.SOON if review_on <= today + SOON else Due.LATER


def a_year_on(today: date) -> date:
    """What the form proposes as the next day."""
    return (
        date(today.year + 1, 3, 1)
        if (today.month, today.day) == (2, 29)
        else today.replace(year=today.year + 1)
    )


LONGEST_INSTEAD = 200


def in_short(told: str) -> str:
    """What fits into a message about one meeting: whole sentences from the beginning, "" when not even one fits."""
    short = told.strip()
    while len(short) > LONGEST_INSTEAD:
        cut = max(short.rfind(end, 0, len(short) - 1) for end in ".!?\n")
        if cut < 0:
            return ""
        short = short[: cut + 1].strip()
    return short


@dataclass(frozen=True, slots=True)
class Planned:
    """Staff time that one offering is planned to take: a meeting in the calendar, or a usual time of the week.

    `employees`: how many are needed then. `weekday`: 0 Monday to 6 Sunday, for a usual time; None for a meeting.
    """

    listing_id: UUID
    minutes: int
    employees: int
    weekday: int | None = None


def staff_minutes(
    meetings: Iterable[Planned],
    usual: Iterable[Planned],
    *,
    by_usual_times: Collection[UUID],
    days: Sequence[date],
) -> dict[UUID, int]:
    """Minutes of staff that each offering is planned to take in these days (S2-10): employees needed times minutes.

    What meets in the calendar counts by its meetings. What never does, such as advice on the phone (`by_usual_times`),
    counts by its usual times. Nothing here knows who works: there is no cost of a person.
    """
    total: dict[UUID, int] = {}
    for meeting in meetings:
        minutes = meeting.minutes * meeting.employees
        total[meeting.listing_id] = total.get(meeting.listing_id, 0) + minutes
    in_calendar = set(total)
    for time in usual:
        if time.listing_id in by_usual_times and time.listing_id not in in_calendar:
            times = sum(day.weekday() == time.weekday for day in days)
            total[time.listing_id] = total.get(time.listing_id, 0) + times * time.minutes * time.employees
    return total


def about_hours(minutes: int) -> int:
    """Roughly so many hours: whole ones up to twenty, fives above. What is planned at all is at least one."""
    hours = minutes / 60
    if hours < 20:
        return max(1, int(hours + 0.5)) if minutes else 0
    return 5 * int(hours / 5 + 0.5)


def days_of(month: date) -> list[date]:
    """The days of the month in which this day is."""
    first = month.replace(day=1)
    after = month_after(first)
    return [first + timedelta(days=number) for number in range((after - first).days)]


def month_after(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def month_before(first: date) -> date:
    return (first - timedelta(days=1)).replace(day=1)
