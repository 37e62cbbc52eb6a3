"""Whose turn it is, and how long a place is kept for her: as tables, and for any line."""

from datetime import UTC, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.areas.groups.rules import InLine, answer_by, is_her_turn, next_to_offer

TOGETHER, OTHERS = UUID(int=100), UUID(int=200)


def _line(*people: str) -> list[InLine]:
    """`3` waits with number 3, `3r` rests, `3+` and `5+` come together."""
    return [
        InLine(
            UUID(int=int(one.rstrip("r+"))),
            int(one.rstrip("r+")),
            rests="r" in one,
            company=TOGETHER if "+" in one else None,
        )
        for one in people
    ]


def _numbers(places: tuple[UUID, ...]) -> list[int]:
    return [place.int for place in places]


@pytest.mark.parametrize(
    ("why", "line", "free", "offered"),
    [
        ("nobody waits", [], 1, []),
        ("no place is free", ["1", "2"], 0, []),
        ("the first", ["1", "2", "3"], 1, [1]),
        ("the first two", ["1", "2", "3"], 2, [1, 2]),
        ("whatever order they are read in", ["3", "1", "2"], 2, [1, 2]),
        ("more places than people", ["4", "9"], 5, [4, 9]),
        ("the door is open", ["1", "2", "3"], None, [1, 2, 3]),
        ("she who let it go by rests", ["1r", "2"], 1, [2]),
        ("all rest", ["1r", "2r"], 2, []),
        ("two together, and two places", ["1+", "2+", "3"], 2, [1, 2]),
        ("two together, and one place: the next who comes alone", ["1+", "2+", "3"], 1, [3]),
        ("two together, and one place, and nobody else", ["1+", "2+"], 1, []),
        ("two together stand where the later of them stands", ["1+", "2", "3+"], 2, [2]),
        ("two together, one between, three places", ["1+", "2", "3+"], 3, [2, 1, 3]),
        ("her company has a place already: she is alone", ["1+", "2"], 1, [1]),
        ("her company rests: she is alone", ["1+r", "2+", "3"], 1, [2]),
        ("both rest", ["1+r", "2+r", "3"], 2, [3]),
        ("two together in an open door", ["1+", "2+"], None, [1, 2]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_whose_turn_it_is(why: str, line: list[str], free: int | None, offered: list[int]):
    assert _numbers(next_to_offer(_line(*line), free=free)) == offered


@st.composite
def lines(draw: st.DrawFn) -> list[InLine]:
    numbers = draw(st.lists(st.integers(1, 60), unique=True, max_size=10))
    company = draw(st.lists(st.sampled_from([TOGETHER, TOGETHER, OTHERS, OTHERS]), max_size=4))
    together = [one for number in (TOGETHER, OTHERS) for one in [number] * min(company.count(number), 2)]
    places = draw(st.permutations(together + [None] * len(numbers)))
    return [
        InLine(UUID(int=number), number, draw(st.booleans()), places[index])
        for index, number in enumerate(numbers)
    ]


FREE = st.none() | st.integers(0, 12)


@given(lines(), FREE)
def test_never_more_than_are_free_and_nobody_twice(line: list[InLine], free: int | None):
    offered = next_to_offer(line, free=free)
    assert len(set(offered)) == len(offered) <= (len(line) if free is None else free)
    assert not [one for one in line if one.rests and one.place_id in offered]


@given(lines(), FREE)
def test_nobody_overtakes_one_who_could_have_come(line: list[InLine], free: int | None):
    """Whoever waits alone and is not offered has only smaller numbers offered, or larger ones of no company."""
    offered = set(next_to_offer(line, free=free))
    for one in line:
        alone = not any(
            other.company == one.company and other is not one and not other.rests
            for other in line
            if one.company is not None
        )
        if one.place_id not in offered and not one.rests and alone:
            assert all(other.number < one.number for other in line if other.place_id in offered)


@given(lines(), FREE)
def test_no_free_place_stands_empty_while_somebody_waits_alone(line: list[InLine], free: int | None):
    offered = next_to_offer(line, free=free)
    alone = [one for one in line if not one.rests and one.company is None and one.place_id not in offered]
    assert not alone or (free is not None and len(offered) == free)


@given(lines(), FREE)
def test_two_together_are_offered_together(line: list[InLine], free: int | None):
    offered = set(next_to_offer(line, free=free))
    for company in (TOGETHER, OTHERS):
        two = [one for one in line if one.company == company and not one.rests]
        assert len({one.place_id in offered for one in two}) <= 1


def test_who_asks_now_has_her_turn_only_behind_the_others():
    line = _line("1", "2")
    asks = InLine(UUID(int=3), 3)
    assert not is_her_turn(asks.place_id, [*line, asks], free=1)
    assert is_her_turn(asks.place_id, [*_line("1r", "2r"), asks], free=1)
    assert is_her_turn(asks.place_id, [asks], free=1)
    assert not is_her_turn(asks.place_id, [asks], free=0)


OSLO = {"quiet_from": time(20), "quiet_until": time(9), "zone": "Europe/Oslo"}


def _oslo(*when: int) -> datetime:
    return datetime(*when, tzinfo=ZoneInfo("Europe/Oslo"))  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("why", "reached", "until"),
    [
        ("by day: two days", _oslo(2026, 11, 23, 11), _oslo(2026, 11, 25, 11)),
        ("up to the full hour", _oslo(2026, 11, 23, 11, 7), _oslo(2026, 11, 25, 12)),
        ("in the evening: the morning after", _oslo(2026, 11, 23, 21, 30), _oslo(2026, 11, 26, 9)),
        ("in the night: that morning", _oslo(2026, 11, 23, 3), _oslo(2026, 11, 25, 9)),
        ("as the quiet begins", _oslo(2026, 11, 23, 20), _oslo(2026, 11, 26, 9)),
        ("just before it", _oslo(2026, 11, 23, 19), _oslo(2026, 11, 25, 19)),
        ("as it ends", _oslo(2026, 11, 23, 9), _oslo(2026, 11, 25, 9)),
        ("over the change to winter time", _oslo(2026, 10, 24, 12), _oslo(2026, 10, 26, 11)),
        ("over the change to summer time", _oslo(2027, 3, 27, 12), _oslo(2027, 3, 29, 13)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_how_long_a_place_is_kept(why: str, reached: datetime, until: datetime):
    assert answer_by(reached.astimezone(UTC), **OSLO) == until


def test_where_no_hours_are_quiet_it_is_two_days():
    reached = datetime(2026, 11, 23, 2, tzinfo=UTC)
    assert answer_by(reached, **{**OSLO, "quiet_until": time(20)}) == reached + timedelta(days=2)


LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
CLOCK = st.times().map(lambda at: at.replace(minute=at.minute // 15 * 15, second=0, microsecond=0))


@given(
    st.integers(0, 60 * 24 * 365 * 5).map(lambda minutes: LONG_AGO + timedelta(minutes=minutes)),
    CLOCK,
    CLOCK,
    st.sampled_from(["Europe/Oslo", "Europe/Copenhagen", "Europe/Stockholm", "Atlantic/Faroe"]),
)
def test_she_has_two_whole_days_and_never_until_the_night(
    reached: datetime, quiet_from: time, quiet_until: time, zone: str
):
    until = answer_by(reached, quiet_from=quiet_from, quiet_until=quiet_until, zone=zone)
    assert timedelta(days=2) <= until - reached <= timedelta(days=3, hours=2)
    at = until.astimezone(ZoneInfo(zone)).time()
    skipped = at != quiet_until and until.month == 3  # a time that the change to summer time leaves out
    if quiet_from < quiet_until:
        assert skipped or not quiet_from <= at < quiet_until
    elif quiet_until < quiet_from:
        assert skipped or quiet_until <= at < quiet_from
