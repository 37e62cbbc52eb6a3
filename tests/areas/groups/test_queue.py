"""Standing in line: the next free place goes to the next, who has time to answer; a no costs nothing."""

from datetime import timedelta

import pytest

from stegvis.areas.groups import actions, queries
from stegvis.areas.groups.rules import PlaceState, Refusal
from stegvis.areas.groups.tasks import let_lapse
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.models import JournalEntry
from stegvis.kernel.roles import Role
from tests.areas.groups.queue_scene import Scene
from tests.factories.admission import NOW, participant_of
from tests.factories.people import a_participant, an_actor, an_organisation
from tests.support import given, refused

pytestmark = pytest.mark.django_db

WAITING, OFFERED, HELD, LEFT = PlaceState.WAITING, PlaceState.OFFERED, PlaceState.HELD, PlaceState.LEFT
DAY = timedelta(days=1)
SQL_TO_STAND_IN_LINE = 12


@pytest.fixture
def scene() -> Scene:
    """One place, and it is taken by the first of those whom a test makes."""
    return Scene(capacity=1)


# Asking for the next place


@pytest.mark.requirement("S3-19")
def test_who_asks_for_the_next_place_waits_and_keeps_the_order_of_coming(scene: Scene):
    kari, eva, mona = scene.people(3)
    scene.take(kari)
    assert refused(lambda: scene.take(eva)) is Refusal.ROUND_IS_FULL
    assert scene.ask(eva) == scene.ask(eva)
    scene.ask(mona)
    assert [(p.number, p.state) for p in map(scene.place_of, (kari, eva, mona))] == [
        (1, HELD),
        (2, WAITING),
        (3, WAITING),
    ]
    assert queries.round_shown(scene.ingrid, scene.round, NOW, "en").taken == 1


def test_a_free_place_is_hers_at_once(scene: Scene):
    (kari,) = scene.people(1)
    scene.ask(kari)
    assert scene.states(kari) == [HELD]


@pytest.mark.requirement("S1-12")
def test_the_line_is_no_way_around_the_talk(scene: Scene):
    scene.take(scene.person())
    without = an_actor(scene.centre, Role.PARTICIPANT)
    assert refused(lambda: scene.ask(without)) is Refusal.TALK_COMES_FIRST
    participant_id = participant_of(without).pk
    assert (
        refused(
            lambda: actions.ask_for_next_place(
                scene.ingrid, round_id=scene.round, participant_id=participant_id, now=NOW
            )
        )
        is Refusal.TALK_COMES_FIRST
    )


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PARTICIPANT])
def test_nobody_else_stands_in_line_or_answers_for_her(role: Role, scene: Scene):
    kari, eva = scene.people(2)
    scene.take(kari)
    place_id = scene.ask(eva)
    somebody = scene.clock if role is Role.HOUSEKEEPER else an_actor(scene.centre, role)
    attempts = [
        lambda: scene.ask(somebody),
        lambda: actions.make_company_word(somebody, place_id=place_id, now=NOW),
    ]
    if role is not Role.ADVISER:
        attempts += [
            lambda: actions.accept_offer(somebody, place_id=place_id, now=NOW),
            lambda: actions.let_go_by(somebody, place_id=place_id, now=NOW),
            lambda: actions.leave_place(somebody, place_id=place_id, now=NOW),
            lambda: actions.ask_for_next_place(
                somebody, round_id=scene.round, participant_id=scene.id_of(eva), now=NOW
            ),
        ]
    if role is not Role.HOUSEKEEPER:
        attempts.append(lambda: actions.let_lapse(somebody, now=NOW))
    for attempt in attempts:
        with pytest.raises(NotAllowed):
            attempt()
    assert scene.states(eva) == [WAITING]


def test_nobody_finds_anothers_place_in_line(scene: Scene):
    kari, eva, mona = scene.people(3)
    scene.take(kari)
    place_id = scene.ask(eva)
    scene.leave(kari)
    elsewhere = an_organisation()
    for stranger in (mona, an_actor(elsewhere, Role.PARTICIPANT), an_actor(elsewhere, Role.ADVISER)):
        for attempt in (
            lambda who=stranger: actions.accept_offer(who, place_id=place_id, now=NOW),
            lambda who=stranger: actions.let_go_by(who, place_id=place_id, now=NOW),
            lambda who=stranger: actions.note_reached(who, place_id=place_id, now=NOW),
        ):
            with pytest.raises(NotFound):
                attempt()
    theirs = a_participant(elsewhere).pk
    with pytest.raises(NotFound):
        actions.ask_for_next_place(scene.ingrid, round_id=scene.round, participant_id=theirs, now=NOW)
    assert scene.states(eva) == [OFFERED]


# The offer


def test_a_freed_place_is_offered_to_the_next_in_the_same_moment(scene: Scene):
    kari, eva, mona = scene.people(3)
    scene.take(kari)
    scene.ask(eva)
    scene.ask(mona)
    scene.leave(kari)
    assert scene.states(kari, eva, mona) == [LEFT, OFFERED, WAITING]
    assert (scene.told(eva), scene.told(mona)) == (["groups.place_offered"], [])


