"""What a review needs, when it is time for one, and roughly how many hours there are: as tables."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given as draw
from hypothesis import strategies as some

from stegvis.areas.directory.rules import State
from stegvis.areas.insight.rules import (
    POSSIBLE,
    TAKES_AWAY,
    Decision,
    Due,
    Outcome,
    Planned,
    Refusal,
    Standing,
    Why,
    a_year_on,
    about_hours,
    days_of,
    due,
    month_after,
    month_before,
    staff_minutes,
    why_not,
)
from stegvis.areas.insight.texts import (
    DONE,
    ENDED_IN,
    MEANS,
    MEANS_WHEN_PAUSED,
    OUTCOMES,
    OUTCOMES_WHEN_PAUSED,
    PARTICIPATION,
    REFUSALS,
    WHYS,
)

TODAY = date(2026, 11, 20)
NEXT = date(2027, 11, 20)
GO_ON = Decision(Outcome.CONTINUE, next_on=NEXT)
REST = Decision(
    Outcome.PAUSE,
    why=Why.TOO_DEMANDING,
    told="Vi tar en pause. Kom på lunsj i stedet.",
    alternatives=1,
    next_on=NEXT,
)
END = replace(REST, outcome=Outcome.CLOSE, next_on=None)


@pytest.mark.parametrize(
    ("decision", "standing", "reason"),
    [
        pytest.param(
            GO_ON,
            Standing.SHOWN,
            None,
            id="going on needs a next day",
            marks=pytest.mark.requirement("S2-15"),
        ),
        pytest.param(replace(GO_ON, next_on=None), Standing.SHOWN, Refusal.WHEN_NEXT, id="no next day"),
        pytest.param(
            replace(GO_ON, next_on=TODAY), Standing.SHOWN, Refusal.WHEN_NEXT, id="today is no next day"
        ),
        pytest.param(
            replace(GO_ON, next_on=date(2030, 1, 1)),
            Standing.SHOWN,
            Refusal.NEXT_IS_TOO_FAR,
            id="in four years",
        ),
        pytest.param(
            replace(GO_ON, outcome=Outcome.ADJUST),
            Standing.SHOWN,
            Refusal.SAY_WHAT_CHANGES,
            id="adjust what?",
        ),
        pytest.param(
            replace(GO_ON, outcome=Outcome.ADJUST, words="Later."),
            Standing.SHOWN,
            None,
            id="adjust, and what",
        ),
        pytest.param(REST, Standing.SHOWN, None, id="a pause with reason, words and a way on"),
        pytest.param(END, Standing.SHOWN, None, id="an end needs no next day"),
        pytest.param(
            replace(REST, why=None), Standing.SHOWN, Refusal.CHOOSE_A_REASON, id="a pause without reason"
        ),
        pytest.param(
            replace(END, why=None), Standing.PAUSED, Refusal.CHOOSE_A_REASON, id="an end without reason"
        ),
        pytest.param(
            replace(END, why=Why.OTHER), Standing.SHOWN, Refusal.SAY_THE_REASON, id="other says what"
        ),
        pytest.param(
            replace(END, told=" "), Standing.SHOWN, Refusal.TELL_PEOPLE, id="people are told nothing"
        ),
        pytest.param(
            replace(END, alternatives=0, contact="Ring oss.", others=3),
            Standing.SHOWN,
            Refusal.CHOOSE_ANOTHER,
            id="an end leads to another offering where there is one",
            marks=pytest.mark.requirement("S2-09"),
        ),
        pytest.param(
            replace(REST, outcome=Outcome.LESS, alternatives=0, contact="Ring oss.", others=3),
            Standing.SHOWN,
            None,
            id="what becomes less is still there to come to",
        ),
        pytest.param(
            replace(END, alternatives=0),
            Standing.SHOWN,
            Refusal.NOWHERE_TO_GO,
            id="people have nowhere to go",
        ),
        pytest.param(
            replace(END, alternatives=0, contact="Ring oss."),
            Standing.SHOWN,
            None,
            id="somebody to talk to",
        ),
        pytest.param(
            replace(REST, outcome=Outcome.LESS, why=None),
            Standing.SHOWN,
            Refusal.CHOOSE_A_REASON,
            id="less, but why?",
        ),
        pytest.param(
            replace(REST, outcome=Outcome.LESS),
            Standing.PAUSED,
            Refusal.NOT_POSSIBLE_NOW,
            id="less than nothing",
        ),
        pytest.param(Decision(Outcome.CLOSE), Standing.DRAFT, None, id="nobody has seen a draft"),
        pytest.param(GO_ON, Standing.DRAFT, Refusal.NOT_POSSIBLE_NOW, id="a draft does not go on"),
        pytest.param(END, Standing.CLOSED, Refusal.NOT_POSSIBLE_NOW, id="what is closed stays closed"),
        pytest.param(replace(END, told="x" * 601), Standing.SHOWN, Refusal.TOO_LONG, id="too long to read"),
    ],
)
def test_what_a_review_needs(decision: Decision, standing: Standing, reason: Refusal | None):
    refusal = why_not(decision, standing, TODAY)
    assert (refusal.reason if refusal else None) == reason


@pytest.mark.requirement("S2-09")
@draw(
    some.sampled_from(sorted(TAKES_AWAY)),
    some.sampled_from([Standing.SHOWN, Standing.PAUSED]),
    some.none() | some.sampled_from(list(Why)),
    some.sampled_from(["", "  ", "Words."]),
    some.sampled_from(["", "\n", "Told."]),
    some.integers(0, 2),
    some.sampled_from(["", " ", "Call us."]),
)
def test_nothing_is_taken_away_without_reason_words_and_a_way_on(
    outcome, standing, why, words, told, alternatives, contact
):
    decision = Decision(outcome, why, words, told, alternatives, contact, NEXT)
    if why_not(decision, standing, TODAY) is None:
        assert why is not None
        assert told.strip()
        assert alternatives or contact.strip()
        assert words.strip() or why is not Why.OTHER


@pytest.mark.requirement("S2-15")
@pytest.mark.parametrize(
    ("review_on", "standing", "when"),
    [
        (TODAY - timedelta(days=400), Standing.SHOWN, Due.NOW),
        (TODAY, Standing.SHOWN, Due.NOW),
        (None, Standing.PAUSED, Due.NOW),
        (TODAY + timedelta(days=1), Standing.SHOWN, Due.SOON),
        (TODAY + timedelta(days=30), Standing.PAUSED, Due.SOON),
        (TODAY + timedelta(days=31), Standing.SHOWN, Due.LATER),
        (TODAY - timedelta(days=400), Standing.DRAFT, Due.NEVER),
        (TODAY - timedelta(days=400), Standing.CLOSED, Due.NEVER),
    ],
)
def test_when_it_is_time_for_a_look(review_on: date | None, standing: Standing, when: Due):
    assert due(review_on, standing, TODAY) is when


LUNCH, PHONE, TALKS, GROUP = (UUID(int=number) for number in range(1, 5))
NOVEMBER = days_of(TODAY)


@pytest.mark.requirement("S2-10")
def test_hours_are_employees_needed_times_planned_time():
    minutes = staff_minutes(
        [Planned(LUNCH, 120, 2), Planned(LUNCH, 120, 3), Planned(TALKS, 60, 1)],
        [
            Planned(PHONE, 60, 1, weekday=0),
            Planned(TALKS, 600, 1, weekday=1),
            Planned(GROUP, 90, 2, weekday=2),
        ],
        by_usual_times={PHONE, TALKS},
        days=NOVEMBER,
    )
    assert minutes == {
        LUNCH: 120 * 2 + 120 * 3,
        PHONE: 5 * 60,
        TALKS: 60,
    }  # five Mondays; the group meets by its calendar alone


@pytest.mark.requirement("S2-10")
@pytest.mark.parametrize(
    ("minutes", "hours"), [(0, 0), (1, 1), (89, 1), (90, 2), (1170, 20), (1200, 20), (1350, 25), (6000, 100)]
)
def test_hours_are_said_roughly(minutes: int, hours: int):
    assert about_hours(minutes) == hours


def test_months_follow_one_another():
    assert (NOVEMBER[0], NOVEMBER[-1], len(NOVEMBER)) == (date(2026, 11, 1), date(2026, 11, 30), 30)
    assert month_after(date(2026, 12, 1)) == date(2027, 1, 1)
    assert month_before(date(2027, 1, 1)) == date(2026, 12, 1)
    assert a_year_on(date(2028, 2, 29)) == date(2029, 3, 1)
    assert a_year_on(TODAY) == date(2027, 11, 20)


def test_every_code_has_words():
    for words in (OUTCOMES, MEANS, DONE, ENDED_IN):
        assert set(words) == set(Outcome)
    for paused in (OUTCOMES_WHEN_PAUSED, MEANS_WHEN_PAUSED):
        assert set(paused) == set(POSSIBLE[Standing.PAUSED])
    assert set(WHYS) == set(Why)
    assert set(REFUSALS) == set(Refusal)
    assert len(PARTICIPATION) == 4
    assert {one.value for one in Standing} == {one.value for one in State}
