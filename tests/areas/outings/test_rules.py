"""What an outing becomes, and what is missing before it leaves: as tables."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.areas.outings.rules import (
    BREAKS,
    MINUTES,
    NOTHING_SAID,
    Frame,
    Missing,
    Needs,
    Pace,
    Part,
    Safety,
    Terrain,
    as_words,
    emergency_number,
    frame_of,
    from_words,
    gentlest,
    last_settling,
    missing_of,
    parts_of,
    strains,
)

WALK = Frame(60, Pace.EASY, Terrain.HILLS, None, False, False, 3600)
OSLO = ZoneInfo("Europe/Oslo")


@pytest.mark.requirement("S1-30")
@pytest.mark.parametrize(
    ("said", "becomes"),
    [
        pytest.param([], WALK, id="nobody has said anything: the plan"),
        pytest.param([NOTHING_SAID], WALK, id="no wish sets no limit"),
        pytest.param(
            [Needs(minutes=20)], replace(WALK, minutes=20, metres=1200), id="shorter, so not as far"
        ),
        pytest.param([Needs(minutes=90)], WALK, id="who can more changes nothing"),
        pytest.param([Needs(pace=Pace.SLOW)], replace(WALK, pace=Pace.SLOW, metres=2400), id="slower"),
        pytest.param([Needs(terrain=Terrain.FIRM)], replace(WALK, terrain=Terrain.FIRM), id="flat"),
        pytest.param([Needs(break_every=10)], replace(WALK, break_every=10), id="breaks"),
        pytest.param(
            [Needs(minutes=30), Needs(minutes=20, toilet=True), Needs(terrain=Terrain.PATH, benches=True)],
            Frame(20, Pace.EASY, Terrain.PATH, None, True, True, 1200),
            id="the lowest of each, from different people",
        ),
    ],
)
def test_an_outing_goes_as_the_one_who_needs_it_gentlest(said: list[Needs], becomes: Frame):
    assert frame_of(WALK, said) == becomes


def test_a_plan_that_says_little_takes_what_people_say():
    assert frame_of(Frame(), [Needs(minutes=30, pace=Pace.SLOW)]) == Frame(30, Pace.SLOW)
    assert frame_of(Frame(minutes=60, metres=120), [Needs(minutes=10)]).metres == 100, "never no way at all"


NEEDS = st.builds(
    Needs,
    minutes=st.sampled_from([None, *MINUTES]),
    pace=st.sampled_from([None, *Pace]),
    terrain=st.sampled_from([None, *Terrain]),
    break_every=st.sampled_from([None, *BREAKS]),
    toilet=st.booleans(),
    benches=st.booleans(),
)
PLANS = st.builds(
    Frame,
    minutes=st.one_of(st.none(), st.integers(1, 480)),
    pace=st.sampled_from([None, *Pace]),
    terrain=st.sampled_from([None, *Terrain]),
    break_every=st.one_of(st.none(), st.integers(1, 60)),
    toilet=st.booleans(),
    benches=st.booleans(),
    metres=st.one_of(st.none(), st.integers(100, 20_000)),
)


def is_no_harder(one: Needs, than: Needs) -> bool:
    """Said without `gentlest`, part by part."""

    def low(order: list[object], mine: object, other: object) -> bool:
        return other is None or (mine is not None and order.index(mine) <= order.index(other))

    return (
        low(list(range(1, 481)), one.minutes, than.minutes)
        and low(list(Pace), one.pace, than.pace)
        and low(list(Terrain), one.terrain, than.terrain)
        and low(list(range(1, 61)), one.break_every, than.break_every)
        and one.toilet >= than.toilet
        and one.benches >= than.benches
    )


@pytest.mark.requirement("S1-30")
@given(PLANS, st.lists(NEEDS, max_size=5), NEEDS)
def test_no_part_is_harder_than_the_plan_or_than_what_anybody_said(plan, said, one_more):
    frame = frame_of(plan, said)
    assert all(is_no_harder(frame, one) for one in (plan, *said))
    assert frame_of(plan, said[::-1]) == frame, "the order tells nothing"
    assert frame_of(plan, [gentlest(said)]) == frame, "what is kept without names is enough"
    gentler = frame_of(plan, [*said, one_more])
    assert is_no_harder(gentler, frame)
    assert (gentler.metres or 0) <= (frame.metres or 0)
    assert strains(frame, said) == (), "the plan that fits stays as it is"
    assert bool(strains(plan, said)) == (frame != plan)


@given(NEEDS)
def test_what_is_written_down_is_read_back(needs: Needs):
    assert from_words(as_words(needs)) == needs
    assert bool(as_words(needs)) == bool(parts_of(needs))


READY = Safety("The red bench", "The bridge", time(12), "113", "Odd: 00 00 00 21", "Ingrid", "Bus 2")


@pytest.mark.requirement("S1-33")
@pytest.mark.parametrize("part", [one for one in Missing if one not in (Missing.STAFF, Missing.FITS)])
def test_each_thing_that_is_not_agreed_is_said_to_be_missing(part: Missing):
    empty = replace(READY, **{part.value: None if part is Missing.TURN_BACK_BY else ""})
    assert missing_of(empty, strained=(), enough_staff=True) == (part,)


@pytest.mark.requirement("S1-33")
def test_a_sheet_is_ready_when_all_is_agreed_and_enough_are_on_duty():
    assert missing_of(READY, strained=(), enough_staff=True) == ()
    assert missing_of(READY, strained=[Part.TOILET], enough_staff=False) == (Missing.STAFF, Missing.FITS)
    assert set(missing_of(Safety(), strained=["x"], enough_staff=False)) == set(Missing)


def test_the_number_for_help_is_the_countrys():
    assert [emergency_number(code) for code in ("NO", "DK", "SE", "IS")] == ["113", "112", "112", "112"]


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 10, day, hour, minute, tzinfo=OSLO)


@pytest.mark.parametrize(
    ("now", "settles"),
    [
        pytest.param(moment(26, 5, 59), moment(25, 6), id="before six: yesterday's"),
        pytest.param(moment(26, 6), moment(26, 6), id="at six"),
        pytest.param(moment(28, 9, 59), moment(28, 6), id="the day it leaves, before the last call"),
        pytest.param(moment(28, 10), moment(28, 10), id="an hour before it leaves"),
        pytest.param(moment(25, 12), moment(25, 6), id="the day the clocks go back"),
    ],
)
def test_what_is_said_settles_in_the_morning_and_an_hour_before(now: datetime, settles: datetime):
    assert last_settling(moment(28, 11), now) == settles


@given(st.integers(0, 60 * 24 * 6), st.integers(0, 60 * 24 * 6))
def test_there_are_at_most_two_settlings_a_day(first: int, second: int):
    begin, starts = moment(22, 0), moment(28, 11)
    one, other = begin + timedelta(minutes=first), begin + timedelta(minutes=second)
    earlier, later = sorted([last_settling(starts, one), last_settling(starts, other)])
    assert earlier == later or later.hour in (6, 10)
