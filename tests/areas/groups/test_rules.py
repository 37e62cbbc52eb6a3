"""Who gets a place, and on which days a round meets, as tables."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stegvis.areas.groups.rules import (
    MOST_SESSIONS,
    Asking,
    Refusal,
    days_of,
    decide_place,
    free_places,
    moment,
    plan_sessions,
)

TODAY = date(2026, 11, 23)
WELCOME = Asking(
    gated=True,
    talk_held=True,
    said_not_now=False,
    by_herself=True,
    joining="any_time",
    offering_published=True,
    open_for_new=True,
    from_on=date(2026, 11, 26),
    until_on=date(2026, 12, 10),
    capacity=8,
    taken=7,
)


@pytest.mark.requirement("S1-12")
@pytest.mark.parametrize(
    ("why", "change", "answer"),
    [
        ("the last place", {}, None),
        ("full", {"taken": 8}, Refusal.ROUND_IS_FULL),
        ("an open door is never full", {"capacity": None, "taken": 500}, None),
        ("no talk yet", {"talk_held": False}, Refusal.TALK_COMES_FIRST),
        (
            "no talk yet, whoever asks for her",
            {"talk_held": False, "by_herself": False},
            Refusal.TALK_COMES_FIRST,
        ),
        ("no talk yet, however much room", {"talk_held": False, "capacity": None}, Refusal.TALK_COMES_FIRST),
        ("no talk needed", {"talk_held": False, "gated": False}, None),
        ("she said later, and asks herself now", {"said_not_now": True}, None),
        ("she said later, and staff ask", {"said_not_now": True, "by_herself": False}, Refusal.NOT_NOW),
        ("a spoken yes", {"by_herself": False}, None),
        ("the offering rests", {"offering_published": False}, Refusal.OFFERING_RESTS),
        ("nobody new just now", {"open_for_new": False}, Refusal.ROUND_IS_CLOSED),
        ("over", {"until_on": date(2026, 11, 22)}, Refusal.ROUND_IS_OVER),
        ("the last day", {"until_on": TODAY}, None),
        (
            "it has begun",
            {"joining": "start_of_round", "from_on": date(2026, 11, 19)},
            Refusal.ROUND_HAS_STARTED,
        ),
        ("it begins today", {"joining": "start_of_round", "from_on": TODAY}, None),
        (
            "it has begun, and the adviser takes her in",
            {"joining": "start_of_round", "from_on": date(2026, 11, 19), "by_herself": False},
            None,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_who_gets_a_place(why: str, change: dict, answer: Refusal | None):
    assert decide_place(replace(WELCOME, **change), today=TODAY) is answer


ASKING = st.builds(
    Asking,
    gated=st.booleans(),
    talk_held=st.booleans(),
    said_not_now=st.booleans(),
    by_herself=st.booleans(),
    joining=st.sampled_from(["", "any_time", "start_of_round", "after_agreement"]),
    offering_published=st.booleans(),
    open_for_new=st.booleans(),
    from_on=st.dates(date(2026, 10, 1), date(2027, 1, 1)),
    until_on=st.dates(date(2026, 10, 1), date(2027, 3, 1)),
    capacity=st.none() | st.integers(1, 20),
    taken=st.integers(0, 25),
)


@pytest.mark.requirement("S1-12")
@given(ASKING)
def test_nobody_gets_a_place_without_the_talk_or_without_room(asking: Asking):
    if decide_place(asking, today=TODAY) is None:
        assert asking.talk_held or not asking.gated
        assert asking.capacity is None or asking.taken < asking.capacity
        assert asking.by_herself or not asking.said_not_now


@pytest.mark.requirement("S2-07")
@given(ASKING)
def test_a_held_talk_is_all_that_is_ever_asked_of_her(asking: Asking):
    """What she said in it never closes a door on her own wish."""
    free = replace(asking, by_herself=True, talk_held=True)
    assert decide_place(free, today=TODAY) is decide_place(replace(free, said_not_now=True), today=TODAY)


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=WEEKLY;BYDAY=TH", ["2026-11-26", "2026-12-03", "2026-12-10"]),
        ("freq=weekly;byday=th", ["2026-11-26", "2026-12-03", "2026-12-10"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", ["2026-11-26", "2026-12-10"]),
        ("FREQ=WEEKLY", ["2026-11-23", "2026-11-30", "2026-12-07"]),
        (
            "FREQ=WEEKLY;BYDAY=MO,TH",
            ["2026-11-23", "2026-11-26", "2026-11-30", "2026-12-03", "2026-12-07", "2026-12-10"],
        ),
        ("FREQ=MONTHLY;BYDAY=1TH", ["2026-12-03"]),
        ("FREQ=MONTHLY;BYDAY=1FR", ["2026-12-04"]),
    ],
)
def test_the_days_a_rule_means(rule: str, days: list[str]):
    found = days_of(rule, from_on=TODAY, until_on=date(2026, 12, 10))
    assert [day.isoformat() for day in found] == days


@pytest.mark.parametrize(
    ("rule", "refusal"),
    [
        ("", Refusal.DAYS_NOT_UNDERSTOOD),
        ("every Thursday", Refusal.DAYS_NOT_UNDERSTOOD),
        ("FREQ=WEEKLY;BYDAY=XX", Refusal.DAYS_NOT_UNDERSTOOD),
        ("FREQ=WEEKLY;INTERVAL=0", Refusal.DAYS_NOT_UNDERSTOOD),
        ("FREQ=SECONDLY", Refusal.DAYS_NOT_UNDERSTOOD),
        ("FREQ=WEEKLY;UNTIL=20270101", Refusal.DAYS_NOT_UNDERSTOOD),
        ("FREQ=WEEKLY;BYDAY=TH\nEXDATE:20261203", Refusal.DAYS_NOT_UNDERSTOOD),
        ("FREQ=MONTHLY;BYDAY=5SU", Refusal.NO_DAYS),
    ],
)
def test_a_rule_that_means_no_days_is_refused(rule: str, refusal: Refusal):
    assert days_of(rule, from_on=date(2026, 11, 30), until_on=date(2026, 12, 10)) is refusal


def test_a_round_is_not_for_ever():
    assert days_of("FREQ=DAILY", from_on=TODAY, until_on=date(2030, 1, 1)) is Refusal.TOO_MANY_DAYS
    until = date.fromordinal(TODAY.toordinal() + MOST_SESSIONS - 1)
    assert len(days_of("FREQ=DAILY", from_on=TODAY, until_on=until)) == MOST_SESSIONS


@settings(deadline=1000)
@given(st.text("FREQWKLYDAIMONTHBV=;,12345 -\n", max_size=40) | st.text(max_size=20))
def test_no_rule_breaks_it_or_keeps_it_busy(rule: str):
    days = days_of(rule, from_on=TODAY, until_on=date(2026, 12, 10))
    assert isinstance(days, Refusal) or all(TODAY <= day <= date(2026, 12, 10) for day in days)


def test_twelve_o_clock_stays_twelve_o_clock_when_the_clocks_change():
    sessions = plan_sessions(
        recurrence="FREQ=WEEKLY;BYDAY=TH",
        from_on=date(2026, 10, 22),
        until_on=date(2026, 10, 29),
        starts=time(12),
        ends=time(14),
        zone="Europe/Oslo",
    )
    assert [session.starts_at for session in sessions] == [
        datetime(2026, 10, 22, 10, tzinfo=UTC),
        datetime(2026, 10, 29, 11, tzinfo=UTC),
    ]
    assert {session.starts for session in sessions} == {time(12)}


@pytest.mark.parametrize(
    ("on", "at", "expected"),
    [
        (date(2027, 3, 28), time(2, 30), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),  # left out: an hour later
        (date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # twice: the first
    ],
)
def test_the_hour_that_the_clocks_skip_or_repeat(on: date, at: time, expected: datetime):
    assert moment(on, at, zone="Europe/Oslo") == expected


@given(
    st.dates(date(2026, 1, 1), date(2036, 1, 1)),
    st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    st.sampled_from(["Europe/Oslo", "Europe/Copenhagen", "Europe/Stockholm", "Atlantic/Faroe"]),
)
def test_the_moment_shows_the_planned_time_on_the_wall(on: date, at: time, zone: str):
    wall = moment(on, at, zone=zone).astimezone(ZoneInfo(zone))
    skipped = wall.replace(tzinfo=None) != datetime.combine(on, at)
    assert not skipped or on.month == 3


def test_a_meeting_ends_after_it_starts():
    sessions = plan_sessions(
        recurrence="FREQ=DAILY",
        from_on=TODAY,
        until_on=TODAY,
        starts=time(14),
        ends=time(12),
        zone="Europe/Oslo",
    )
    assert sessions is Refusal.ENDS_BEFORE_IT_STARTS


@pytest.mark.parametrize(("capacity", "taken", "free"), [(8, 3, 5), (8, 8, 0), (8, 9, 0), (None, 100, None)])
def test_how_many_places_are_free(capacity: int | None, taken: int, free: int | None):
    assert free_places(capacity=capacity, taken=taken) == free
