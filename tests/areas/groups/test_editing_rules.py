"""What changing a round does to its dates: tables a social worker can read, and what holds whatever is changed."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stegvis.areas.groups.rules import (
    Changes,
    Dated,
    Frame,
    Planned,
    Refusal,
    SessionState,
    days_of,
    decide_date,
    edit,
    moment,
)

OSLO = "Europe/Oslo"
NOW = datetime(2026, 12, 1, 10, tzinfo=UTC)
"""A Tuesday. The first lunch, on 26 November, is over."""

THURSDAYS, FRIDAYS = "FREQ=WEEKLY;BYDAY=TH", "FREQ=WEEKLY;BYDAY=FR"
LUNCH = Frame(THURSDAYS, date(2026, 11, 26), date(2026, 12, 17), time(12), time(14))
NOV_26, DEC_3, DEC_10, DEC_17 = (date(2026, 11, 26) + timedelta(weeks=week) for week in range(4))


def a_meeting(on: date, frame: Frame = LUNCH, **fields: object) -> Dated:
    begun = moment(on, frame.starts, zone=OSLO) <= NOW
    facts = {"starts": frame.starts, "ends": frame.ends, "state": SessionState.PLANNED, "fixed": begun}
    return Dated(uuid4(), on, **{**facts, **fields})


def the_lunches() -> list[Dated]:
    return [a_meeting(on) for on in (NOV_26, DEC_3, DEC_10, DEC_17)]


def changed(
    new: Frame, sessions: list[Dated] | None = None, *, held: bool = True, **fields: object
) -> Changes:
    found = edit(
        sessions if sessions is not None else the_lunches(),
        **{"old": LUNCH, "new": new, "held": held, "now": NOW, "zone": OSLO, **fields},
    )
    assert isinstance(found, Changes), found
    return found


def days(ones: object) -> list[date]:
    return [one[0].on if isinstance(one, tuple) else one.on for one in ones]


@pytest.mark.parametrize(
    ("new", "stay", "moved", "new_days", "called_off"),
    [
        pytest.param(LUNCH, [NOV_26, DEC_3, DEC_10, DEC_17], [], [], [], id="nothing"),
        pytest.param(
            replace(LUNCH, starts=time(13), ends=time(15)),
            [NOV_26],
            [DEC_3, DEC_10, DEC_17],
            [],
            [],
            id="an hour later: what is over stays at twelve",
        ),
        pytest.param(
            replace(LUNCH, recurrence=FRIDAYS),
            [NOV_26],
            [],
            [date(2026, 12, 4), date(2026, 12, 11)],
            [DEC_3, DEC_10, DEC_17],
            id="from Thursdays to Fridays: the Friday that has passed is not made up",
        ),
        pytest.param(
            replace(LUNCH, until_on=DEC_10),
            [NOV_26, DEC_3, DEC_10],
            [],
            [],
            [DEC_17],
            id="ends a week sooner",
        ),
        pytest.param(
            replace(LUNCH, until_on=date(2026, 12, 31)),
            [NOV_26, DEC_3, DEC_10, DEC_17],
            [],
            [date(2026, 12, 24), date(2026, 12, 31)],
            [],
            id="two weeks longer",
        ),
        pytest.param(
            replace(LUNCH, recurrence="FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
            [NOV_26, DEC_10],
            [],
            [],
            [DEC_3, DEC_17],
            id="every other week from the first day on",
        ),
    ],
)
def test_what_happens_to_each_date(
    new: Frame, stay: list[date], moved: list[date], new_days: list[date], called_off: list[date]
):
    found = changed(new)
    assert (days(found.stay), days(found.moved), days(found.new), days(found.called_off)) == (
        stay,
        moved,
        new_days,
        called_off,
    )
    assert (found.removed, found.back) == ((), ())


def test_where_nobody_has_a_place_dates_simply_go():
    found = changed(replace(LUNCH, until_on=DEC_10), held=False)
    assert (days(found.removed), found.called_off) == ([DEC_17], ())


def test_where_somebody_was_noted_the_meeting_stays_whatever_day_it_is():
    held = [*the_lunches()[:3], a_meeting(DEC_17, fixed=True, state=SessionState.HELD)]
    assert days(changed(replace(LUNCH, recurrence=FRIDAYS), held).stay) == [NOV_26, DEC_17]


def test_what_was_done_by_hand_stays_as_it_is():
    """One added on a Tuesday, one moved to eleven, one called off, one left out for a holiday: all four as before."""
    by_hand = [
        a_meeting(NOV_26),
        a_meeting(DEC_3, starts=time(11), ends=time(13)),
        a_meeting(date(2026, 12, 8)),
        a_meeting(DEC_10, state=SessionState.CALLED_OFF),
    ]
    found = changed(replace(LUNCH, starts=time(13), ends=time(15)), by_hand)
    assert days(found.stay) == [NOV_26, DEC_3, DEC_10]
    assert days(found.moved) == [date(2026, 12, 8)], "one at the round's own time follows it"
    assert found.new == ()


def test_to_fridays_and_back_to_thursdays_holds_the_thursdays_after_all():
    fridays = replace(LUNCH, recurrence=FRIDAYS)
    sessions = the_lunches()
    after = applied(sessions, changed(fridays, sessions))
    again = edit(after, old=fridays, new=LUNCH, held=True, now=NOW, zone=OSLO)
    assert days(again.back) == [DEC_3, DEC_10, DEC_17]
    assert days(again.called_off) == [date(2026, 12, 4), date(2026, 12, 11)]


def test_holidays_are_left_out_or_held_as_asked():
    longer = replace(LUNCH, until_on=date(2026, 12, 31))
    christmas, new_year = date(2026, 12, 24), date(2026, 12, 31)
    found = changed(longer, leave_out={christmas})
    assert days(found.new) == [new_year]
    after = applied(the_lunches(), found)
    again = edit(
        after, old=longer, new=longer, held=True, hold={christmas}, leave_out={new_year}, now=NOW, zone=OSLO
    )
    assert (days(again.new), days(again.called_off)) == ([christmas], [new_year])


def test_a_meeting_added_by_hand_is_not_met_twice():
    sessions = [*the_lunches(), a_meeting(date(2026, 12, 24), starts=time(15), ends=time(16))]
    assert days(changed(replace(LUNCH, until_on=date(2026, 12, 31)), sessions).new) == [date(2026, 12, 31)]


@pytest.mark.parametrize(
    ("new", "refusal"),
    [
        (replace(LUNCH, ends=time(11)), Refusal.ENDS_BEFORE_IT_STARTS),
        (replace(LUNCH, recurrence="often"), Refusal.DAYS_NOT_UNDERSTOOD),
        (replace(LUNCH, recurrence="FREQ=DAILY", until_on=date(2030, 1, 1)), Refusal.TOO_MANY_DAYS),
    ],
)
def test_what_cannot_be_is_refused(new: Frame, refusal: Refusal):
    assert edit(the_lunches(), old=LUNCH, new=new, held=True, now=NOW, zone=OSLO) is refusal


def test_two_meetings_never_begin_at_the_same_time():
    sessions = [*the_lunches(), a_meeting(DEC_3, starts=time(15), ends=time(16))]
    at_three = replace(LUNCH, starts=time(15), ends=time(17))
    assert edit(sessions, old=LUNCH, new=at_three, held=True, now=NOW, zone=OSLO) is Refusal.DATE_IS_TAKEN


def test_chosen_days_get_new_times_and_nothing_else():
    chosen = replace(LUNCH, recurrence="")
    sessions = [a_meeting(on, chosen) for on in (NOV_26, DEC_3, date(2026, 12, 8))]
    new = replace(chosen, starts=time(17), ends=time(19))
    found = edit(sessions, old=chosen, new=new, held=True, now=NOW, zone=OSLO)
    assert (days(found.stay), days(found.moved)) == ([NOV_26], [DEC_3, date(2026, 12, 8)])
    assert (found.new, found.called_off) == ((), ())


# Across the change of the clocks


@pytest.mark.parametrize(
    ("first", "hours"),
    [(date(2026, 10, 22), [10, 11]), (date(2027, 3, 25), [11, 10])],
    ids=["autumn", "spring"],
)
def test_a_round_moved_across_the_change_of_the_clocks_keeps_its_time_on_the_wall(
    first: date, hours: list[int]
):
    """Moved from two o'clock to twelve: it is twelve before the change and twelve after it."""
    week = timedelta(weeks=1)
    at_two = Frame(THURSDAYS, first, first + week, time(14), time(16))
    sessions = [a_meeting(on, at_two, fixed=False) for on in (first, first + week)]
    at_twelve = replace(at_two, starts=time(12), ends=time(14))
    early = datetime.combine(first, time(), tzinfo=UTC) - week
    found = edit(sessions, old=at_two, new=at_twelve, held=True, now=early, zone=OSLO)
    assert [planned.starts_at.hour for _, planned in found.moved] == hours
    assert {planned.starts for _, planned in found.moved} == {time(12)}


