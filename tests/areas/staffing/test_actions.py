"""Who counts, and planning the week: by two people at once, and never against what a round needs."""

from datetime import date, time
from uuid import UUID

import pytest

from stegvis.areas.directory.models import Listing
from stegvis.areas.groups import actions as calendar
from stegvis.areas.people.models import Organisation, Seat
from stegvis.areas.staffing import actions, queries, tasks
from stegvis.areas.staffing.models import Duty, RoundStaffing
from stegvis.areas.staffing.rules import Carries, Missing, Refusal
from stegvis.kernel import clock
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotAllowed, NotFound, Refused
from stegvis.kernel.roles import Role
from tests.areas.groups.meetings import somebody_in, with_a_place
from tests.areas.staffing.scene import (
    CHECK,
    WALK_ON,
    a_walk,
    first_of,
    on_duty,
    somebody_employed,
    staffed_now,
    the_clock,
    version_of,
)
from tests.factories.admission import NOW, an_offering
from tests.factories.groups import sessions_in
from tests.factories.people import an_actor, an_organisation
from tests.support import asked_of_database, given, refused

pytestmark = pytest.mark.django_db


# Who counts


@pytest.mark.requirement("S1-25")
def test_one_of_two_cannot_be_held_and_nobody_else_makes_it_two(
    centre: Organisation, odd: Actor, berit: Actor, walk: UUID
):
    """One employee, three participants with a place, a volunteer, and an employee in her seat as a participant."""
    first = first_of(berit, walk)
    on_duty(berit, first, odd)
    adviser = somebody_employed(centre, "Ingrid", Role.ADVISER)
    for _ in range(3):
        somebody_in(adviser, walk)
    with given(centre.pk):
        user = Seat.objects.select_related("user").get(pk=adviser.seat_id).user
    herself = with_a_place(an_actor(centre, Role.PARTICIPANT, user=user), adviser, walk)
    volunteer = an_actor(centre, Role.VOLUNTEER, is_taken=True)
    shown = queries.meeting_staffing(berit, first.pk, NOW, "en").meeting
    assert (shown.on_duty, shown.needed, shown.missing) == (1, 2, (Missing.EMPLOYEES,))
    for helper in (volunteer, herself):
        with pytest.raises(NotAllowed):
            actions.take_over(helper, session_id=first.pk, now=NOW)
        assert refused(lambda helper=helper: on_duty(berit, first, helper)) == Refusal.NOT_EMPLOYED_THEN
    assert not staffed_now(berit, first.pk).can_be_held
    on_duty(berit, first, adviser)
    assert staffed_now(berit, first.pk).names == ("Ingrid", "Odd")
    assert staffed_now(berit, first.pk).can_be_held


@pytest.mark.requirement("S1-25")
def test_a_duty_written_past_the_rules_for_somebody_not_employed_does_not_count(
    centre: Organisation, odd: Actor, berit: Actor, walk: UUID
):
    first = first_of(berit, walk)
    on_duty(berit, first, odd)
    others = [
        an_actor(centre, Role.VOLUNTEER, is_taken=True),
        an_actor(centre, Role.PARTICIPANT),
        somebody_employed(centre, "Invited", is_taken=False),
        somebody_employed(centre, "Gone", until_on=date(2026, 11, 25)),
        somebody_employed(centre, "Not yet", from_on=date(2026, 11, 27)),
    ]
    with given(centre.pk):
        for other in others:
            Duty.objects.create(
                organisation_id=centre.pk,
                session=first,
                seat_id=other.seat_id,
                starts_at=first.starts_at,
                ends_at=first.ends_at,
            )
    assert staffed_now(berit, first.pk).names == ("Odd",)


def test_no_module_of_staffing_knows_who_comes():
    """What it leans on is `api.py` of lower areas, and of groups nothing that names a participant."""
    from pathlib import Path

    import stegvis.areas.staffing as area

    text = "".join(path.read_text() for path in Path(area.__path__[0]).rglob("*.py"))
    for word in (
        "places_held",
        "Participant",
        "participant_shown",
        "nicknames",
        "people_in",
        "responsibilities",
    ):
        assert word not in text, word


# Planning


