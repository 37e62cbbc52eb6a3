"""Changing rounds and single meetings: no date is lost, all are told, and nobody overwrites anybody."""

import json
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from stegvis.areas.directory.models import Listing
from stegvis.areas.groups import actions, queries
from stegvis.areas.groups.models import Place, Round, Session
from stegvis.areas.groups.rules import Often, PlaceState, Refusal, SessionState, recurrence_of
from stegvis.areas.groups.texts import dates_changed
from stegvis.areas.messages.models import Message
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotAllowed, NotFound
from stegvis.kernel.roles import Role
from tests.areas.groups.meetings import somebody_in
from tests.factories.admission import NOW, a_held_talk, an_offering, participant_of
from tests.factories.groups import a_round, places_in, sessions_in
from tests.factories.people import an_actor, an_organisation
from tests.support import given, refused

pytestmark = pytest.mark.django_db
NOV_26, DEC_3, DEC_10 = date(2026, 11, 26), date(2026, 12, 3), date(2026, 12, 10)
FRIDAYS = "FREQ=WEEKLY;BYDAY=FR"


def _change(actor: Actor, round_id: UUID, *, version: int = 1, **fields: Any) -> None:
    as_it_is = {
        "recurrence": "FREQ=WEEKLY;BYDAY=TH",
        "until_on": DEC_10,
        "starts": time(12),
        "ends": time(14),
        "capacity": 8,
        "meeting_place": "The back door",
        "welcomed_by": actor.seat_id,
        "now": NOW,
    }
    actions.change_round(actor, round_id=round_id, version=version, **{**as_it_is, **fields})


def _dates(actor: Actor, round_id: UUID) -> dict[date, str]:
    return {session.on: str(session.state) for session in sessions_in(actor, round_id)}


def _told(actor: Actor, kind: str = "groups.dates_changed") -> list[UUID]:
    with given(actor):
        found = Message.objects.filter(kind=kind).order_by("at", "participant_id")
        return list(found.values_list("participant_id", flat=True))


# The whole round


def test_from_thursdays_to_fridays_everybody_is_told_and_no_date_is_lost(ingrid: Actor, thursdays: UUID):
    kari, eva = somebody_in(ingrid, thursdays), somebody_in(ingrid, thursdays)
    _change(ingrid, thursdays, recurrence=FRIDAYS)
    assert _dates(ingrid, thursdays) == {
        NOV_26: SessionState.CALLED_OFF,
        date(2026, 11, 27): SessionState.PLANNED,
        DEC_3: SessionState.CALLED_OFF,
        date(2026, 12, 4): SessionState.PLANNED,
        DEC_10: SessionState.CALLED_OFF,
    }
    assert sorted(_told(ingrid)) == sorted(participant_of(one).pk for one in (kari, eva))
    (place,) = queries.my_places(kari, NOW, "en")
    assert place.round.next_session is not None
    assert place.round.next_session.on == date(2026, 11, 27)


def test_the_message_names_the_days_in_her_language(ingrid: Actor, thursdays: UUID):
    somebody_in(ingrid, thursdays)
    _change(ingrid, thursdays, until_on=DEC_3)
    with given(ingrid):
        said = Message.objects.get(kind="groups.dates_changed").arguments
    words = dates_changed(json.loads(said), "en")
    assert words.text == "The dates of Thursday lunch have changed. Called off: Thursday 10 December."
    assert words.href.startswith("/me/places/")


def test_where_nobody_has_a_place_dates_go_and_nobody_is_told(ingrid: Actor, thursdays: UUID):
    _change(ingrid, thursdays, until_on=DEC_3)
    assert list(_dates(ingrid, thursdays)) == [NOV_26, DEC_3]
    assert _told(ingrid) == []


def test_what_has_been_stays_as_it_was(ingrid: Actor, thursdays: UUID):
    kari = somebody_in(ingrid, thursdays)
    first = sessions_in(ingrid, thursdays)[0]
    actions.attend(
        ingrid,
        session_id=first.pk,
        participant_ids=[participant_of(kari).pk],
        now=first.starts_at - timedelta(hours=1),
    )
    _change(ingrid, thursdays, recurrence=FRIDAYS, now=first.starts_at - timedelta(minutes=30))
    assert _dates(ingrid, thursdays)[NOV_26] == SessionState.HELD