# Whatever is changed

FRAMES = st.builds(
    Frame,
    recurrence=st.sampled_from(
        [THURSDAYS, FRIDAYS, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH", ""]
    ),
    from_on=st.just(LUNCH.from_on),
    until_on=st.dates(LUNCH.from_on, date(2027, 2, 28)),
    starts=st.sampled_from([time(9), time(12), time(15)]),
    ends=st.sampled_from([time(16), time(18)]),
)


@st.composite
def calendars(draw: st.DrawFn) -> tuple[Frame, list[Dated]]:
    """A round as it was planned, with some of its meetings moved, called off, added, taken out, or held."""
    frame = draw(FRAMES)
    planned = (
        days_of(frame.recurrence, from_on=frame.from_on, until_on=frame.until_on) if frame.recurrence else ()
    )
    days_ = set(planned if not isinstance(planned, Refusal) else ())
    days_ -= set(draw(st.lists(st.sampled_from(sorted(days_)), max_size=3))) if days_ else set()
    days_ |= set(draw(st.lists(st.dates(frame.from_on, date(2027, 3, 10)), max_size=4)))
    sessions = []
    for on in sorted(days_):
        one = a_meeting(on, frame)
        what = draw(st.sampled_from(["as planned"] * 6 + ["moved", "called off", "held"]))
        if what == "moved":
            one = replace(one, starts=time(10, 15), ends=time(11))
        elif what == "called off":
            one = replace(one, state=SessionState.CALLED_OFF)
        elif what == "held":
            one = replace(one, state=SessionState.HELD, fixed=True)
        sessions.append(one)
    return frame, sessions


def applied(sessions: list[Dated], changes: Changes) -> list[Dated]:
    """The calendar after the change, as the action writes it."""
    times = {one.session_id: planned for one, planned in (*changes.moved, *changes.back)}
    gone = {one.session_id for one in changes.removed}
    off = {one.session_id for one in changes.called_off}
    after = []
    for one in sessions:
        if one.session_id in gone:
            continue
        if planned := times.get(one.session_id):
            one = replace(one, starts=planned.starts, ends=planned.ends, state=SessionState.PLANNED)
        elif one.session_id in off:
            one = replace(one, state=SessionState.CALLED_OFF)
        after.append(one)
    new = [Dated(uuid4(), one.on, one.starts, one.ends, SessionState.PLANNED, False) for one in changes.new]
    return sorted([*after, *new], key=lambda one: (one.on, one.starts))


def no_date_is_lost(sessions: list[Dated], found: Changes) -> None:
    """Each meeting stays, is at another time of the same day, or is called off; none is gone."""
    stay, off = {one.session_id for one in found.stay}, {one.session_id for one in found.called_off}
    moved = {one.session_id: planned for one, planned in (*found.moved, *found.back)}
    fates = [*stay, *off, *moved]
    assert sorted(fates) == sorted(one.session_id for one in sessions), "each has one fate"
    assert found.removed == ()
    for one in sessions:
        if one.fixed:
            assert one.session_id in stay, "what has been stays as it was"
        if one.session_id in moved:
            assert moved[one.session_id].on == one.on


@settings(max_examples=300, deadline=None)
@given(calendars(), FRAMES, st.sets(st.dates(date(2026, 12, 20), date(2027, 1, 5)), max_size=6))
def test_a_date_that_somebody_holds_is_never_lost(
    calendar: tuple[Frame, list[Dated]], new: Frame, leave_out: set[date]
):
    old, sessions = calendar
    found = edit(sessions, old=old, new=new, held=True, leave_out=leave_out, now=NOW, zone=OSLO)
    if isinstance(found, Refusal):
        return
    no_date_is_lost(sessions, found)
    assert all(planned.starts_at > NOW for planned in found.new)
    assert not {one.on for one in found.new} & (leave_out | {one.on for one in sessions})
    for planned in (*found.new, *(planned for _, planned in found.moved)):
        wall = planned.starts_at.astimezone(ZoneInfo(OSLO))
        assert (wall.date(), wall.time()) == (planned.on, new.starts)


@settings(max_examples=150, deadline=None)
@given(calendars(), FRAMES, st.booleans())
def test_a_change_done_twice_changes_nothing_more(
    calendar: tuple[Frame, list[Dated]], new: Frame, held: bool
):
    old, sessions = calendar
    found = edit(sessions, old=old, new=new, held=held, now=NOW, zone=OSLO)
    if isinstance(found, Refusal):
        return
    again = edit(applied(sessions, found), old=new, new=new, held=held, now=NOW, zone=OSLO)
    assert isinstance(again, Changes)
    assert not again.any


def test_the_invariant_notices_a_lost_date():
    """Take the guard away, and dates that somebody holds are simply gone."""
    sessions = the_lunches()
    careless = changed(replace(LUNCH, until_on=DEC_10), sessions, held=False)
    with pytest.raises(AssertionError):
        no_date_is_lost(sessions, careless)


# One meeting by hand


@pytest.mark.parametrize(
    ("on", "starts", "taken", "refusal"),
    [
        (date(2026, 12, 8), time(12), False, None),
        (DEC_3, time(16), False, None),
        (date(2026, 12, 18), time(12), False, None),
        (date(2026, 12, 24), time(12), False, None),
        (date(2026, 12, 25), time(12), False, Refusal.OUTSIDE_THE_ROUND),
        (date(2026, 11, 25), time(12), False, Refusal.DATE_HAS_PASSED),
        (date(2026, 12, 1), time(10), False, Refusal.DATE_HAS_PASSED),
        (DEC_3, time(12), True, Refusal.DATE_IS_TAKEN),
        (DEC_3, time(20), False, Refusal.ENDS_BEFORE_IT_STARTS),
    ],
)
def test_when_one_meeting_may_be(on: date, starts: time, taken: bool, refusal: Refusal | None):
    planned = Planned(on, starts, time(19), moment(on, starts, zone=OSLO), moment(on, time(19), zone=OSLO))
    assert decide_date(planned, frame=LUNCH, taken=taken, now=NOW) is refusal


def test_chosen_days_reach_as_far_as_somebody_chooses():
    on, chosen = date(2027, 6, 1), replace(LUNCH, recurrence="")
    planned = Planned(
        on, time(12), time(14), moment(on, time(12), zone=OSLO), moment(on, time(14), zone=OSLO)
    )
    assert decide_date(planned, frame=chosen, taken=False, now=NOW) is None