def test_nobody_overtakes(scene: Scene):
    kari, eva, mona = scene.people(3)
    scene.take(kari)
    scene.ask(eva)
    scene.leave(kari)
    assert refused(lambda: scene.take(mona)) is Refusal.ROUND_IS_FULL
    given_by = {"participant_id": scene.id_of(mona), "round_id": scene.round, "now": NOW}
    assert refused(lambda: actions.give_place(scene.ingrid, **given_by)) is Refusal.ROUND_IS_FULL
    actions.accept_offer(eva, place_id=scene.place_of(eva).pk, now=NOW)
    assert scene.states(eva) == [HELD]


def test_where_a_place_is_free_and_somebody_waits_who_could_have_it_nobody_is_let_past():
    """A closed round offers nothing by itself; when it is opened to one by hand, the line still holds."""
    scene = Scene(capacity=1, joining="start_of_round")
    kari, eva, mona = scene.people(3)
    scene.take(kari)
    scene.ask(eva)
    begun = NOW + 10 * DAY
    scene.leave(kari, begun)
    assert scene.states(eva) == [WAITING]
    given_by = {"round_id": scene.round, "now": begun}
    with pytest.raises(Refused) as refused:
        actions.give_place(scene.ingrid, participant_id=scene.id_of(mona), **given_by)
    assert refused.value.reason is Refusal.OTHERS_WAIT
    actions.give_place(scene.ingrid, participant_id=scene.id_of(eva), **given_by)
    assert scene.states(eva) == [HELD]


def test_it_is_the_rule_that_keeps_the_line(scene: Scene, monkeypatch: pytest.MonkeyPatch):
    """Take the rule away, and she who comes later is past."""
    monkeypatch.setattr(actions.line, "next_to_offer", lambda waiting, free: [waiting[-1].place_id])
    kari, eva, mona = scene.people(3)
    scene.take(kari)
    scene.ask(eva)
    scene.ask(mona)
    scene.leave(kari)
    with pytest.raises(AssertionError):
        assert scene.states(eva, mona) == [OFFERED, WAITING]


def test_more_room_is_offered_to_as_many(scene: Scene):
    kari, *others = scene.people(4)
    scene.take(kari)
    for one in others:
        scene.ask(one)
    scene.with_room_for(3)
    assert scene.states(*others) == [OFFERED, OFFERED, WAITING]


def test_opening_the_round_again_offers_what_became_free_meanwhile(scene: Scene):
    kari, eva = scene.people(2)
    scene.take(kari)
    scene.ask(eva)
    actions.open_round(scene.ingrid, round_id=scene.round, open_for_new=False, now=NOW)
    scene.leave(kari)
    assert scene.states(eva) == [WAITING]
    assert scene.ask(eva) == scene.place_of(eva).pk
    actions.open_round(scene.ingrid, round_id=scene.round, open_for_new=True, now=NOW)
    assert scene.states(eva) == [OFFERED]


# Time to answer


def test_the_time_to_answer_begins_when_the_offer_has_reached_her(scene: Scene):
    kari, eva, mona = scene.people(3)
    scene.take(kari)
    scene.ask(eva)
    scene.ask(mona)
    scene.leave(kari)
    actions.let_lapse(scene.clock, now=NOW + 7 * DAY)
    assert scene.states(eva, mona) == [OFFERED, WAITING]

    seen = NOW + 7 * DAY
    place = scene.reach(eva, seen)
    assert place.answer_by == seen + 2 * DAY
    assert scene.reach(eva, seen + DAY).answer_by == place.answer_by
    actions.let_lapse(scene.clock, now=place.answer_by - timedelta(seconds=1))
    assert scene.states(eva, mona) == [OFFERED, WAITING]
    let_lapse(place.answer_by)
    assert scene.states(eva, mona) == [WAITING, OFFERED]


@pytest.mark.requirement("S3-47")
def test_a_lapse_keeps_her_number_and_the_next_place_comes_to_her_again(scene: Scene):
    kari, eva, mona = scene.people(3)
    scene.take(kari)
    scene.ask(eva)
    scene.ask(mona)
    scene.leave(kari)
    scene.reach(eva)
    actions.let_lapse(scene.clock, now=NOW + 5 * DAY)
    place = scene.place_of(eva)
    assert (place.state, place.number, place.rests, place.answer_by) == (WAITING, 2, True, None)
    actions.accept_offer(mona, place_id=scene.place_of(mona).pk, now=NOW + 5 * DAY)
    scene.leave(mona, NOW + 6 * DAY)
    assert scene.states(eva) == [OFFERED]
    assert not scene.place_of(eva).rests


