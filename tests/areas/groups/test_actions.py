"""Planning rounds, and the way to a place: never around the talk, never over capacity, never twice."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest

from stegvis.areas.admission import actions as admission_actions
from stegvis.areas.admission.queries import clarification_of
from stegvis.areas.admission.rules import Choice, ChoiceSaid, TalkWords
from stegvis.areas.directory.models import Listing
from stegvis.areas.directory.rules import State
from stegvis.areas.groups import actions, queries
from stegvis.areas.groups.models import Round, Session
from stegvis.areas.groups.rules import PlaceState, Refusal
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound
from stegvis.kernel.models import JournalEntry, Look
from stegvis.kernel.roles import Role
from tests.factories.admission import NOW, a_held_talk, an_offering, participant_of
from tests.factories.groups import a_round, places_in
from tests.factories.people import a_participant, an_actor, an_organisation
from tests.support import asked_of_database, given, refused

pytestmark = pytest.mark.django_db
SQL_FOR_A_SIGN_UP = 12


def _newcomer(centre: Organisation, ingrid: Actor, *now: UUID) -> Actor:
    somebody = an_actor(centre, Role.PARTICIPANT)
    a_held_talk(ingrid, participant_of(somebody).pk, *now)
    return somebody


def _take(actor: Actor, round_id: UUID) -> UUID:
    return actions.take_place(actor, round_id=round_id, now=NOW)


def _give(actor: Actor, participant_id: UUID, round_id: UUID) -> UUID:
    return actions.give_place(actor, participant_id=participant_id, round_id=round_id, now=NOW)


# Planning


def test_a_round_has_its_dated_meetings_in_local_time(ingrid: Actor, lunch: Listing):
    round_id = a_round(ingrid, lunch.pk, from_on=date(2026, 10, 22), until_on=date(2026, 10, 29))
    with given(ingrid):
        starts = list(
            Session.objects.filter(round_id=round_id).order_by("on").values_list("on", "starts", "starts_at")
        )
    assert starts == [
        (date(2026, 10, 22), time(12), datetime(2026, 10, 22, 10, tzinfo=UTC)),
        (date(2026, 10, 29), time(12), datetime(2026, 10, 29, 11, tzinfo=UTC)),
    ]


@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.MANAGER, Role.COORDINATOR])
def test_staff_plan_rounds(role: Role, centre: Organisation, lunch: Listing):
    planner = an_actor(centre, role)
    assert queries.round_shown(planner, a_round(planner, lunch.pk), NOW, "en").free == 8


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.VOLUNTEER, Role.HOST, Role.FRONT_LINE])
def test_others_do_not(role: Role, centre: Organisation, lunch: Listing):
    with pytest.raises(NotAllowed):
        a_round(an_actor(centre, role), lunch.pk)


def test_a_round_is_of_the_own_house_with_somebody_of_the_house(ingrid: Actor, lunch: Listing):
    elsewhere = an_organisation()
    with pytest.raises(NotFound):
        a_round(ingrid, an_offering(elsewhere.pk).pk)
    with pytest.raises(NotFound):
        a_round(ingrid, lunch.pk, welcomed_by=an_actor(elsewhere, Role.ADVISER).seat_id)


def test_days_that_cannot_be_are_refused_and_leave_nothing(ingrid: Actor, lunch: Listing):
    assert refused(lambda: a_round(ingrid, lunch.pk, recurrence="often")) is Refusal.DAYS_NOT_UNDERSTOOD
    with given(ingrid):
        assert not Round.objects.exists()


# The way to a place


@pytest.mark.requirement("S1-12")
def test_the_same_button_works_once_the_talk_is_held(
    kari: Actor, ingrid: Actor, lunch: Listing, thursdays: UUID
):
    assert refused(lambda: _take(kari, thursdays)) is Refusal.TALK_COMES_FIRST
    kari_id = participant_of(kari).pk
    talk_id = admission_actions.start_talk(ingrid, participant_id=kari_id, now=NOW)
    choices = [ChoiceSaid(lunch.pk, Choice.NOW, True, True)]
    version = admission_actions.save_talk(
        ingrid, talk_id=talk_id, words=TalkWords(), choices=choices, version=1, now=NOW
    )
    assert refused(lambda: _take(kari, thursdays)) is Refusal.TALK_COMES_FIRST
    admission_actions.hold_talk(ingrid, talk_id=talk_id, version=version, now=NOW)

    _take(kari, thursdays)

    (place,) = queries.my_places(kari, NOW, "en")
    assert (place.round.title, place.round.welcomed_by, place.round.meeting_place) == (
        "Thursday lunch",
        "Ingrid",
        "The back door",
    )
    assert (place.sessions[0].on, place.sessions[0].starts) == (date(2026, 11, 26), time(12))
    assert place.confirmed


@pytest.mark.requirement("S1-12")
def test_an_adviser_cannot_go_around_the_talk_either(kari: Actor, ingrid: Actor, thursdays: UUID):
    kari_id = participant_of(kari).pk
    assert refused(lambda: _give(ingrid, kari_id, thursdays)) is Refusal.TALK_COMES_FIRST


@pytest.mark.requirement("S1-12")
@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.ADVISER, Role.PARTICIPANT}])
def test_no_other_seat_gives_or_takes_a_place(
    role: Role, centre: Organisation, kari: Actor, ingrid: Actor, lunch: Listing, thursdays: UUID
):
    kari_id = participant_of(kari).pk
    a_held_talk(ingrid, kari_id, lunch.pk)
    somebody = an_actor(centre, role)
    for attempt in (
        lambda: _give(somebody, kari_id, thursdays),
        lambda: _take(somebody, thursdays),
        lambda: queries.people_in(somebody, thursdays, NOW),
        lambda: queries.may_be_given(somebody, thursdays, NOW),
        lambda: queries.places_for(somebody, kari_id, NOW, "en"),
        lambda: queries.my_places(somebody, NOW, "en"),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    assert places_in(ingrid, thursdays) == []


@pytest.mark.requirement("S1-12")
def test_it_is_the_rule_that_keeps_the_door(
    monkeypatch: pytest.MonkeyPatch, centre: Organisation, ingrid: Actor, thursdays: UUID
):
    """Take the rule away, and the invariant below sees somebody inside without a talk."""
    somebody = an_actor(centre, Role.PARTICIPANT)
    monkeypatch.setattr(actions.places, "decide_place", lambda asking, today: None)
    _take(somebody, thursdays)
    with pytest.raises(AssertionError):
        everybody_in_has_had_a_talk(ingrid, thursdays)


def everybody_in_has_had_a_talk(adviser: Actor, round_id: UUID) -> None:
    for place in places_in(adviser, round_id):
        assert clarification_of(adviser, place.participant_id) is not None


@pytest.mark.requirement("S2-07")
def test_where_no_talk_is_needed_none_is_asked(kari: Actor, ingrid: Actor, centre: Organisation):
    open_house = a_round(ingrid, an_offering(centre.pk, "Theme evening", gated=False).pk, capacity=None)
    _take(kari, open_house)
    assert queries.my_places(kari, NOW, "en")[0].round.free is None


@pytest.mark.requirement("S3-19")
def test_a_spoken_yes_is_shown_to_her_until_she_confirms_it(
    kari: Actor, ingrid: Actor, lunch: Listing, thursdays: UUID
):
    kari_id = participant_of(kari).pk
    a_held_talk(ingrid, kari_id, lunch.pk)
    place_id = _give(ingrid, kari_id, thursdays)

    place = queries.my_place(kari, place_id, NOW, "en")
    assert (place.told_by, place.confirmed) == ("Ingrid", False)
    actions.confirm_place(kari, place_id=place_id, now=NOW)
    assert queries.my_place(kari, place_id, NOW, "en").confirmed


@pytest.mark.requirement("S3-19")
@pytest.mark.parametrize("choice", [Choice.MAYBE_LATER, Choice.NOT_FOR_ME])
def test_staff_cannot_place_her_where_she_said_not_now_and_she_can(
    choice: Choice, kari: Actor, ingrid: Actor, lunch: Listing, thursdays: UUID
):
    kari_id = participant_of(kari).pk
    talk = a_held_talk(ingrid, kari_id, lunch.pk)
    with given(ingrid):
        talk.choices.update(choice=choice)
    assert refused(lambda: _give(ingrid, kari_id, thursdays)) is Refusal.NOT_NOW
    _take(kari, thursdays)


def test_pressing_twice_gives_one_place(centre: Organisation, ingrid: Actor, thursdays: UUID):
    somebody = _newcomer(centre, ingrid)
    first, second = _take(somebody, thursdays), _take(somebody, thursdays)
    given_too = _give(ingrid, participant_of(somebody).pk, thursdays)
    assert first == second == given_too
    assert [place.number for place in places_in(ingrid, thursdays)] == [1]


def test_a_full_round_takes_nobody_and_stores_nothing(centre: Organisation, ingrid: Actor, lunch: Listing):
    one = a_round(ingrid, lunch.pk, capacity=1)
    _take(_newcomer(centre, ingrid), one)
    late = _newcomer(centre, ingrid)
    with given(ingrid):
        before = JournalEntry.objects.count()
    assert refused(lambda: _take(late, one)) is Refusal.ROUND_IS_FULL
    with given(ingrid):
        assert JournalEntry.objects.count() == before
    assert len(places_in(ingrid, one)) == 1


def test_what_else_there_is_names_rounds_with_room(
    centre: Organisation, ingrid: Actor, lunch: Listing, kari: Actor
):
    a_round(ingrid, lunch.pk, capacity=1)
    a_round(ingrid, an_offering(centre.pk, "Sewing").pk)
    full = a_round(ingrid, an_offering(centre.pk, "Walking").pk, capacity=1)
    _take(_newcomer(centre, ingrid), full)
    resting = an_offering(centre.pk, "Choir")
    a_round(ingrid, resting.pk)
    with given(centre.pk):
        Listing.objects.filter(pk=resting.pk).update(state=State.PAUSED)
    assert [one.title for one in queries.rounds_elsewhere(kari, lunch.pk, NOW, "en")] == ["Sewing"]


@pytest.mark.parametrize("state", [State.PAUSED, State.CLOSED, State.DRAFT])
def test_an_offering_that_rests_takes_nobody(
    state: State, centre: Organisation, ingrid: Actor, lunch: Listing, thursdays: UUID
):
    somebody = _newcomer(centre, ingrid, lunch.pk)
    with given(centre.pk):
        Listing.objects.filter(pk=lunch.pk).update(state=state)
    assert refused(lambda: _take(somebody, thursdays)) is Refusal.OFFERING_RESTS
    somebody_id = participant_of(somebody).pk
    assert refused(lambda: _give(ingrid, somebody_id, thursdays)) is Refusal.OFFERING_RESTS


def test_a_closed_round_takes_nobody_new_and_keeps_its_people(
    centre: Organisation, ingrid: Actor, thursdays: UUID
):
    first, second = _newcomer(centre, ingrid), _newcomer(centre, ingrid)
    _take(first, thursdays)
    actions.open_round(ingrid, round_id=thursdays, open_for_new=False, now=NOW)
    assert refused(lambda: _take(second, thursdays)) is Refusal.ROUND_IS_CLOSED
    assert len(queries.my_places(first, NOW, "en")) == 1


@pytest.mark.requirement("S2-06")
def test_leaving_is_one_step_and_the_door_stays_open(centre: Organisation, ingrid: Actor, thursdays: UUID):
    somebody = _newcomer(centre, ingrid)
    place_id = _take(somebody, thursdays)
    actions.leave_place(somebody, place_id=place_id, now=NOW)
    actions.leave_place(somebody, place_id=place_id, now=NOW)
    assert queries.my_places(somebody, NOW, "en") == []
    assert queries.people_in(ingrid, thursdays, NOW) == []

    _take(somebody, thursdays)
    assert [(p.number, p.state) for p in places_in(ingrid, thursdays)] == [
        (1, PlaceState.LEFT),
        (2, PlaceState.HELD),
    ]


@pytest.mark.requirement("S2-06")
def test_five_weeks_away_change_nothing(centre: Organisation, ingrid: Actor, lunch: Listing):
    long = a_round(ingrid, lunch.pk, until_on=date(2027, 3, 1))
    somebody = _newcomer(centre, ingrid)
    _take(somebody, long)
    assert len(queries.my_places(somebody, NOW + timedelta(weeks=5), "en")) == 1


@pytest.mark.requirement("S1-19")
def test_nobody_finds_anothers_place(centre: Organisation, ingrid: Actor, kari: Actor, thursdays: UUID):
    place_id = _take(_newcomer(centre, ingrid), thursdays)
    for attempt in (
        lambda: queries.my_place(kari, place_id, NOW, "en"),
        lambda: actions.leave_place(kari, place_id=place_id, now=NOW),
        lambda: actions.confirm_place(kari, place_id=place_id, now=NOW),
    ):
        with pytest.raises(NotFound):
            attempt()
    assert queries.my_places(kari, NOW, "en") == []


def test_another_organisation_finds_nothing(kari: Actor, ingrid: Actor, thursdays: UUID):
    elsewhere = an_organisation()
    sara, amira = an_actor(elsewhere, Role.ADVISER), an_actor(elsewhere, Role.PARTICIPANT)
    kari_id, theirs = participant_of(kari).pk, a_participant(elsewhere).pk
    for attempt in (
        lambda: _take(amira, thursdays),
        lambda: _give(sara, theirs, thursdays),
        lambda: _give(sara, kari_id, thursdays),
        lambda: _give(ingrid, theirs, thursdays),
        lambda: queries.places_for(sara, kari_id, NOW, "en"),
        lambda: queries.may_be_given(sara, thursdays, NOW),
        lambda: queries.round_shown(sara, thursdays, NOW, "en"),
        lambda: actions.open_round(sara, round_id=thursdays, open_for_new=False, now=NOW),
    ):
        with pytest.raises(NotFound):
            attempt()


@pytest.mark.requirement("X-06")
def test_each_look_at_who_is_in_a_round_is_logged(
    centre: Organisation, ingrid: Actor, lunch: Listing, thursdays: UUID
):
    inside, wishing = _newcomer(centre, ingrid), _newcomer(centre, ingrid, lunch.pk)
    _take(inside, thursdays)
    queries.people_in(ingrid, thursdays, NOW)
    queries.may_be_given(ingrid, thursdays, NOW)
    with given(ingrid):
        looks = set(Look.objects.values_list("about", "why"))
    assert looks == {
        (participant_of(inside).pk, "groups.people_in"),
        (participant_of(wishing).pk, "groups.may_be_given"),
    }


def test_today_counts_and_names_nobody(ingrid: Actor, centre: Organisation, thursdays: UUID):
    _take(_newcomer(centre, ingrid), thursdays)
    manager = an_actor(centre, Role.MANAGER)
    (meeting,) = queries.today(manager, datetime(2026, 11, 26, 8, tzinfo=UTC), "en")
    assert (meeting.title, meeting.starts, meeting.taken) == ("Thursday lunch", time(12), 1)
    assert queries.today(manager, NOW, "en") == []


def test_a_sign_up_with_its_journal_costs_little(
    centre: Organisation, ingrid: Actor, lunch: Listing, thursdays: UUID
):
    somebody, told = _newcomer(centre, ingrid, lunch.pk), _newcomer(centre, ingrid, lunch.pk)
    told_id = participant_of(told).pk
    with asked_of_database() as by_herself:
        _take(somebody, thursdays)
    with asked_of_database() as by_adviser:
        _give(ingrid, told_id, thursdays)
    assert 0 < len(by_herself) <= SQL_FOR_A_SIGN_UP, "\n".join(by_herself)
    assert 0 < len(by_adviser) <= SQL_FOR_A_SIGN_UP, "\n".join(by_adviser)


def test_my_places_cost_the_same_however_many(centre: Organisation, ingrid: Actor):
    somebody = _newcomer(centre, ingrid)
    costs = []
    for _ in range(2):
        for _ in range(2):
            _take(somebody, a_round(ingrid, an_offering(centre.pk).pk))
        with asked_of_database() as sql:
            queries.my_places(somebody, NOW, "en")
        costs.append(len(sql))
    assert costs[0] == costs[1]
