"""Planning an outing, saying what one can, and what is left of it."""

from datetime import timedelta

import pytest

from stegvis.areas.directory.rules import DocumentationMode
from stegvis.areas.groups import actions as groups
from stegvis.areas.groups.models import Session
from stegvis.areas.messages.models import Message
from stegvis.areas.outings import actions, queries
from stegvis.areas.outings.models import Capacity, Outing
from stegvis.areas.outings.rules import Frame, Missing, Needs, Pace, Part, Refusal, Terrain
from stegvis.areas.privacy.actions import close_door
from stegvis.areas.privacy.rules.doors import Door
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotAllowed, NotFound, Refused
from stegvis.kernel.models import JournalEntry, Look
from stegvis.kernel.roles import Role
from tests.areas.outings.walks import AN_HOUR, a_plan, along, planned
from tests.factories.admission import NOW, an_offering, participant_of
from tests.factories.groups import a_round, places_in, sessions_in
from tests.factories.people import an_actor
from tests.support import given

GENTLE = Needs(minutes=20, terrain=Terrain.FIRM, toilet=True, benches=True)
NEXT_MORNING = NOW.replace(hour=6) + timedelta(days=1)


def staff_page(actor, session_id, now=NOW):
    return queries.outing_page(actor, session_id, now, "en")


def her_page(actor, session_id, now=NOW):
    return queries.my_outing(actor, session_id, now, "en")


@pytest.mark.requirement("S1-30")
def test_what_she_says_makes_the_outing_fit_and_warns_the_planner(ingrid, kari, eva, outing, centre):
    actions.say_needs(kari, session_id=outing, needs=GENTLE, now=NOW)
    page = staff_page(ingrid, outing)
    assert page.frame == Frame(20, Pace.EASY, Terrain.FIRM, None, True, True, 1200)
    assert page.strained == (Part.LENGTH, Part.TERRAIN, Part.TOILET, Part.BENCHES)
    assert Missing.FITS in page.missing
    assert her_page(kari, outing).shown.frame == page.frame, "hers fits her at once"
    assert her_page(eva, outing).shown.frame == AN_HOUR, "nobody sees it change while she writes"

    actions.settle(Actor.housekeeper(centre.pk), now=NEXT_MORNING)
    assert her_page(eva, outing).shown.frame == page.frame
    actions.take_frame(ingrid, session_id=outing, version=page.version, now=NOW)
    assert staff_page(ingrid, outing).strained == ()


@pytest.mark.requirement("S1-30")
def test_nobody_but_the_planner_reads_who_said_what(centre, ingrid, kari, odd, outing):
    actions.say_needs(kari, session_id=outing, needs=GENTLE, now=NOW)
    told = queries.needs_told(ingrid, outing, NOW)
    assert [one.needs for one in told.people if one.participant_id == participant_of(kari).pk] == [GENTLE]
    others = [an_actor(centre, role) for role in (Role.ADVISER, Role.MANAGER, Role.COORDINATOR)]
    for other in (*others, odd, kari):
        with pytest.raises(NotAllowed):
            queries.needs_told(other, outing, NOW)
        if other is not kari:
            assert staff_page(other, outing).frame == AN_HOUR
            assert staff_page(other, outing).strained == ()
    with given(centre.pk):
        looked = set(Look.objects.filter(why="outings.needs").values_list("seat_id", flat=True))
        by = set(
            JournalEntry.objects.filter(what="outings.said_about_an_outing").values_list("seat_id", "role")
        )
    assert looked == {ingrid.seat_id}
    assert by == {(None, Role.HOUSEKEEPER)}, "the log does not tell whose it was"


def test_whoever_has_closed_a_door_is_not_read_and_the_outing_fits_her_all_the_same(ingrid, kari, outing):
    actions.say_needs(kari, session_id=outing, needs=GENTLE, now=NOW)
    close_door(kari, Door(seat_id=ingrid.seat_id), now=NOW)
    assert all(one.needs != GENTLE for one in queries.needs_told(ingrid, outing, NOW).people)
    assert staff_page(ingrid, outing).frame.minutes == 20


