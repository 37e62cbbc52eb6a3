"""The decisions of the talk, as tables."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.areas.admission.rules import (
    Choice,
    ChoiceSaid,
    Refusal,
    TalkWords,
    decide_held_before,
    decide_holding,
    decide_saving,
    expectations_open,
    keeps_words,
    latest_choices,
    ticks_that_count,
    what_is_kept,
)

TODAY = date(2026, 11, 23)
LUNCH, SEWING, WALK = (UUID(int=number) for number in (1, 2, 3))
WORDS = TalkWords(
    good_for_me="Somewhere to be",
    good_to_know="Sit by the door",
    if_it_does_not_fit="Ring Ingrid",
    greeting="greet",
    review_on=date(2027, 1, 15),
)


@pytest.mark.requirement("X-15")
@pytest.mark.parametrize(
    ("documentation", "kept"),
    [
        ("with_names", True),
        ("without_names", True),
        ("none", False),
        ("", False),
        ("something new", False),
    ],
)
def test_words_are_kept_only_where_the_service_writes_about_people(documentation: str, kept: bool):
    assert keeps_words(documentation) is kept
    assert what_is_kept(WORDS, documentation=documentation) == (WORDS if kept else TalkWords())


@pytest.mark.requirement("S1-14")
@pytest.mark.parametrize(
    ("choice", "by_person", "by_adviser", "refusal"),
    [
        (Choice.NOW, True, True, None),
        (Choice.NOW, True, False, Refusal.EXPECTATIONS_OPEN),
        (Choice.NOW, False, True, Refusal.EXPECTATIONS_OPEN),
        (Choice.NOW, False, False, Refusal.EXPECTATIONS_OPEN),
        (Choice.MAYBE_LATER, False, False, None),
        (Choice.NOT_FOR_ME, False, False, None),
    ],
)
def test_a_talk_is_held_when_both_said_what_to_expect_of_what_is_chosen_now(
    choice: Choice, by_person: bool, by_adviser: bool, refusal: Refusal | None
):
    said = ChoiceSaid(LUNCH, choice, by_person, by_adviser)
    assert decide_holding([said], held_on=TODAY, today=TODAY) is refusal
    assert expectations_open([said]) == ((LUNCH,) if refusal else ())


@pytest.mark.requirement("S1-20")
def test_a_talk_in_which_everything_is_skipped_can_be_saved_and_held():
    assert decide_saving(TalkWords(), held=False, documentation="with_names", today=TODAY) is None
    assert decide_holding([], held_on=TODAY, today=TODAY) is None


@pytest.mark.parametrize(
    ("review_on", "held", "documentation", "refusal"),
    [
        (None, False, "with_names", None),
        (TODAY, False, "with_names", None),
        (date(2026, 11, 22), False, "with_names", Refusal.REVIEW_HAS_PASSED),
        (None, True, "with_names", None),
        (None, True, "without_names", None),
        (None, False, "none", None),
        (None, True, "none", Refusal.COPY_IS_HERS),
    ],
)
def test_what_can_be_saved(review_on: date | None, held: bool, documentation: str, refusal: Refusal | None):
    words = TalkWords(review_on=review_on)
    assert decide_saving(words, held=held, documentation=documentation, today=TODAY) is refusal


@pytest.mark.requirement("S1-12")
@pytest.mark.parametrize(
    ("held_on", "refusal"),
    [(date(2019, 3, 1), None), (TODAY, None), (date(2026, 11, 24), Refusal.NOT_HELD_YET)],
)
def test_a_talk_from_before_has_taken_place(held_on: date, refusal: Refusal | None):
    assert decide_held_before(held_on=held_on, today=TODAY) is refusal


@pytest.mark.requirement("S1-13")
@pytest.mark.parametrize("first", list(Choice))
@pytest.mark.parametrize("then", list(Choice))
def test_no_answer_is_for_ever_the_latest_talk_counts(first: Choice, then: Choice):
    talks = [[ChoiceSaid(LUNCH, first)], [ChoiceSaid(SEWING, Choice.NOW)], [ChoiceSaid(LUNCH, then)]]
    assert latest_choices(talks) == {LUNCH: then, SEWING: Choice.NOW}


SAID = st.builds(
    ChoiceSaid, st.sampled_from([LUNCH, SEWING, WALK]), st.sampled_from(Choice), st.booleans(), st.booleans()
)


@given(st.lists(SAID, max_size=6))
def test_ticks_stay_only_where_something_is_chosen_now(choices: list[ChoiceSaid]):
    kept = ticks_that_count(choices)
    assert [said.choice for said in kept] == [said.choice for said in choices]
    for before, after in zip(choices, kept, strict=True):
        if before.choice is Choice.NOW:
            assert after == before
        else:
            assert not after.expectations_said_by_person
            assert not after.expectations_said_by_adviser


@pytest.mark.requirement("X-09")
@pytest.mark.parametrize(("days", "refusal"), [(-30, None), (0, None), (1, Refusal.NOT_HELD_YET)])
def test_a_talk_on_paper_is_typed_in_on_a_later_day_never_on_an_earlier_one(
    days: int, refusal: Refusal | None
):
    assert decide_holding([], held_on=TODAY + timedelta(days=days), today=TODAY) is refusal