def test_a_duty_is_planned_once_and_taken_away_once(odd: Actor, berit: Actor, walk: UUID):
    first = first_of(berit, walk)
    duty = on_duty(berit, first, odd, Carries.LEADS)
    assert on_duty(berit, first, odd, Carries.LEADS) == duty
    assert (
        actions.plan_duty(
            berit, session_id=first.pk, seat_id=odd.seat_id, carries=[Carries.LEADS], version=0, now=NOW
        )
        == duty
    )
    shown = queries.week(berit, WALK_ON, NOW, "en")
    (there,) = shown.days[3].meetings[0].duties
    assert (there.name, there.starts, there.ends, there.carries) == (
        "Odd",
        time(12),
        time(14),
        (Carries.LEADS,),
    )
    actions.change_duty(
        berit, duty_id=duty, starts=time(13), ends=time(14), carries=[], version=shown.version, now=NOW
    )
    assert queries.my_part(odd, NOW, "en").duties[0].duty.starts == time(13)
    actions.end_duty(berit, duty_id=duty, version=version_of(berit, WALK_ON), now=NOW)
    actions.end_duty(berit, duty_id=duty, version=0, now=NOW)
    assert queries.my_part(odd, NOW, "en").duties == []


def test_of_two_who_change_the_same_week_the_second_overwrites_nothing(
    odd: Actor, siri: Actor, berit: Actor, walk: UUID
):
    first, second = sessions_in(berit, walk)[:2]
    seen_by_both = queries.week(berit, WALK_ON, NOW, "en").version
    duty = on_duty(berit, first, odd)
    for late in (
        lambda: actions.plan_duty(
            siri, session_id=first.pk, seat_id=siri.seat_id, version=seen_by_both, now=NOW
        ),
        lambda: actions.end_duty(siri, duty_id=duty, version=seen_by_both, now=NOW),
        lambda: actions.change_duty(
            siri, duty_id=duty, starts=time(12), ends=time(13), carries=[], version=seen_by_both, now=NOW
        ),
        lambda: actions.copy_week(siri, monday=date(2026, 11, 23), version=seen_by_both, now=NOW),
    ):
        with pytest.raises(Changed):
            late()
    assert staffed_now(berit, first.pk).names == ("Odd",)
    on_duty(siri, second, siri)  # another week is another paper


def test_nobody_is_in_two_places(centre: Organisation, odd: Actor, berit: Actor, walk: UUID):
    other = a_walk(berit, an_offering(centre.pk), starts=time(13), ends=time(15))
    on_duty(berit, first_of(berit, walk), odd)
    assert refused(lambda: on_duty(berit, first_of(berit, other), odd)) == Refusal.ELSEWHERE_THEN
    on_duty(berit, first_of(berit, other), odd, starts=time(14))


def test_who_was_planned_for_a_meeting_that_moved_away_does_not_count_and_is_free(
    centre: Organisation, odd: Actor, berit: Actor, walk: UUID
):
    first = first_of(berit, walk)
    on_duty(berit, first, odd)
    calendar.move_meeting(
        berit, session_id=first.pk, version=1, on=WALK_ON, starts=time(16), ends=time(18), now=NOW
    )
    shown = queries.meeting_staffing(berit, first.pk, NOW, "en")
    assert shown.meeting.on_duty == 0
    assert [duty.counts for duty in shown.meeting.duties] == [False]
    other = a_walk(berit, an_offering(centre.pk), starts=time(12), ends=time(14))
    on_duty(berit, first_of(berit, other), odd)


def test_a_week_is_copied_without_those_who_cannot(odd: Actor, siri: Actor, berit: Actor, walk: UUID):
    first, second, third = sessions_in(berit, walk)
    on_duty(berit, first, odd, Carries.LEADS)
    on_duty(berit, first, siri, starts=time(13))
    actions.report_away(siri, from_at=second.starts_at, until_at=second.ends_at, now=NOW)
    copied = actions.copy_week(berit, monday=date(2026, 11, 30), version=0, now=NOW)
    assert copied == actions.Copied(planned=1, left_out=1)
    assert staffed_now(berit, second.pk).names == ("Odd",)
    again = lambda: actions.copy_week(  # noqa: E731
        berit, monday=date(2026, 11, 30), version=version_of(berit, second.on), now=NOW
    )
    assert refused(again) == Refusal.NOTHING_TO_COPY
    actions.copy_week(berit, monday=date(2026, 12, 7), from_monday=date(2026, 11, 23), version=0, now=NOW)
    assert staffed_now(berit, third.pk).names == ("Odd", "Siri")