def test_only_the_times_on_the_wall_move_and_the_same_rows_stay(ingrid: Actor, lunch: Listing):
    """Across the change of the clocks in spring."""
    spring = a_round(ingrid, lunch.pk, from_on=date(2027, 3, 25), until_on=date(2027, 4, 1))
    before = [session.pk for session in sessions_in(ingrid, spring)]
    somebody_in(ingrid, spring)
    _change(ingrid, spring, until_on=date(2027, 4, 1), starts=time(17), ends=time(19))
    after = sessions_in(ingrid, spring)
    assert [session.pk for session in after] == before
    assert [session.starts_at for session in after] == [
        datetime(2027, 3, 25, 16, tzinfo=UTC),
        datetime(2027, 4, 1, 15, tzinfo=UTC),
    ]
    assert {session.starts for session in after} == {time(17)}


def test_another_door_or_other_room_leaves_all_dates_alone(ingrid: Actor, thursdays: UUID):
    somebody_in(ingrid, thursdays)
    _change(ingrid, thursdays, meeting_place="The front door", capacity=None)
    here = queries.round_shown(ingrid, thursdays, NOW, "en")
    assert (here.meeting_place, here.capacity) == ("The front door", None)
    assert set(_dates(ingrid, thursdays).values()) == {SessionState.PLANNED}
    assert _told(ingrid) == []


def test_less_room_than_people_takes_nobodys_place(ingrid: Actor, thursdays: UUID):
    kari, eva = somebody_in(ingrid, thursdays), somebody_in(ingrid, thursdays)
    _change(ingrid, thursdays, capacity=1)
    assert all(queries.my_places(one, NOW, "en") for one in (kari, eva))


def test_more_room_goes_to_those_in_line_at_once(ingrid: Actor, lunch: Listing, centre: Organisation):
    full = a_round(ingrid, lunch.pk, capacity=1)
    somebody_in(ingrid, full)
    waits = an_actor(centre, Role.PARTICIPANT)
    a_held_talk(ingrid, participant_of(waits).pk)
    actions.ask_for_next_place(waits, round_id=full, now=NOW)
    _change(ingrid, full, capacity=2)
    assert [place.state for place in places_in(ingrid, full)] == [PlaceState.HELD, PlaceState.OFFERED]


def test_of_two_who_change_a_round_the_second_overwrites_nothing(ingrid: Actor, thursdays: UUID):
    _change(ingrid, thursdays, until_on=DEC_3)
    for attempt in (
        lambda: _change(ingrid, thursdays, meeting_place="Elsewhere"),
        lambda: actions.add_meeting(
            ingrid, round_id=thursdays, version=1, on=NOV_26, starts=time(18), ends=time(20), now=NOW
        ),
        lambda: actions.call_off_meeting(
            ingrid, session_id=sessions_in(ingrid, thursdays)[0].pk, version=1, now=NOW
        ),
    ):
        with pytest.raises(Changed):
            attempt()
    assert queries.round_shown(ingrid, thursdays, NOW, "en").meeting_place == "The back door"
    _change(ingrid, thursdays, version=2, until_on=DEC_3, meeting_place="Elsewhere")


def test_the_preview_is_what_happens(ingrid: Actor, thursdays: UUID):
    somebody_in(ingrid, thursdays)
    here = queries.round_to_change(ingrid, thursdays, NOW, "en")
    frame = here.frame.__class__(FRIDAYS, here.frame.from_on, here.frame.until_on, time(12), time(14))
    seen = queries.round_changes(ingrid, thursdays, frame, now=NOW)
    assert sessions_in(ingrid, thursdays)[0].state == SessionState.PLANNED, "looking changes nothing"
    _change(ingrid, thursdays, recurrence=FRIDAYS)
    dates = _dates(ingrid, thursdays)
    assert {one.on for one in seen.called_off} == {on for on, state in dates.items() if state == "called_off"}
    assert {one.on for one in seen.new} == {on for on, state in dates.items() if state == "planned"}


