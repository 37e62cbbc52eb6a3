"""When a task is somebody's, as tables a social worker can read."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.areas.responsibilities.rules import (
    REVIEW_WITHIN,
    Facts,
    Missing,
    Purpose,
    Refusal,
    Said,
    Standing,
    is_hers,
    missing,
    refuse_to_give,
    review_is_open,
    standing,
    yes_stands,
)

TODAY = date(2026, 11, 26)
IN_A_MONTH = TODAY + timedelta(days=30)
ALL_THERE = Facts(
    possible=True, own_yes_on=TODAY, guide_works_here=True, purpose=Purpose.MASTERY, review_on=IN_A_MONTH
)

ONE_MISSING = [
    pytest.param({"possible": False}, Missing.POSSIBLE, id="the house has not decided so"),
    pytest.param({"own_yes_on": None}, Missing.OWN_YES, id="she has not said yes"),
    pytest.param({"guide_works_here": False}, Missing.GUIDE, id="nobody employed goes along"),
    pytest.param({"purpose": None}, Missing.PURPOSE, id="no purpose"),
    pytest.param({"review_on": None}, Missing.REVIEW_DATE, id="no day to talk about it"),
    pytest.param({"review_on": TODAY - timedelta(days=1)}, Missing.REVIEW, id="the day has passed"),
]


@pytest.mark.requirement("S1-27")
def test_with_all_of_it_and_enough_staff_it_is_hers():
    assert missing(ALL_THERE, TODAY) == frozenset()
    assert is_hers(ALL_THERE, TODAY, enough_staff=True, guide_is_there=True)


@pytest.mark.requirement("S1-27")
@pytest.mark.parametrize(("without", "what"), ONE_MISSING)
def test_each_thing_that_is_missing_keeps_it_from_being_hers(without, what):
    facts = replace(ALL_THERE, **without)
    assert missing(facts, TODAY) == {what}
    assert not is_hers(facts, TODAY, enough_staff=True, guide_is_there=True)


@pytest.mark.requirement("S1-28")
def test_with_too_few_staff_it_is_nobodys_however_complete():
    assert not is_hers(ALL_THERE, TODAY, enough_staff=False, guide_is_there=True)


facts_of_any_kind = st.builds(
    Facts,
    possible=st.booleans(),
    own_yes_on=st.none() | st.dates(),
    guide_works_here=st.booleans(),
    purpose=st.none() | st.sampled_from(Purpose),
    review_on=st.none() | st.dates(TODAY - timedelta(days=3), TODAY + timedelta(days=3)),
)


@pytest.mark.requirement("S1-27")
@pytest.mark.requirement("S1-28")
@given(facts=facts_of_any_kind, enough=st.booleans(), there=st.booleans())
def test_hers_means_all_four_and_a_meeting_that_needs_her_not(facts: Facts, enough: bool, there: bool):
    if is_hers(facts, TODAY, enough_staff=enough, guide_is_there=there):
        assert facts.own_yes_on is not None
        assert facts.guide_works_here
        assert facts.purpose in {Purpose.MASTERY, Purpose.SOCIAL_SKILLS}
        assert facts.review_on is not None
        assert facts.review_on >= TODAY
        assert facts.possible
        assert enough
        assert there


@pytest.mark.parametrize(
    ("facts", "where"),
    [
        pytest.param(
            replace(ALL_THERE, own_yes_on=None, guide_works_here=False), Standing.WISHED, id="wished"
        ),
        pytest.param(replace(ALL_THERE, own_yes_on=None), Standing.ASKED, id="all there but her yes"),
        pytest.param(ALL_THERE, Standing.RUNS, id="runs"),
        pytest.param(replace(ALL_THERE, guide_works_here=False), Standing.RESTS, id="her guide has left"),
        pytest.param(
            replace(ALL_THERE, review_on=TODAY - timedelta(days=1)), Standing.RESTS, id="nobody has asked her"
        ),
        pytest.param(replace(ALL_THERE, possible=False), Standing.RESTS, id="switched off"),
    ],
)
def test_where_it_stands(facts: Facts, where: Standing):
    assert standing(facts, TODAY) is where


@pytest.mark.requirement("S1-29")
@pytest.mark.parametrize(
    ("review_on", "open_"),
    [
        (TODAY + timedelta(days=8), False),
        (TODAY + timedelta(days=7), True),
        (TODAY, True),
        (TODAY - timedelta(days=40), True),
        (None, False),
    ],
)
def test_the_question_opens_a_week_before_and_stays_open(review_on, open_):
    assert review_is_open(replace(ALL_THERE, review_on=review_on), TODAY) is open_


def test_nobody_is_asked_how_a_thing_is_that_she_has_not_begun():
    assert not review_is_open(replace(ALL_THERE, own_yes_on=None, review_on=TODAY), TODAY)


GIVEN = {
    "possible": True,
    "guide_works_here": True,
    "purpose": Purpose.MASTERY,
    "review_on": IN_A_MONTH,
    "today": TODAY,
}


@pytest.mark.requirement("S1-27")
@pytest.mark.parametrize(
    ("without", "reason"),
    [
        ({}, None),
        ({"possible": False}, Refusal.NOT_POSSIBLE),
        ({"guide_works_here": None}, Refusal.NO_GUIDE),
        ({"guide_works_here": False}, Refusal.NOT_EMPLOYED),
        ({"purpose": None}, Refusal.NO_PURPOSE),
        ({"review_on": None}, Refusal.NO_REVIEW_DATE),
        ({"review_on": TODAY}, Refusal.REVIEW_DATE_HAS_PASSED),
        ({"review_on": TODAY + REVIEW_WITHIN + timedelta(days=1)}, Refusal.REVIEW_TOO_FAR),
        ({"review_on": TODAY + REVIEW_WITHIN}, None),
    ],
)
def test_what_staff_cannot_leave_out(without, reason):
    assert refuse_to_give(**{**GIVEN, **without}) is reason


@pytest.mark.requirement("S1-29")
@pytest.mark.parametrize(
    ("same_guide", "same_purpose", "said", "stands"),
    [
        (True, True, Said.GOOD, True),
        (True, True, Said.CHANGE, False),
        (True, True, None, False),
        (False, True, Said.GOOD, False),
        (True, False, Said.GOOD, False),
    ],
)
def test_her_yes_goes_on_only_where_she_has_said_that_it_is_good(same_guide, same_purpose, said, stands):
    assert yes_stands(same_guide=same_guide, same_purpose=same_purpose, said=said) is stands


@pytest.mark.requirement("S1-27")
def test_without_whoever_goes_along_with_her_it_is_the_staffs_that_day():
    assert not is_hers(ALL_THERE, TODAY, enough_staff=True, guide_is_there=False)
