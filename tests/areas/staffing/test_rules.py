"""Whether there are enough, as a table a social worker can read; and what holds for every roster there can be (A.9)."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.areas.staffing import rules
from stegvis.areas.staffing.rules import Carries, Employee, Gone, Meeting, Missing, Needs, OnDuty, Roster

ZONE = "Europe/Oslo"
ON = date(2026, 11, 26)
LEADS, SECOND, DROP_IN, CAN = Carries.LEADS, Carries.SECOND_ADULT, Carries.DROP_IN, Carries.COMPETENCE
ODD, SIRI, BERIT, TOR = (uuid4() for _ in range(4))
ROUND = uuid4()


def at(hour: float, on: date = ON) -> datetime:
    """A clock on the wall in Korsby, in whole hours and halves."""
    return rules.moment(on, time(int(hour), 30 if hour % 1 else 0), zone=ZONE)


def a_meeting(*, door: bool = False, on: date = ON, starts: float = 10, ends: float = 14) -> Meeting:
    return Meeting(UUID(int=on.toordinal()), ROUND, on, at(starts, on), at(ends, on), door)


def a_roster(
    meeting: Meeting,
    needs: Needs,
    duties: list[tuple[UUID, float, float, set[Carries]]],
    gone: tuple[Gone, ...] = (),
    employees: tuple[UUID, ...] = (ODD, SIRI, BERIT),
) -> Roster:
    away: dict[UUID, list[Gone]] = {}
    for one in gone:
        away.setdefault(one.seat_id, []).append(one)
    planned = [
        OnDuty(meeting.session_id, seat, at(starts, meeting.on), at(ends, meeting.on), frozenset(carries))
        for seat, starts, ends, carries in duties
    ]
    return Roster(
        ZONE,
        (meeting,),
        {ROUND: needs},
        {meeting.session_id: planned},
        away,
        {seat: Employee(seat, date(2020, 1, 1), None) for seat in employees},
    )


ILL = Gone(ODD, at(7), None)
ONE, TWO = Needs(1), Needs(2)
WITH_SECOND, WITH_SKILL = Needs(1, second_adult=True), Needs(1, competence="First aid")


@pytest.mark.requirement("S1-25")
@pytest.mark.parametrize(
    ("needs", "duties", "gone", "on_duty", "missing"),
    [
        (ONE, [(ODD, 10, 14, set())], (), 1, set()),
        (ONE, [], (), 0, {Missing.EMPLOYEES}),
        (TWO, [(ODD, 10, 14, set())], (), 1, {Missing.EMPLOYEES}),
        (TWO, [(ODD, 10, 14, set()), (SIRI, 10, 14, set())], (), 2, set()),
        # one seat planned twice is still one employee
        (TWO, [(ODD, 10, 14, set()), (ODD, 9, 15, set())], (), 1, {Missing.EMPLOYEES}),
        # somebody who is no employee here: a volunteer, a participant, an employee in her seat as participant
        (TWO, [(ODD, 10, 14, set()), (TOR, 10, 14, set())], (), 1, {Missing.EMPLOYEES}),
        # enough at first, too few at the end
        (TWO, [(ODD, 10, 14, set()), (SIRI, 10, 13, set())], (), 1, {Missing.EMPLOYEES}),
        # one after the other is one at a time
        (ONE, [(ODD, 10, 12, set()), (SIRI, 12, 14, set())], (), 1, set()),
        (ONE, [(ODD, 10, 12, set()), (SIRI, 12.5, 14, set())], (), 0, {Missing.EMPLOYEES}),
        # ill
        (TWO, [(ODD, 10, 14, set()), (SIRI, 10, 14, set())], (ILL,), 1, {Missing.EMPLOYEES}),
        (ONE, [(ODD, 10, 14, set())], (Gone(ODD, at(7), at(10)),), 1, set()),
        (ONE, [(ODD, 10, 14, set())], (Gone(ODD, at(12), at(12.5)),), 0, {Missing.EMPLOYEES}),
        # reported ill twice
        (TWO, [(ODD, 10, 14, set()), (SIRI, 10, 14, set())], (ILL, ILL), 1, {Missing.EMPLOYEES}),
        # a second adult is one beside another
        (WITH_SECOND, [(ODD, 10, 14, {SECOND})], (), 1, {Missing.EMPLOYEES}),
        (WITH_SECOND, [(ODD, 10, 14, {LEADS}), (SIRI, 10, 14, set())], (), 2, {Missing.SECOND_ADULT}),
        (WITH_SECOND, [(ODD, 10, 14, {LEADS}), (SIRI, 10, 14, {SECOND})], (), 2, set()),
        (WITH_SKILL, [(ODD, 10, 14, set())], (), 1, {Missing.COMPETENCE}),
        (WITH_SKILL, [(ODD, 10, 14, {CAN})], (), 1, set()),
    ],
)  # fmt: skip
def test_a_group_needs_all_it_needs_from_beginning_to_end(needs, duties, gone, on_duty, missing):
    meeting = a_meeting()
    found = rules.staffing_of(meeting, a_roster(meeting, needs, duties, gone))
    assert (found.on_duty, found.missing, found.can_be_held) == (on_duty, missing, not missing)
    assert found.needed == needs.adults


def test_each_part_says_what_it_lacks():
    meeting = a_meeting()
    roster = a_roster(meeting, TWO, [(ODD, 10, 12, set()), (SIRI, 10, 13, set())])
    gaps = rules.staffing_of(meeting, roster).gaps
    assert [(gap.starts_at, gap.ends_at, gap.on_duty) for gap in gaps] == [
        (at(12), at(13), 1),
        (at(13), at(14), 0),
    ]


@pytest.mark.requirement("S1-26")
@pytest.mark.parametrize(
    ("duties", "gone", "open_"),
    [
        ([(ODD, 10, 14, {DROP_IN})], (), [(10, 14)]),
        ([(ODD, 10, 13, {DROP_IN})], (), [(10, 13)]),  # the only employee leaves at one: closed from one
        ([(ODD, 10, 14, set())], (), []),  # there, but nobody receives whoever looks in
        ([(ODD, 10, 12, {DROP_IN}), (SIRI, 12, 14, {DROP_IN})], (), [(10, 14)]),
        ([(ODD, 10, 12, {DROP_IN}), (SIRI, 12.5, 14, {DROP_IN})], (), [(10, 12), (12.5, 14)]),
        ([(ODD, 10, 14, {DROP_IN}), (SIRI, 10, 14, set())], (Gone(ODD, at(11), None),), [(10, 11)]),
        ([(TOR, 10, 14, {DROP_IN})], (), []),  # no employee
    ],
)  # fmt: skip
def test_a_door_is_open_while_somebody_on_duty_receives(duties, gone, open_):
    meeting = a_meeting(door=True)
    roster = a_roster(meeting, ONE, duties, gone)
    found = rules.staffing_of(meeting, roster)
    assert [(span.starts_at, span.ends_at) for span in found.whole] == [(at(a), at(b)) for a, b in open_]
    assert found.can_be_held == bool(open_)
    spans = rules.open_spans(roster)
    for hour in (9, 10, 10.5, 11, 12, 12.5, 13, 13.5, 14):
        assert rules.door_at(at(hour), spans).is_open == any(a <= hour < b for a, b in open_)


def test_the_sign_says_until_when_and_when_next():
    meeting = a_meeting(door=True)
    spans = rules.open_spans(a_roster(meeting, ONE, [(ODD, 10, 12, {DROP_IN}), (SIRI, 12.5, 14, {DROP_IN})]))
    assert rules.door_at(at(11), spans) == rules.Door(at(12), at(12.5), at(14))
    assert rules.door_at(at(12), spans) == rules.Door(None, at(12.5), at(14))
    assert rules.door_at(at(14), spans) == rules.Door(None, None, None)


@pytest.mark.requirement("S1-31")
@pytest.mark.parametrize(
    ("now", "off"),
    [
        (datetime(2026, 11, 25, 16, 59, tzinfo=UTC), False),  # a minute to six, the evening before
        (datetime(2026, 11, 25, 17, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 26, 8, 59, tzinfo=UTC), True),  # a minute before it begins
        (datetime(2026, 11, 26, 9, 0, tzinfo=UTC), False),  # it has begun: nothing is called off any more
    ],
)
def test_it_is_looked_at_the_check_time(now: datetime, off: bool):
    meeting = a_meeting()
    roster = a_roster(meeting, replace(TWO, from_on=ON), [(ODD, 10, 14, set())])
    assert rules.what_to_call_off(now, roster) == ((meeting.session_id,) if off else ())
    enough = a_roster(meeting, replace(TWO, from_on=ON), [(ODD, 10, 14, set()), (SIRI, 10, 14, set())])
    assert rules.what_to_call_off(now, enough) == ()
    not_in_the_roster = a_roster(meeting, TWO, [])
    assert rules.what_to_call_off(now, not_in_the_roster) == ()


def test_six_in_the_evening_is_six_across_summer_time():
    """The last Sunday of October has 25 hours, that of March 23; six stays six."""
    for on, utc_hour in ((date(2026, 10, 25), 16), (date(2026, 10, 26), 17), (date(2027, 3, 28), 17)):
        assert rules.check_moment(on, ONE, zone=ZONE).hour == utc_hour
    assert rules.check_moment(date(2027, 3, 29), ONE, zone=ZONE).hour == 16
    first, last = rules.bounds(date(2026, 10, 19), zone=ZONE)
    assert last - first == timedelta(days=7, hours=1)


def test_a_round_is_looked_after_from_the_first_day_that_can_still_be_looked_at():
    morning, evening = datetime(2026, 11, 23, 8, tzinfo=UTC), datetime(2026, 11, 23, 18, tzinfo=UTC)
    assert rules.looked_after_from(morning, ONE, zone=ZONE) == date(2026, 11, 24)
    assert rules.looked_after_from(evening, ONE, zone=ZONE) == date(2026, 11, 25)
    same_day = replace(ONE, check_days=0, check_at=time(9))
    assert rules.looked_after_from(datetime(2026, 11, 23, 7, tzinfo=UTC), same_day, zone=ZONE) == date(
        2026, 11, 23
    )


def test_those_the_plan_names_are_asked_first_and_nobody_who_cannot():
    meeting = a_meeting()
    needs = replace(TWO, substitutes=(TOR, BERIT))
    roster = a_roster(meeting, needs, [(ODD, 10, 14, set())], (Gone(SIRI, at(13), None),))
    assert rules.substitutes(meeting, roster, []) == (BERIT,)
    elsewhere = [OnDuty(uuid4(), BERIT, at(13), at(15), frozenset())]
    assert rules.substitutes(meeting, roster, elsewhere) == ()
    all_free = a_roster(meeting, replace(TWO, substitutes=(BERIT,)), [])
    assert rules.substitutes(meeting, all_free, []) == (BERIT, ODD, SIRI)


@pytest.mark.requirement("S1-24")
@pytest.mark.parametrize(
    ("wanted", "assessed", "refusal"),
    [
        (Needs(2), 2, None),
        (Needs(3), 2, None),
        (Needs(1), 2, rules.Refusal.BELOW_ASSESSMENT),
        (Needs(0), None, rules.Refusal.BELOW_ASSESSMENT),
        (replace(ONE, check_days=15), 1, rules.Refusal.NOT_A_CHECK_TIME),
    ],
)
def test_a_house_may_ask_for_more_and_never_for_less(wanted, assessed, refusal):
    assert rules.decide_needs(wanted, assessed=assessed) == refusal


@pytest.mark.parametrize(
    ("seat", "starts", "ends", "refusal"),
    [
        (SIRI, 10, 14, None),
        (SIRI, 9, 10, rules.Refusal.OUTSIDE_THE_MEETING),
        (SIRI, 12, 12, rules.Refusal.ENDS_BEFORE_IT_STARTS),
        (TOR, 10, 14, rules.Refusal.NOT_EMPLOYED_THEN),
        (ODD, 11, 12, rules.Refusal.ON_DUTY_ALREADY),
        (BERIT, 10, 14, rules.Refusal.AWAY_THEN),
        (BERIT, 10, 12, None),
        (SIRI, 13, 14, None),
    ],
)
def test_who_can_be_planned(seat, starts, ends, refusal):
    meeting = a_meeting()
    roster = a_roster(meeting, TWO, [(ODD, 10, 14, set())], (Gone(BERIT, at(12), None),))
    wanted = OnDuty(meeting.session_id, seat, at(starts), at(ends), frozenset())
    assert rules.decide_duty(wanted, meeting, roster, []) == refusal
    if refusal is None:
        elsewhere = [OnDuty(uuid4(), seat, at(starts), at(ends), frozenset())]
        assert rules.decide_duty(wanted, meeting, roster, elsewhere) == rules.Refusal.ELSEWHERE_THEN


FRIDAY_AT_TWO = datetime(2026, 11, 27, 13, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "ends", "opens"),
    [
        (datetime(2026, 11, 23, 7, tzinfo=UTC), [FRIDAY_AT_TWO], 23),
        (datetime(2026, 11, 27, 12, 59, tzinfo=UTC), [FRIDAY_AT_TWO], 23),  # one minute left
        (FRIDAY_AT_TWO, [FRIDAY_AT_TWO], 30),
        (
            datetime(2026, 11, 29, 22, 59, tzinfo=UTC),
            [FRIDAY_AT_TWO],
            30,
        ),  # Sunday, a minute to midnight in Oslo
        (datetime(2026, 11, 28, 9, tzinfo=UTC), [FRIDAY_AT_TWO, datetime(2026, 11, 29, 15, tzinfo=UTC)], 23),
        (datetime(2026, 11, 27, 9, tzinfo=UTC), [], 23),  # a week in which nothing meets, to its Friday
        (datetime(2026, 11, 27, 23, tzinfo=UTC), [], 30),  # Saturday has begun in Oslo
    ],
)
def test_the_roster_opens_on_the_next_week_when_nothing_more_meets_in_this_one(at, ends, opens):
    assert rules.week_to_open(at, ends, zone=ZONE).day == opens


def test_a_week_is_copied_by_the_clock_on_the_wall_and_leaves_holidays_out():
    before = a_meeting(on=date(2026, 10, 22))
    after = a_meeting(on=date(2026, 10, 29))  # summer time has ended in between
    duty = OnDuty(before.session_id, ODD, before.starts_at, before.ends_at, frozenset({LEADS}))
    copied = rules.copied([before], {before.session_id: [duty]}, [after], zone=ZONE)
    assert copied == [OnDuty(after.session_id, ODD, after.starts_at, after.ends_at, frozenset({LEADS}))]
    assert after.starts_at - before.starts_at == timedelta(days=7, hours=1)
    assert rules.copied([before], {before.session_id: [duty]}, [], zone=ZONE) == []


# What holds for every roster

HALF_HOURS = st.integers(16, 32).map(lambda half: half / 2)
SPANS = st.tuples(HALF_HOURS, HALF_HOURS).filter(lambda span: span[0] < span[1])
DUTIES = st.lists(
    st.tuples(st.sampled_from([ODD, SIRI, BERIT, TOR]), SPANS, st.sets(st.sampled_from(list(Carries)))),
    max_size=6,
)
TIMES_AWAY = st.lists(
    st.tuples(st.sampled_from([ODD, SIRI, BERIT]), HALF_HOURS, st.none() | HALF_HOURS), max_size=4
)
ANY_NEEDS = st.builds(
    Needs,
    employees=st.integers(1, 3),
    second_adult=st.booleans(),
    competence=st.sampled_from(["", "First aid"]),
    from_on=st.just(ON),
)


def _any(door: bool, needs: Needs, duties, away) -> tuple[Meeting, Roster]:
    meeting = a_meeting(door=door)
    gone = tuple(
        Gone(seat, at(since), at(until) if until else None)
        for seat, since, until in away
        if until is None or until > since
    )
    return meeting, a_roster(meeting, needs, [(seat, *span, carries) for seat, span, carries in duties], gone)


def _there_at(moment: datetime, roster: Roster) -> dict[UUID, set[Carries]]:
    """Said once more, minute by minute and as plainly as can be: who is really there."""
    present: dict[UUID, set[Carries]] = {}
    for duties in roster.duties.values():
        for duty in duties:
            away = any(
                one.from_at <= moment and (one.until_at is None or moment < one.until_at)
                for one in roster.gone.get(duty.seat_id, ())
            )
            if duty.seat_id in roster.employees and duty.starts_at <= moment < duty.ends_at and not away:
                present.setdefault(duty.seat_id, set()).update(duty.carries)
    return present


@pytest.mark.requirement("S1-25")
@pytest.mark.requirement("S1-26")
@given(door=st.booleans(), needs=ANY_NEEDS, duties=DUTIES, away=TIMES_AWAY)
def test_for_every_minute_it_is_as_the_plain_words_say(door, needs, duties, away):
    meeting, roster = _any(door, needs, duties, away)
    found = rules.staffing_of(meeting, roster)
    fewest, minute = 99, meeting.starts_at
    while minute < meeting.ends_at:
        present = _there_at(minute, roster)
        whole = any(span.starts_at <= minute < span.ends_at for span in found.whole)
        gap = any(one.starts_at <= minute < one.ends_at for one in found.gaps)
        assert whole != gap
        if whole:
            assert len(present) >= needs.adults
            assert TOR not in present
            assert not door or any(DROP_IN in carries for carries in present.values())
        fewest, minute = min(fewest, len(present)), minute + timedelta(minutes=15)
    assert found.on_duty == fewest


@pytest.mark.requirement("S1-25")
@given(needs=ANY_NEEDS, duties=DUTIES, away=TIMES_AWAY, more=st.integers(1, 5))
def test_whoever_is_no_employee_changes_nothing(needs, duties, away, more):
    meeting, roster = _any(False, needs, duties, away)
    strangers = [
        OnDuty(meeting.session_id, uuid4(), meeting.starts_at, meeting.ends_at, frozenset(Carries))
        for _ in range(more)
    ]
    crowded = replace(roster, duties={meeting.session_id: [*roster.duties_at(meeting), *strangers]})
    assert rules.staffing_of(meeting, crowded) == rules.staffing_of(meeting, roster)


@pytest.mark.requirement("S1-31")
@given(
    door=st.booleans(),
    needs=ANY_NEEDS,
    duties=DUTIES,
    away=TIMES_AWAY,
    seat=st.sampled_from([ODD, SIRI, BERIT]),
)
def test_one_more_who_is_ill_never_makes_it_better(door, needs, duties, away, seat):
    meeting, roster = _any(door, needs, duties, away)
    ill = replace(roster, gone={**roster.gone, seat: [*roster.gone.get(seat, ()), Gone(seat, at(7), None)]})
    before, after = rules.staffing_of(meeting, roster), rules.staffing_of(meeting, ill)
    assert after.on_duty <= before.on_duty
    assert before.missing <= after.missing
    assert before.can_be_held or not after.can_be_held
    twice = replace(ill, gone={**ill.gone, seat: [*ill.gone[seat], Gone(seat, at(8), None)]})
    assert rules.staffing_of(meeting, twice) == after
    only_hers = rules.what_to_call_off(at(9), ill)
    if seat not in {duty.seat_id for duty in roster.duties_at(meeting)}:
        assert only_hers == rules.what_to_call_off(at(9), roster)


@given(needs=ANY_NEEDS, duties=DUTIES, away=TIMES_AWAY)
def test_who_is_asked_is_free_and_makes_it_no_worse(needs, duties, away):
    meeting, roster = _any(False, needs, duties, away)
    before = rules.staffing_of(meeting, roster)
    for seat in rules.substitutes(meeting, roster, []):
        yes = OnDuty(meeting.session_id, seat, meeting.starts_at, meeting.ends_at, frozenset())
        assert rules.decide_duty(yes, meeting, roster, []) is None
        after = rules.staffing_of(
            meeting, replace(roster, duties={meeting.session_id: [*roster.duties_at(meeting), yes]})
        )
        assert after.on_duty == before.on_duty + 1


@pytest.mark.requirement("S1-31")
def test_no_rule_of_staffing_takes_an_argument_to_set_it_aside():
    """No override for anyone: nothing here is called force, override, anyway, or takes who is asking."""
    from inspect import signature

    for name in rules.__all__ if hasattr(rules, "__all__") else dir(rules):
        one = getattr(rules, name)
        if callable(one) and getattr(one, "__module__", "").startswith("stegvis.areas.staffing.rules"):
            try:
                taken = set(signature(one).parameters)
            except ValueError:
                continue
            assert not taken & {"force", "override", "anyway", "actor", "role", "rights", "skip"}, name
