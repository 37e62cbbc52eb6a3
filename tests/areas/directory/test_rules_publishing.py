"""When an offering may be shown: every part is asked for by name, and nothing else stands in the way."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stegvis.areas.directory.rules import (
    TRANSITIONS,
    Aim,
    Category,
    Description,
    JoiningRule,
    Missing,
    Move,
    Part,
    ParticipationKind,
    Refusal,
    State,
    Step,
    after,
    left_empty,
    missing,
)

SOMEBODY = UUID(int=1)
COMPLETE = Description(
    title="Torsdagslunsj",
    category=Category.FELLOWSHIP,
    service=UUID(int=2),
    content="Vi lager mat sammen.",
    method="Alle gjør det de har lyst til.",
    frame="Hver torsdag, opptil ti personer.",
    audience="Alle som vil spise sammen med noen.",
    hard_for="Det kan være mye lyd.",
    joining=JoiningRule.START_OF_ROUND,
    next_start_on=date(2026, 12, 3),
    aims=frozenset({Aim.SELF_CARE}),
    participation_kinds=frozenset({ParticipationKind.SHARE_EXPERIENCE}),
    guidelines="Vi hjelper hverandre med oppvasken.",
    responsible=SOMEBODY,
    reason="Et måltid sammen gjør det lettere å møte andre.",
    knowledge_basis="Sosial støtte verner helsen.",
    knowledge_by=SOMEBODY,
    knowledge_on=date(2026, 11, 1),
    group_composition="Liten og åpen gruppe.",
    user_needs="Et sted å høre til.",
    available_resources="Kjøkken og to ansatte.",
    employees_needed=1,
    who_staffs="Ingrid",
    substitute="Odd",
    at_illness="Vi ringer Odd.",
    alternatives=1,
    contact_instead="",
)
NOTHING: frozenset[Any] = frozenset()
WHAT_IS_LEFT_OUT = [
    pytest.param("title", " ", Part.TITLE, Step.WHAT, id="title"),
    pytest.param(
        "category", None, Part.CATEGORY, Step.WHAT, id="category", marks=pytest.mark.requirement("S2-12")
    ),
    pytest.param(
        "service", None, Part.SERVICE, Step.WHAT, id="service", marks=pytest.mark.requirement("S2-02")
    ),
    pytest.param(
        "content", "", Part.CONTENT, Step.WHAT, id="content", marks=pytest.mark.requirement("S1-36")
    ),
    pytest.param("frame", "", Part.FRAME, Step.WHEN, id="frame", marks=pytest.mark.requirement("S1-36")),
    pytest.param("method", "", Part.METHOD, Step.WHAT, id="method", marks=pytest.mark.requirement("S1-36")),
    pytest.param(
        "audience", "", Part.AUDIENCE, Step.WHO, id="audience", marks=pytest.mark.requirement("S1-11")
    ),
    pytest.param("hard_for", "", Part.HARD_FOR, Step.WHO, id="hard for"),
    pytest.param(
        "joining", None, Part.JOINING, Step.JOINING, id="joining", marks=pytest.mark.requirement("S1-09")
    ),
    pytest.param(
        "next_start_on",
        None,
        Part.NEXT_START,
        Step.JOINING,
        id="next start of a closed group",
        marks=pytest.mark.requirement("S1-09"),
    ),
    pytest.param("aims", NOTHING, Part.AIM, Step.JOINING, id="aim", marks=pytest.mark.requirement("S1-01")),
    pytest.param(
        "participation_kinds",
        NOTHING,
        Part.PARTICIPATION_KIND,
        Step.JOINING,
        id="participation kind",
        marks=pytest.mark.requirement("S1-04"),
    ),
    pytest.param(
        "guidelines",
        "\n",
        Part.GUIDELINES,
        Step.JOINING,
        id="guidelines",
        marks=pytest.mark.requirement("S1-10"),
    ),
    pytest.param(
        "responsible",
        None,
        Part.RESPONSIBLE,
        Step.GROUND,
        id="responsible",
        marks=pytest.mark.requirement("S2-04"),
    ),
    pytest.param("reason", "", Part.REASON, Step.GROUND, id="reason", marks=pytest.mark.requirement("S2-04")),
    pytest.param(
        "knowledge_basis",
        "",
        Part.KNOWLEDGE_BASIS,
        Step.GROUND,
        id="knowledge basis",
        marks=pytest.mark.requirement("S2-13"),
    ),
    pytest.param(
        "knowledge_by",
        None,
        Part.KNOWLEDGE_AUTHOR,
        Step.GROUND,
        id="author",
        marks=pytest.mark.requirement("S2-13"),
    ),
    pytest.param(
        "knowledge_on",
        None,
        Part.KNOWLEDGE_DATE,
        Step.GROUND,
        id="date",
        marks=pytest.mark.requirement("S2-13"),
    ),
    pytest.param(
        "group_composition",
        "",
        Part.GROUP_COMPOSITION,
        Step.GROUND,
        id="composition",
        marks=pytest.mark.requirement("S2-16"),
    ),
    pytest.param(
        "user_needs", "", Part.USER_NEEDS, Step.GROUND, id="needs", marks=pytest.mark.requirement("S2-16")
    ),
    pytest.param(
        "available_resources",
        "",
        Part.AVAILABLE_RESOURCES,
        Step.GROUND,
        id="resources",
        marks=pytest.mark.requirement("S2-16"),
    ),
    pytest.param(
        "employees_needed",
        0,
        Part.EMPLOYEES_NEEDED,
        Step.STAFFING,
        id="no staff needed",
        marks=pytest.mark.requirement("S1-24"),
    ),
    pytest.param(
        "employees_needed",
        None,
        Part.EMPLOYEES_NEEDED,
        Step.STAFFING,
        id="staff not weighed",
        marks=pytest.mark.requirement("S1-24"),
    ),
    pytest.param("who_staffs", "", Part.WHO_STAFFS, Step.STAFFING, id="who"),
    pytest.param("substitute", "", Part.SUBSTITUTE, Step.STAFFING, id="substitute"),
    pytest.param("at_illness", "", Part.AT_ILLNESS, Step.STAFFING, id="at illness"),
    pytest.param(
        "alternatives", 0, Part.WAY_ON, Step.OTHERWISE, id="way on", marks=pytest.mark.requirement("S1-11")
    ),
]
LEFT_OUT: list[tuple[str, Any, Part, Step]] = [case.values for case in WHAT_IS_LEFT_OUT]  # type: ignore[misc]


def test_a_complete_offering_may_be_shown():
    assert missing(COMPLETE) == []


@pytest.mark.parametrize(("field", "empty", "part", "step"), WHAT_IS_LEFT_OUT)
def test_what_is_left_out_is_asked_for_by_name(field: str, empty: Any, part: Part, step: Step):
    assert missing(replace(COMPLETE, **{field: empty})) == [Missing(part, step)]


def test_every_part_is_in_the_table_above():
    assert {part for _field, _empty, part, _step in LEFT_OUT} == set(Part)


@given(st.sets(st.sampled_from(LEFT_OUT)))
@settings(max_examples=200, deadline=None)
def test_exactly_what_is_left_out_is_asked_for(left_out: set[tuple[str, Any, Part, Step]]):
    description = COMPLETE
    for field, empty, _part, _step in left_out:
        description = replace(description, **{field: empty})
    expected = {Missing(part, step) for _field, _empty, part, step in left_out}
    if description.joining is None:
        expected.discard(Missing(Part.NEXT_START, Step.JOINING))
    assert set(missing(description)) == expected
    assert {lack for step in Step for lack in left_empty(description, step)} == expected


def test_a_contact_is_a_way_on_as_good_as_another_offering():
    assert missing(replace(COMPLETE, alternatives=0, contact_instead="Ring oss.")) == []


@pytest.mark.parametrize("joining", [JoiningRule.ANY_TIME, JoiningRule.AFTER_AGREEMENT])
def test_only_a_closed_group_needs_a_next_start(joining: JoiningRule):
    assert missing(replace(COMPLETE, joining=joining, next_start_on=None)) == []


def test_what_is_missing_comes_in_the_order_of_the_steps():
    steps = [lack.step for lack in missing(Description())]
    assert steps == sorted(steps, key=list(Step).index)


@pytest.mark.parametrize(
    ("state", "move", "outcome"),
    [
        (State.DRAFT, Move.PUBLISH, State.PUBLISHED),
        (State.DRAFT, Move.PAUSE, Refusal.NOT_SHOWN_YET),
        (State.DRAFT, Move.CLOSE, State.CLOSED),
        (State.PUBLISHED, Move.PUBLISH, State.PUBLISHED),
        (State.PUBLISHED, Move.PAUSE, State.PAUSED),
        (State.PUBLISHED, Move.CLOSE, State.CLOSED),
        (State.PAUSED, Move.PUBLISH, State.PUBLISHED),
        (State.PAUSED, Move.PAUSE, State.PAUSED),
        (State.PAUSED, Move.CLOSE, State.CLOSED),
        (State.CLOSED, Move.PUBLISH, Refusal.CLOSED_STAYS_CLOSED),
        (State.CLOSED, Move.PAUSE, Refusal.CLOSED_STAYS_CLOSED),
        (State.CLOSED, Move.CLOSE, State.CLOSED),
    ],
)
def test_the_life_of_an_offering(state: State, move: Move, outcome: State | Refusal):
    assert after(state, move) is outcome


@given(st.lists(st.sampled_from(list(Move))))
def test_what_is_closed_stays_closed(moves: list[Move]):
    state = State.DRAFT
    closed = False
    for move in moves:
        outcome = after(state, move)
        state = outcome if isinstance(outcome, State) else state
        closed = closed or state is State.CLOSED
        assert not closed or state is State.CLOSED


def test_every_state_has_a_row_in_the_table():
    assert set(TRANSITIONS) == set(State)