def test_it_is_gone_when_the_outing_is_over_and_when_she_leaves(centre, ingrid, kari, eva, outing, round_id):
    house = Actor.housekeeper(centre.pk)
    for person in (kari, eva):
        actions.say_needs(person, session_id=outing, needs=GENTLE, now=NOW)
    mine = next(one for one in places_in(ingrid, round_id) if one.participant_id == participant_of(kari).pk)
    groups.leave_place(kari, place_id=mine.pk, now=NOW)
    assert actions.forget(house, now=NOW) == 1
    actions.settle(house, now=NEXT_MORNING)
    over = sessions_in(ingrid, round_id)[0].ends_at
    assert actions.forget(house, now=over - timedelta(minutes=1)) == 0
    assert actions.forget(house, now=over) == 1
    with given(centre.pk):
        assert not Capacity.objects.exists()
        assert Outing.objects.get().heard == ""
        assert Outing.objects.get().minutes == 60, "the plan stays for the next time"


@pytest.mark.requirement("S1-30")
def test_what_made_it_gentler_stays_when_she_takes_it_back(centre, ingrid, kari, eva, outing):
    house = Actor.housekeeper(centre.pk)
    actions.say_needs(kari, session_id=outing, needs=GENTLE, now=NOW)
    actions.settle(house, now=NEXT_MORNING)
    before = her_page(eva, outing).shown
    actions.take_back(kari, session_id=outing, now=NEXT_MORNING)
    actions.settle(house, now=NEXT_MORNING + timedelta(days=1))
    assert her_page(eva, outing).shown == before
    planned(ingrid, outing, Frame(90, Pace.BRISK, Terrain.ROUGH), version=1)
    assert her_page(eva, outing).shown.frame.minutes == 20, "a longer plan gives nobody away either"


def test_words_taken_back_before_the_morning_were_never_there(centre, kari, eva, outing):
    actions.say_needs(kari, session_id=outing, needs=GENTLE, now=NOW)
    actions.say_needs(kari, session_id=outing, needs=Needs(), now=NOW)
    actions.settle(Actor.housekeeper(centre.pk), now=NEXT_MORNING)
    assert her_page(eva, outing).shown.frame == AN_HOUR
    assert not her_page(kari, outing).has_said


def test_only_who_has_a_place_says_anything_and_only_before_it_is_over(
    centre, ingrid, kari, outing, round_id
):
    stranger = an_actor(centre, Role.PARTICIPANT)
    with pytest.raises(NotFound):
        actions.say_needs(stranger, session_id=outing, needs=GENTLE, now=NOW)
    with pytest.raises(NotFound):
        her_page(stranger, outing)
    session = sessions_in(ingrid, round_id)[0]
    with pytest.raises(Refused) as refused:
        actions.say_needs(kari, session_id=outing, needs=GENTLE, now=session.ends_at)
    assert refused.value.reason is Refusal.IS_OVER
    with given(centre.pk):
        Session.objects.filter(pk=outing).update(state="called_off")
    with pytest.raises(Refused) as refused:
        actions.say_needs(kari, session_id=outing, needs=GENTLE, now=NOW)
    assert refused.value.reason is Refusal.CALLED_OFF


def test_two_who_plan_are_told_and_nothing_is_overwritten(centre, ingrid, outing):
    other = an_actor(centre, Role.ADVISER)
    planned(ingrid, outing, Frame(45, Pace.SLOW, Terrain.PATH), version=1)
    with pytest.raises(Changed):
        planned(other, outing, Frame(90, Pace.BRISK, Terrain.ROUGH), version=1)
    with pytest.raises(Changed):
        planned(other, outing, version=0)
    with pytest.raises(Changed):
        actions.take_frame(ingrid, session_id=outing, version=1, now=NOW)
    assert staff_page(ingrid, outing).plan.minutes == 45


