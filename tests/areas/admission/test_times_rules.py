"""Which times for a talk come of what an adviser says, and who may have one."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given as generated
from hypothesis import strategies as st

from stegvis.areas.admission.rules import (
    MOST_TIMES,
    NOTICE,
    PlannedTime,
    Refusal,
    decide_time,
    plan_times,
)
from tests.factories.admission import NOW

OSLO = "Europe/Oslo"
TUESDAY = date(2026, 11, 24)


def _planned(**fields: object) -> tuple[PlannedTime, ...] | Refusal:
    defaults = {
        "first_on": TUESDAY,
        "weeks": 1,
        "starts": time(10),
        "until": time(12),
        "minutes": 45,
        "zone": OSLO,
        "now": NOW,
    }
    return plan_times(**{**defaults, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, [(24, 10, 0), (24, 10, 45)]),
        ({"minutes": 60}, [(24, 10, 0), (24, 11, 0)]),
        ({"minutes": 90}, [(24, 10, 0)]),
        ({"weeks": 2, "minutes": 120}, [(24, 10, 0), (1, 10, 0)]),
        ({"until": time(10)}, Refusal.ENDS_BEFORE_IT_STARTS),
        ({"until": time(10, 30)}, Refusal.TALK_IS_LONGER),
        ({"first_on": date(2026, 11, 20)}, Refusal.TIME_HAS_PASSED),
        ({"first_on": NOW.date(), "minutes": 30}, [(23, 11, 30)]),  # it is eleven: what has begun is left out
        ({"weeks": 12, "starts": time(8), "until": time(18), "minutes": 30}, Refusal.TOO_MANY_TIMES),
    ],
)
def test_which_times_come_of_it(fields: dict[str, object], found: list[tuple[int, int, int]] | Refusal):
    planned = _planned(**fields)
    if isinstance(planned, Refusal):
        assert planned is found
    else:
        assert [(one.on.day, one.starts.hour, one.starts.minute) for one in planned] == found


def test_ten_o_clock_stays_ten_when_the_clocks_change():
    planned = _planned(first_on=date(2027, 3, 25), weeks=2, minutes=120)
    assert not isinstance(planned, Refusal)
    assert [one.starts for one in planned] == [time(10), time(10)]
    assert [one.starts_at for one in planned] == [
        datetime(2027, 3, 25, 9, tzinfo=UTC),
        datetime(2027, 4, 1, 8, tzinfo=UTC),
    ]


@generated(
    weeks=st.integers(1, 12),
    starts=st.times(min_value=time(7), max_value=time(15)).map(
        lambda at: at.replace(second=0, microsecond=0)
    ),
    hours=st.integers(1, 8),
    minutes=st.sampled_from([15, 30, 45, 60, 90]),
)
def test_no_two_times_overlap_and_none_has_begun(weeks: int, starts: time, hours: int, minutes: int):
    until = time(starts.hour + hours, starts.minute)
    planned = _planned(first_on=NOW.date(), weeks=weeks, starts=starts, until=until, minutes=minutes)
    if isinstance(planned, Refusal):
        return
    assert len(planned) <= MOST_TIMES
    assert all(one.starts_at > NOW for one in planned)
    assert all(one.ends <= until for one in planned)
    assert all(first.ends_at <= second.starts_at for first, second in pairwise(planned))


@pytest.mark.parametrize(
    ("away", "free", "by_herself", "refusal"),
    [
        (NOTICE + timedelta(minutes=1), True, True, None),
        (NOTICE, True, True, Refusal.TIME_HAS_PASSED),
        (timedelta(minutes=5), True, False, None),  # the adviser stands beside her
        (timedelta(0), True, False, Refusal.TIME_HAS_PASSED),
        (timedelta(days=1), False, True, Refusal.TIME_TAKEN),
        (timedelta(days=1), False, False, Refusal.TIME_TAKEN),
    ],
)
def test_who_may_have_a_time(away: timedelta, free: bool, by_herself: bool, refusal: Refusal | None):
    assert decide_time(starts_at=NOW + away, now=NOW, free=free, by_herself=by_herself) is refusal