@pytest.mark.parametrize(
    "role",
    [role for role in Role if role not in {Role.ADVISER, Role.EMPLOYEE, Role.MANAGER, Role.COORDINATOR}],
)
def test_others_change_nothing(role: Role, centre: Organisation, ingrid: Actor, thursdays: UUID):
    somebody, session = an_actor(centre, role), sessions_in(ingrid, thursdays)[0].pk
    at = {"on": DEC_3, "starts": time(18), "ends": time(20), "now": NOW, "version": 1}
    for attempt in (
        lambda: _change(somebody, thursdays),
        lambda: actions.call_off_meeting(somebody, session_id=session, version=1, now=NOW),
        lambda: actions.hold_after_all(somebody, session_id=session, version=1, now=NOW),
        lambda: actions.move_meeting(somebody, session_id=session, **at),
        lambda: actions.add_meeting(somebody, round_id=thursdays, **at),
        lambda: queries.round_to_change(somebody, thursdays, NOW, "en"),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_another_house_finds_nothing_to_change(ingrid: Actor, thursdays: UUID):
    sara, session = an_actor(an_organisation(), Role.ADVISER), sessions_in(ingrid, thursdays)[0].pk
    for attempt in (
        lambda: _change(sara, thursdays),
        lambda: _change(ingrid, thursdays, welcomed_by=sara.seat_id),
        lambda: actions.call_off_meeting(sara, session_id=session, version=1, now=NOW),
        lambda: queries.round_to_change(sara, thursdays, NOW, "en"),
        lambda: queries.session_page(sara, session, NOW, "en"),
    ):
        with pytest.raises(NotFound):
            attempt()


# One meeting by hand


def test_one_meeting_is_called_off_and_held_after_all(ingrid: Actor, thursdays: UUID):
    kari = somebody_in(ingrid, thursdays)
    first = sessions_in(ingrid, thursdays)[0].pk
    actions.call_off_meeting(ingrid, session_id=first, version=1, now=NOW)
    actions.call_off_meeting(ingrid, session_id=first, version=1, now=NOW)
    (place,) = queries.my_places(kari, NOW, "en")
    assert place.round.next_session is not None
    assert place.round.next_session.on == DEC_3
    assert [one.on for one in place.sessions] == [DEC_3, DEC_10]
    assert [one.on for one in queries.next_meetings(kari, place.round.listing_id, NOW)] == [DEC_3]
    assert queries.today(ingrid, datetime(2026, 11, 26, 8, tzinfo=UTC), "en") == []
    assert len(_told(ingrid, "groups.called_off")) == 1
    actions.hold_after_all(ingrid, session_id=first, version=2, now=NOW)
    assert queries.my_places(kari, NOW, "en")[0].round.next_session.on == NOV_26
    assert len(_told(ingrid)) == 1


def test_one_meeting_is_moved_and_one_is_added(ingrid: Actor, thursdays: UUID):
    somebody_in(ingrid, thursdays)
    first = sessions_in(ingrid, thursdays)[0].pk
    actions.move_meeting(
        ingrid, session_id=first, version=1, on=date(2026, 11, 27), starts=time(10), ends=time(11), now=NOW
    )
    actions.add_meeting(
        ingrid, round_id=thursdays, version=2, on=date(2026, 12, 12), starts=time(10), ends=time(11), now=NOW
    )
    assert list(_dates(ingrid, thursdays)) == [date(2026, 11, 27), DEC_3, DEC_10, date(2026, 12, 12)]
    with given(ingrid):
        assert Round.objects.get(pk=thursdays).until_on == date(2026, 12, 12)
    _change(ingrid, thursdays, version=3, until_on=date(2026, 12, 24))
    assert list(_dates(ingrid, thursdays)) == [
        date(2026, 11, 27), DEC_3, DEC_10, date(2026, 12, 12), date(2026, 12, 17), date(2026, 12, 24),
    ]  # fmt: skip


def test_a_meeting_that_was_called_off_makes_way_for_a_new_one_at_its_time(ingrid: Actor, thursdays: UUID):
    first, second, _third = (session.pk for session in sessions_in(ingrid, thursdays))
    at = {"on": DEC_3, "starts": time(12), "ends": time(14), "now": NOW}
    move = lambda version: actions.move_meeting(ingrid, session_id=first, version=version, **at)  # noqa: E731
    assert refused(lambda: move(1)) is Refusal.DATE_IS_TAKEN
    actions.call_off_meeting(ingrid, session_id=second, version=1, now=NOW)
    move(2)
    assert _dates(ingrid, thursdays) == {DEC_3: SessionState.PLANNED, DEC_10: SessionState.PLANNED}


def test_what_has_been_is_neither_moved_nor_called_off(ingrid: Actor, thursdays: UUID):
    first, after = sessions_in(ingrid, thursdays)[0].pk, datetime(2026, 11, 27, tzinfo=UTC)
    at = {"on": DEC_3, "starts": time(18), "ends": time(20), "now": after}
    for attempt in (
        lambda: actions.call_off_meeting(ingrid, session_id=first, version=1, now=after),
        lambda: actions.move_meeting(ingrid, session_id=first, version=1, **at),
    ):
        assert refused(attempt) is Refusal.MEETING_IS_OVER


# Single dates, holidays, and rounds that follow


def test_a_round_may_meet_on_chosen_days_alone(ingrid: Actor, lunch: Listing):
    chosen = [NOV_26, date(2026, 12, 1), date(2027, 1, 15)]
    fields = {"from_on": chosen[0], "until_on": chosen[-1], "recurrence": "", "dates": chosen}
    round_id = a_round(ingrid, lunch.pk, **fields)
    assert list(_dates(ingrid, round_id)) == chosen
    actions.add_meeting(
        ingrid, round_id=round_id, version=1, on=date(2027, 3, 1), starts=time(12), ends=time(14), now=NOW
    )
    assert queries.round_shown(ingrid, round_id, NOW, "en").until_on == date(2027, 3, 1)


def test_every_other_week_without_the_holidays(ingrid: Actor, lunch: Listing):
    every_other = recurrence_of(Often.EVERY_OTHER_WEEK, 3)
    fields = {"recurrence": every_other, "until_on": date(2027, 1, 7), "leave_out": {date(2026, 12, 24)}}
    assert list(_dates(ingrid, a_round(ingrid, lunch.pk, **fields))) == [NOV_26, DEC_10, date(2027, 1, 7)]


def _spring(actor: Actor, listing: Listing, **fields: Any) -> UUID:
    dates = {"from_on": date(2027, 1, 7), "until_on": date(2027, 3, 25)}
    return a_round(actor, listing.pk, **{**dates, **fields})


def test_a_round_that_follows_keeps_its_people_and_their_order(
    ingrid: Actor, lunch: Listing, centre: Organisation
):
    autumn = a_round(ingrid, lunch.pk, capacity=2)
    gone = somebody_in(ingrid, autumn)
    actions.leave_place(gone, place_id=places_in(ingrid, autumn)[0].pk, now=NOW)
    kari, eva = somebody_in(ingrid, autumn), somebody_in(ingrid, autumn)
    waits = an_actor(centre, Role.PARTICIPANT)
    a_held_talk(ingrid, participant_of(waits).pk)
    actions.ask_for_next_place(waits, round_id=autumn, now=NOW)

    spring = _spring(ingrid, lunch, capacity=2, follows=autumn)
    kept = places_in(ingrid, spring)
    assert [(place.participant_id, place.number, place.state) for place in kept] == [
        (participant_of(kari).pk, 1, PlaceState.HELD),
        (participant_of(eva).pk, 2, PlaceState.HELD),
        (participant_of(waits).pk, 3, PlaceState.WAITING),
    ]
    assert sorted(_told(ingrid, "groups.goes_on")) == sorted(participant_of(one).pk for one in (kari, eva))
    assert len(queries.my_places(kari, NOW, "en")) == 2
    with given(ingrid):
        assert Place.objects.filter(round_id=autumn).exclude(state="left").count() == 3, (
            "the old round is as it was"
        )


def test_planning_the_same_following_round_twice_keeps_one_place_each(ingrid: Actor, lunch: Listing):
    autumn = a_round(ingrid, lunch.pk)
    somebody_in(ingrid, autumn)
    key = uuid4()
    assert _spring(ingrid, lunch, follows=autumn, wanted_id=key) == key
    assert _spring(ingrid, lunch, follows=autumn, wanted_id=key) == key
    assert len(places_in(ingrid, key)) == 1


def test_a_following_round_has_room_for_all_and_is_of_the_same_offering(
    ingrid: Actor, lunch: Listing, centre: Organisation
):
    autumn = a_round(ingrid, lunch.pk)
    somebody_in(ingrid, autumn), somebody_in(ingrid, autumn)
    assert refused(lambda: _spring(ingrid, lunch, follows=autumn, capacity=1)) is Refusal.FOLLOWS_NEEDS_ROOM
    sewing = an_offering(centre.pk, "Sewing")
    sara = an_actor(an_organisation(), Role.ADVISER)
    theirs = a_round(sara, an_offering(sara.organisation_id).pk)
    for listing, before in ((sewing, autumn), (lunch, theirs), (lunch, UUID(int=7))):
        with pytest.raises(NotFound):
            _spring(ingrid, listing, follows=before)
    with given(ingrid):
        assert Session.objects.filter(on__gte=date(2027, 1, 1)).count() == 0