def test_only_an_adviser_here_is_named_as_planner_and_only_the_planner_fits_the_plan(
    centre, ingrid, odd, outing
):
    for wrong in (odd, an_actor(centre, Role.MANAGER)):
        with pytest.raises(Refused) as refused:
            actions.plan_outing(ingrid, session_id=outing, plan=a_plan(wrong), version=1, now=NOW)
        assert refused.value.reason is Refusal.NOT_A_PLANNER
    with pytest.raises(NotAllowed):
        actions.take_frame(an_actor(centre, Role.ADVISER), session_id=outing, version=1, now=NOW)


def told_of_planner(centre) -> set[object]:
    with given(centre.pk):
        rows = Message.objects.filter(kind="outings.planned_by_another")
        return set(rows.values_list("participant_id", flat=True))


def test_who_has_said_something_is_told_when_somebody_else_plans(centre, ingrid, kari, odd, outing):
    other = an_actor(centre, Role.ADVISER)
    actions.say_needs(kari, session_id=outing, needs=GENTLE, now=NOW)
    actions.plan_outing(odd, session_id=outing, plan=a_plan(other), version=1, now=NOW)
    assert told_of_planner(centre) == {participant_of(kari).pk}
    with pytest.raises(NotAllowed):
        queries.needs_told(ingrid, outing, NOW)
    actions.pass_planning_on(odd, from_seat=other.seat_id, to_seat=ingrid.seat_id, now=NOW)
    with given(centre.pk):
        assert Message.objects.filter(kind="outings.planned_by_another").count() == 2
    assert queries.needs_told(ingrid, outing, NOW).people


def test_a_plan_goes_to_the_later_meetings_that_have_none(ingrid, round_id, session_id):
    second = sessions_in(ingrid, round_id)[1].pk
    planned(ingrid, second, Frame(30, Pace.SLOW, Terrain.FIRM))
    planned(ingrid, session_id, also_later=True)
    minutes = [staff_page(ingrid, one.pk).plan.minutes for one in sessions_in(ingrid, round_id)]
    assert minutes == [60, 30, 60]


def test_no_outing_after_all_leaves_nothing_of_what_was_said(centre, ingrid, kari, outing):
    actions.say_needs(kari, session_id=outing, needs=GENTLE, now=NOW)
    for _ in range(2):
        actions.no_outing(ingrid, session_id=outing, now=NOW)
    with given(centre.pk):
        assert not Capacity.objects.exists()
    with pytest.raises(NotFound):
        staff_page(ingrid, outing)


def test_the_planner_writes_down_what_somebody_tells_and_she_makes_it_hers(centre, ingrid, kari, outing):
    who = {"session_id": outing, "participant_id": participant_of(kari).pk}
    actions.note_needs(ingrid, **who, needs=GENTLE, now=NOW)
    assert her_page(kari, outing).told_by == "Ingrid"
    actions.say_needs(kari, session_id=outing, needs=Needs(minutes=30), now=NOW)
    assert her_page(kari, outing).told_by == ""
    with pytest.raises(NotAllowed):
        actions.note_needs(an_actor(centre, Role.ADVISER), **who, needs=GENTLE, now=NOW)


@pytest.mark.requirement("X-15")
def test_where_nothing_is_documented_staff_write_down_nobodys_needs(centre, ingrid, kari):
    quiet = an_offering(centre.pk, "A quiet walk", documentation=DocumentationMode.NONE)
    round_id = a_round(ingrid, quiet.pk)
    along(ingrid, kari, round_id)
    session_id = sessions_in(ingrid, round_id)[0].pk
    planned(ingrid, session_id)
    with pytest.raises(Refused) as refused:
        actions.note_needs(
            ingrid, session_id=session_id, participant_id=participant_of(kari).pk, needs=GENTLE, now=NOW
        )
    assert refused.value.reason is Refusal.NO_NAMES_HERE
    assert not queries.needs_told(ingrid, session_id, NOW).may_note
    actions.say_needs(kari, session_id=session_id, needs=GENTLE, now=NOW)
    assert staff_page(ingrid, session_id).frame.minutes == 20, "she says it herself"
