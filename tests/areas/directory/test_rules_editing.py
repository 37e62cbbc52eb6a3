"""What can be written, and within which limits."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.areas.directory.rules import (
    FIELDS,
    TEXT_FIELDS,
    Aim,
    Refusal,
    Shape,
    Step,
    Time,
    as_kept,
    field_refusal,
    times_refusal,
)

TODAY = date(2026, 11, 20)
CONTENT = FIELDS[Step.WHAT]["content"]
WORDS = [
    (name, field)
    for fields in FIELDS.values()
    for name, field in fields.items()
    if field.shape is Shape.WORDS
]


@pytest.mark.parametrize(("name", "field"), WORDS, ids=[name for name, _ in WORDS])
def test_every_text_has_a_limit(name, field):
    assert 0 < field.limit <= 8_000
    assert field_refusal(name, field, "x" * field.limit, today=TODAY) is None
    assert field_refusal(name, field, "x" * (field.limit + 1), today=TODAY) is Refusal.TOO_LONG


def test_ten_megabytes_are_refused():
    assert field_refusal("content", CONTENT, "x" * 10_000_000, today=TODAY) is Refusal.TOO_LONG


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b"])
def test_signs_that_cannot_be_shown_are_refused(sign: str):
    assert field_refusal("content", CONTENT, f"Hei{sign}", today=TODAY) is Refusal.UNREADABLE


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "a\nb\tc", "Å være – «sammen»", "{{ 7 }} {% now %}", "🙂"]
)
def test_markup_and_all_letters_are_kept_as_typed(text: str):
    assert field_refusal("content", CONTENT, text, today=TODAY) is None
    assert as_kept(CONTENT, text) == text


@pytest.mark.parametrize(
    ("name", "step", "day", "refusal"),
    [
        ("next_start_on", Step.JOINING, date(2026, 11, 19), Refusal.START_HAS_PASSED),
        ("next_start_on", Step.JOINING, date(2026, 11, 20), None),
        ("knowledge_on", Step.GROUND, date(2026, 11, 21), Refusal.WRITTEN_IN_THE_FUTURE),
        ("knowledge_on", Step.GROUND, date(2026, 11, 20), None),
    ],
)
def test_days_that_make_no_sense_are_refused(name: str, step: Step, day: date, refusal: Refusal | None):
    assert field_refusal(name, FIELDS[step][name], day, today=TODAY) is refusal


def test_an_unknown_code_is_an_error_and_never_kept():
    with pytest.raises(ValueError, match="bravery"):
        as_kept(FIELDS[Step.JOINING]["aims"], ["bravery"])


@given(st.lists(st.sampled_from(list(Aim))))
def test_choices_are_kept_once_and_in_one_order(aims: list[Aim]):
    kept = as_kept(FIELDS[Step.JOINING]["aims"], aims)
    assert kept == as_kept(FIELDS[Step.JOINING]["aims"], list(reversed(aims)))
    assert set(kept) == set(aims)
    assert len(kept) == len(set(kept))


@pytest.mark.parametrize(
    ("times", "refusal"),
    [
        ([], None),
        ([Time(3, time(12), time(14))], None),
        ([Time(3, time(12), time(14)), Time(3, time(13), time(15))], None),
        ([Time(3, time(12), time(12))], Refusal.ENDS_BEFORE_IT_STARTS),
        ([Time(3, time(14), time(12))], Refusal.ENDS_BEFORE_IT_STARTS),
        ([Time(3, time(12), time(14))] * 2, Refusal.SAME_TIME_TWICE),
        (
            [Time(day, time(hour), time(hour + 1)) for day in range(7) for hour in range(4)],
            Refusal.TOO_MANY_TIMES,
        ),
    ],
)
def test_usual_times(times: list[Time], refusal: Refusal | None):
    assert times_refusal(times) is refusal


def test_the_words_that_people_read_are_those_of_the_original():
    assert set(TEXT_FIELDS) == {
        "title",
        "summary",
        "content",
        "frame",
        "method",
        "audience",
        "hard_for",
        "guidelines",
        "first_time",
    }