def test_when_all_have_let_it_go_by_the_place_is_for_whoever_asks(scene: Scene):
    kari, eva, mona, sol = scene.people(4)
    scene.take(kari)
    scene.ask(eva)
    scene.ask(mona)
    scene.leave(kari)
    for one in (eva, mona):
        actions.let_go_by(one, place_id=scene.place_of(one).pk, now=NOW)
    assert scene.states(eva, mona) == [WAITING, WAITING]
    scene.take(mona)
    assert scene.states(eva, mona) == [WAITING, HELD]
    scene.leave(mona)
    actions.let_go_by(eva, place_id=scene.place_of(eva).pk, now=NOW)
    scene.take(sol)
    assert scene.states(eva, sol) == [WAITING, HELD]


def test_a_late_yes_counts_as_long_as_the_place_has_not_gone_on(scene: Scene):
    kari, eva = scene.people(2)
    scene.take(kari)
    scene.ask(eva)
    scene.leave(kari)
    scene.reach(eva)
    late = NOW + 9 * DAY
    actions.let_lapse(scene.clock, now=late)
    place_id = scene.place_of(eva).pk
    actions.accept_offer(eva, place_id=place_id, now=late)
    actions.accept_offer(eva, place_id=place_id, now=late)
    assert scene.states(eva) == [HELD]
    assert actions.let_lapse(scene.clock, now=late) == 0


def test_a_yes_after_the_place_has_gone_on_keeps_her_turn(scene: Scene):
    kari, eva, mona = scene.people(3)
    scene.take(kari)
    scene.ask(eva)
    scene.ask(mona)
    scene.leave(kari)
    scene.reach(eva)
    actions.let_lapse(scene.clock, now=NOW + 5 * DAY)
    place_id = scene.place_of(eva).pk
    assert (
        refused(lambda: actions.accept_offer(eva, place_id=place_id, now=NOW + 5 * DAY))
        is Refusal.OFFER_WENT_ON
    )
    assert (scene.place_of(eva).number, scene.states(eva, mona)) == (2, [WAITING, OFFERED])


# No thanks


@pytest.mark.requirement("S2-06")
def test_a_no_looks_like_any_leaving_and_goes_on_to_the_next(scene: Scene):
    kari, eva, mona = scene.people(3)
    scene.take(kari)
    scene.ask(eva)
    scene.ask(mona)
    scene.leave(kari)
    scene.leave(eva)
    assert scene.states(kari, eva, mona) == [LEFT, LEFT, OFFERED]
    with given(scene.ingrid):
        said = [
            set(
                JournalEntry.objects.filter(about=scene.id_of(one), outcome="").values_list("what", flat=True)
            )
            for one in (kari, eva)
        ]
    assert all("groups.place_left" in one for one in said)
    left = scene.place_of(eva)
    assert (left.offered_at, left.reached_at, left.answer_by) == (None, None, None)
    assert scene.told(eva) == []
    scene.ask(eva)
    assert (scene.place_of(eva).number, scene.states(eva)) == (4, [WAITING])


def test_who_leaves_the_line_frees_nothing(scene: Scene):
    kari, eva, mona = scene.people(3)
    scene.take(kari)
    scene.ask(eva)
    scene.ask(mona)
    scene.leave(eva)
    assert scene.states(kari, eva, mona) == [HELD, LEFT, WAITING]


# Told by the person


@pytest.mark.requirement("S3-19")
@pytest.mark.requirement("X-09")
def test_staff_record_what_she_says_and_she_sees_it(scene: Scene):
    kari, eva = scene.people(2)
    scene.take(kari)
    place_id = actions.ask_for_next_place(
        scene.ingrid, round_id=scene.round, participant_id=scene.id_of(eva), now=NOW
    )
    shown = queries.my_place(eva, place_id, NOW, "en")
    assert (shown.state, shown.told_by, shown.confirmed) == (WAITING, "Ingrid", False)
    scene.leave(kari)
    actions.note_reached(scene.ingrid, place_id=place_id, now=NOW)
    actions.accept_offer(scene.ingrid, place_id=place_id, now=NOW)
    shown = queries.my_place(eva, place_id, NOW, "en")
    assert (shown.state, shown.told_by, shown.confirmed) == (HELD, "Ingrid", False)


def test_her_own_yes_needs_no_confirming(scene: Scene):
    kari, eva = scene.people(2)
    scene.take(kari)
    actions.ask_for_next_place(scene.ingrid, round_id=scene.round, participant_id=scene.id_of(eva), now=NOW)
    scene.leave(kari)
    place_id = scene.place_of(eva).pk
    actions.accept_offer(eva, place_id=place_id, now=NOW)
    assert queries.my_place(eva, place_id, NOW, "en").confirmed


def test_an_offer_that_went_on_before_she_read_it_is_taken_back(scene: Scene):
    kari, eva = scene.people(2)
    scene.take(kari)
    scene.ask(eva)
    scene.leave(kari)
    actions.let_go_by(scene.ingrid, place_id=scene.place_of(eva).pk, now=NOW)
    assert scene.told(eva) == []