@pytest.mark.requirement("S1-24")
def test_what_a_round_needs_is_never_less_than_its_assessment(odd: Actor, berit: Actor, walk: UUID):
    first = first_of(berit, walk)
    on_duty(berit, first, odd)
    set_ = lambda **wish: actions.set_needs(berit, round_id=walk, version=1, now=NOW, **wish)  # noqa: E731
    assert refused(lambda: set_(employees=1)) == Refusal.BELOW_ASSESSMENT
    with pytest.raises(NotAllowed):
        actions.set_needs(odd, round_id=walk, employees=2, version=1, now=NOW)
    set_(
        employees=3,
        second_adult=True,
        competence="First aid",
        instead="Open house.",
        substitutes=[berit.seat_id],
    )
    with pytest.raises(Changed):
        set_(employees=2)
    known = queries.needs_of(berit, walk, NOW, "en")
    assert (known.employees, known.assessed, known.version) == (3, 2, 2)
    assert queries.meeting_staffing(berit, first.pk, NOW, "en").free[0].seat_id == berit.seat_id
    assert set(queries.meeting_staffing(berit, first.pk, NOW, "en").meeting.missing) == {
        Missing.EMPLOYEES, Missing.SECOND_ADULT, Missing.COMPETENCE,
    }  # fmt: skip


def test_another_house_is_not_there(odd: Actor, berit: Actor, walk: UUID):
    sara = somebody_employed(an_organisation(), "Sara", Role.MANAGER)
    first = first_of(berit, walk)
    duty = on_duty(berit, first, odd)
    assert queries.staffed(sara, [first.pk], NOW) == {}
    assert not any(day.meetings for day in queries.week(sara, WALK_ON, NOW, "en").days)
    for attempt in (
        lambda: on_duty(sara, first, sara),
        lambda: on_duty(berit, first, odd) and actions.report_away(sara, seat_id=odd.seat_id, now=NOW),
        lambda: queries.meeting_staffing(sara, first.pk, NOW, "en"),
        lambda: queries.needs_of(sara, walk, NOW, "en"),
        lambda: actions.change_duty(
            sara, duty_id=duty, starts=time(12), ends=time(13), carries=[], version=0, now=NOW
        ),
    ):
        with pytest.raises(NotFound):
            attempt()


def test_who_is_not_employed_reads_and_changes_nothing(centre: Organisation, berit: Actor, walk: UUID):
    first = first_of(berit, walk)
    for somebody in (an_actor(centre, Role.PARTICIPANT), an_actor(centre, Role.VOLUNTEER), the_clock(berit)):
        for attempt in (
            lambda one=somebody: queries.week(one, WALK_ON, NOW, "en"),
            lambda one=somebody: queries.away_now(one, NOW),
            lambda one=somebody: actions.report_away(one, now=NOW),
            lambda one=somebody: actions.take_over(one, session_id=first.pk, now=NOW),
            lambda one=somebody: actions.set_needs(one, round_id=walk, employees=2, version=0, now=NOW),
        ):
            with pytest.raises(NotAllowed):
                attempt()
    with pytest.raises(NotAllowed):
        actions.check_due(berit, now=NOW)


# How much is asked


def test_the_week_costs_the_same_however_much_there_is(
    centre: Organisation, lunch: Listing, odd: Actor, siri: Actor, berit: Actor
):
    few = a_walk(berit, lunch)
    on_duty(berit, first_of(berit, few), odd)
    with asked_of_database() as small:
        queries.week(berit, WALK_ON, NOW, "en")
    for _ in range(3):
        many = a_walk(berit, an_offering(centre.pk), recurrence="FREQ=DAILY", starts=time(9), ends=time(10))
        for session in sessions_in(berit, many)[:3]:
            try:
                on_duty(berit, session, siri)
            except Refused:
                continue
    actions.report_away(siri, now=NOW)
    with asked_of_database() as large:
        queries.week(berit, WALK_ON, NOW, "en")
    assert len(large) == len(small)


def test_the_clock_looks_every_five_minutes_at_each_time_that_was_missed():
    entry = next(one for one in clock.entries() if one.name == "staffing.check_due")
    assert (entry.period, entry.missed) == (clock.Minutes(5), clock.Missed.EACH)
    assert entry.job is tasks.check_due


def test_a_round_is_never_taken_out_of_the_roster(odd: Actor, berit: Actor, walk: UUID):
    first = first_of(berit, walk)
    duty = on_duty(berit, first, odd)
    actions.end_duty(berit, duty_id=duty, version=version_of(berit, WALK_ON), now=NOW)
    with given(berit):
        assert RoundStaffing.objects.filter(round_id=walk).exists()
    assert actions.check_due(the_clock(berit), now=CHECK) == [first.pk]
