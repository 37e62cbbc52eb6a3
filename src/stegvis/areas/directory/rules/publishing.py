"""When an offering may be shown to people, and how it gets there. Pure: no Django, no clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from .codes import Aim, Category, JoiningRule, ParticipationKind, State
from .refusals import Refusal


class Step(StrEnum):
    """The small steps in which an offering is described, in order."""

    WHAT = "what"
    WHEN = "when"
    WHO = "who"
    JOINING = "joining"
    GROUND = "ground"
    STAFFING = "staffing"
    OTHERWISE = "otherwise"
    LANGUAGES = "languages"


class Part(StrEnum):
    """What must be there before an offering is shown."""

    TITLE = "title"
    CATEGORY = "category"
    SERVICE = "service"
    CONTENT = "content"
    METHOD = "method"
    FRAME = "frame"
    AUDIENCE = "audience"
    HARD_FOR = "hard_for"
    JOINING = "joining"
    NEXT_START = "next_start"
    AIM = "aim"
    PARTICIPATION_KIND = "participation_kind"
    GUIDELINES = "guidelines"
    RESPONSIBLE = "responsible"
    REASON = "reason"
    KNOWLEDGE_BASIS = "knowledge_basis"
    KNOWLEDGE_AUTHOR = "knowledge_author"
    KNOWLEDGE_DATE = "knowledge_date"
    GROUP_COMPOSITION = "group_composition"
    USER_NEEDS = "user_needs"
    AVAILABLE_RESOURCES = "available_resources"
    EMPLOYEES_NEEDED = "employees_needed"
    WHO_STAFFS = "who_staffs"
    SUBSTITUTE = "substitute"
    AT_ILLNESS = "at_illness"
    WAY_ON = "way_on"


@dataclass(frozen=True, slots=True)
class Description:
    """Everything about an offering that decides whether it may be shown, in its original language.

    `responsible` is a seat that is employed in the organisation on the day of asking, or None.
    `next_start_on` is None, too, when the day has passed. `alternatives` counts listings one can go on to.
    """

    title: str = ""
    category: Category | None = None
    service: UUID | None = None
    content: str = ""
    method: str = ""
    frame: str = ""
    audience: str = ""
    hard_for: str = ""
    joining: JoiningRule | None = None
    next_start_on: date | None = None
    aims: frozenset[Aim] = frozenset()
    participation_kinds: frozenset[ParticipationKind] = frozenset()
    guidelines: str = ""
    responsible: UUID | None = None
    reason: str = ""
    knowledge_basis: str = ""
    knowledge_by: UUID | None = None
    knowledge_on: date | None = None
    group_composition: str = ""
    user_needs: str = ""
    available_resources: str = ""
    employees_needed: int | None = None
    who_staffs: str = ""
    substitute: str = ""
    at_illness: str = ""
    alternatives: int = 0
    contact_instead: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """One part that is not there yet, and the step in which to write it."""

    code: Part
    step: Step


def missing(description: Description) -> list[Missing]:
    """What an offering lacks before it may be shown, in the order of the steps; empty when it is complete.

    S1-01 S1-04 S1-09 S1-10 S1-11 S1-24 S1-36 S2-02 S2-04 S2-12 S2-13 S2-14 S2-16.
    """
    d = description
    waits_for_a_start = d.joining is JoiningRule.START_OF_ROUND
    there: list[tuple[Part, Step, object]] = [
        (Part.TITLE, Step.WHAT, d.title.strip()),
        (Part.CATEGORY, Step.WHAT, d.category),
        (Part.SERVICE, Step.WHAT, d.service),
        (Part.CONTENT, Step.WHAT, d.content.strip()),
        (Part.METHOD, Step.WHAT, d.method.strip()),
        (Part.FRAME, Step.WHEN, d.frame.strip()),
        (Part.AUDIENCE, Step.WHO, d.audience.strip()),
        (Part.HARD_FOR, Step.WHO, d.hard_for.strip()),
        (Part.JOINING, Step.JOINING, d.joining),
        (Part.NEXT_START, Step.JOINING, d.next_start_on or not waits_for_a_start),
        (Part.AIM, Step.JOINING, d.aims),
        (Part.PARTICIPATION_KIND, Step.JOINING, d.participation_kinds),
        (Part.GUIDELINES, Step.JOINING, d.guidelines.strip()),
        (Part.RESPONSIBLE, Step.GROUND, d.responsible),
        (Part.REASON, Step.GROUND, d.reason.strip()),
        (Part.KNOWLEDGE_BASIS, Step.GROUND, d.knowledge_basis.strip()),
        (Part.KNOWLEDGE_AUTHOR, Step.GROUND, d.knowledge_by),
        (Part.KNOWLEDGE_DATE, Step.GROUND, d.knowledge_on),
        (Part.GROUP_COMPOSITION, Step.GROUND, d.group_composition.strip()),
        (Part.USER_NEEDS, Step.GROUND, d.user_needs.strip()),
        (Part.AVAILABLE_RESOURCES, Step.GROUND, d.available_resources.strip()),
        (Part.EMPLOYEES_NEEDED, Step.STAFFING, (d.employees_needed or 0) >= 1),
        (Part.WHO_STAFFS, Step.STAFFING, d.who_staffs.strip()),
        (Part.SUBSTITUTE, Step.STAFFING, d.substitute.strip()),
        (Part.AT_ILLNESS, Step.STAFFING, d.at_illness.strip()),
        (Part.WAY_ON, Step.OTHERWISE, d.alternatives or d.contact_instead.strip()),
    ]
    return [Missing(part, step) for part, step, present in there if not present]


def left_empty(description: Description, step: Step) -> list[Missing]:
    """What one step would lack: an offering that people see keeps every part that it needed to be shown."""
    return [lack for lack in missing(description) if lack.step is step]


class Move(StrEnum):
    """What staff can do with an offering as a whole."""

    PUBLISH = "publish"
    PAUSE = "pause"
    CLOSE = "close"


TRANSITIONS: dict[State, dict[Move, State]] = {
    State.DRAFT: {Move.PUBLISH: State.PUBLISHED, Move.CLOSE: State.CLOSED},
    State.PUBLISHED: {Move.PAUSE: State.PAUSED, Move.CLOSE: State.CLOSED},
    State.PAUSED: {Move.PUBLISH: State.PUBLISHED, Move.CLOSE: State.CLOSED},
    State.CLOSED: {},
}
"""The whole life of an offering. What is closed stays closed: a copy starts again as a draft (S2-11)."""

REACHES: dict[Move, State] = {
    Move.PUBLISH: State.PUBLISHED,
    Move.PAUSE: State.PAUSED,
    Move.CLOSE: State.CLOSED,
}


def after(state: State, move: Move) -> State | Refusal:
    """The state that a move leads to. Where it already is, it stays: pressing twice does no harm."""
    if state is REACHES[move]:
        return state
    if state is State.CLOSED:
        return Refusal.CLOSED_STAYS_CLOSED
    return TRANSITIONS[state].get(move, Refusal.NOT_SHOWN_YET)
