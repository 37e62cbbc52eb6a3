"""Ill in one tap, a substitute's yes, and what is called off because too few are there."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest

from stegvis.areas.groups import actions as calendar
from stegvis.areas.groups import queries as planned
from stegvis.areas.groups.rules import CallOffWhy
from stegvis.areas.groups.rules import Refusal as CalendarRefusal
from stegvis.areas.messages import api as messages
from stegvis.areas.people.models import Organisation
from stegvis.areas.staffing import actions, queries
from stegvis.areas.staffing.models import Away
from stegvis.areas.staffing.rules import Carries, Missing, Refusal
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import JournalEntry
from stegvis.kernel.roles import Role
from tests.areas.groups.meetings import somebody_in
from tests.areas.staffing.scene import (
    CHECK,
    WALK_ON,
    a_walk,
    all_on_duty,
    first_of,
    on_duty,
    somebody_employed,
    staffed_now,
    states,
    the_clock,
    told_of_calling_off,
    version_of,
)
from tests.factories.admission import NOW, a_held_talk, an_offering, participant_of
from tests.factories.groups import sessions_in
from tests.factories.people import a_participant
from tests.support import given, refused

pytestmark = pytest.mark.django_db


# Ill, and what follows


@pytest.mark.requirement("S1-31")
@pytest.mark.requirement("S1-32")
def test_one_of_two_is_ill_and_the_walk_is_called_off(
    centre: Organisation, odd: Actor, siri: Actor, berit: Actor, walk: UUID
):
    first = first_of(berit, walk)
    all_on_duty(berit, first, [odd, siri])
    adviser = somebody_employed(centre, "Ingrid", Role.ADVISER)
    kari = somebody_in(adviser, walk)
    with given(centre.pk):
        by_phone = a_participant(centre, nickname="Lotte", user=None).pk
    a_held_talk(adviser, by_phone)
    calendar.give_place(adviser, round_id=walk, participant_id=by_phone, now=NOW)
    actions.set_needs(
        berit, round_id=walk, employees=2, instead="The house is open instead.", version=1, now=NOW
    )
    assert staffed_now(berit, first.pk).can_be_held
    actions.report_away(odd, now=NOW)
    held = staffed_now(berit, first.pk)
    assert (held.on_duty, held.needed, held.can_be_held) == (1, 2, False)
    assert states(berit, walk)[0] == "planned"
    assert actions.check_due(the_clock(berit), now=CHECK) == [first.pk]
    assert actions.check_due(the_clock(berit), now=CHECK + timedelta(minutes=5)) == []
    assert states(berit, walk) == ["called_off", "planned", "planned"]
    assert {one.participant_id for one in told_of_calling_off(berit)} == {participant_of(kari).pk, by_phone}
    assert [call.participant_id for call in messages.calls_waiting(adviser, CHECK)] == [by_phone]
    (off,) = planned.called_off(berit, [first.pk]).values()
    assert (off.why, off.at, off.instead, off.told) == (
        CallOffWhy.STAFF, CHECK, "The house is open instead.", 2,
    )  # fmt: skip
    assert planned.my_places(kari, CHECK, "en")[0].round.next_session.on == date(2026, 12, 3)


@pytest.mark.requirement("S1-32")
@pytest.mark.parametrize("language", ["nb", "da", "sv", "en"])
def test_the_message_is_kind_says_it_is_not_her_and_what_happens_instead(language: str):
    from stegvis.areas.groups.texts import called_off

    said = {"title": "Turgruppa", "place": str(UUID(int=1)), "day": "2026-11-26", "instead": ""}
    words = called_off(said, language)
    not_her = {
        "nb": "Det har ingenting med deg å gjøre",
        "da": "Det har intet med dig at gøre",
        "sv": "Det har inget med dig att göra",
        "en": "It has nothing to do with you",
    }[language]
    assert not_her in words.text
    assert "Turgruppa" not in words.subject  # the subject may stand on a locked screen
    for illness in ("syk", "sjuk", "syg", " ill", "sick", "Odd"):
        assert illness not in words.text
    instead = called_off({**said, "instead": "Huset er åpent."}, language).text
    assert instead.endswith("Huset er åpent.")
    assert len(words.text) > len(instead) - len("Huset er åpent.")


@pytest.mark.requirement("S1-31")
def test_after_the_check_time_it_is_called_off_at_once(odd: Actor, siri: Actor, berit: Actor, walk: UUID):
    first = first_of(berit, walk)
    all_on_duty(berit, first, [odd, siri])
    late = CHECK + timedelta(hours=14)
    actions.report_away(berit, seat_id=odd.seat_id, now=late)
    assert states(berit, walk)[0] == "called_off"
    assert refused(lambda: actions.take_over(berit, session_id=first.pk, now=late)) == Refusal.CALLED_OFF


@pytest.mark.requirement("S1-31")
def test_a_duty_taken_away_after_the_check_time_calls_it_off_too(
    odd: Actor, siri: Actor, berit: Actor, walk: UUID
):
    first = first_of(berit, walk)
    all_on_duty(berit, first, [odd, siri])
    duty = queries.my_part(siri, NOW, "en").duties[0].duty.duty_id
    actions.end_duty(berit, duty_id=duty, version=version_of(berit, WALK_ON), now=CHECK)
    assert states(berit, walk)[0] == "called_off"


@pytest.mark.requirement("S1-31")
def test_nobody_brings_it_back(odd: Actor, siri: Actor, berit: Actor, walk: UUID):
    """Neither a late yes, nor a later check time, nor holding it after all: whoever asks."""
    first = first_of(berit, walk)
    on_duty(berit, first, odd)
    late = CHECK + timedelta(minutes=3)  # the clock has not looked yet
    assert refused(lambda: actions.take_over(siri, session_id=first.pk, now=late)) == Refusal.CHECK_HAS_PASSED
    assert refused(lambda: on_duty(berit, first, siri, now=late)) == Refusal.CHECK_HAS_PASSED
    actions.set_needs(berit, round_id=walk, employees=2, check_days=0, check_at=time(11), version=1, now=late)
    assert states(berit, walk)[0] == "called_off"
    hold = lambda: calendar.hold_after_all(berit, session_id=first.pk, version=2, now=late)  # noqa: E731
    assert refused(hold) == CalendarRefusal.TOO_FEW_STAFF
    calendar.move_meeting(
        berit, session_id=first.pk, version=2, on=date(2026, 11, 28), starts=time(12), ends=time(14), now=late
    )
    assert states(berit, walk)[0] == "planned"


@pytest.mark.requirement("S1-31")
def test_a_substitute_is_asked_and_says_yes(odd: Actor, siri: Actor, berit: Actor, walk: UUID):
    first = first_of(berit, walk)
    all_on_duty(berit, first, [odd, siri])
    assert queries.my_part(berit, NOW, "en").asked == []
    actions.report_away(odd, now=NOW)
    (asked,) = queries.my_part(berit, NOW, "en").asked
    assert (asked.session_id, asked.starts, asked.ends, asked.missing) == (
        first.pk, time(12), time(14), (Missing.EMPLOYEES,),
    )  # fmt: skip
    assert queries.my_part(siri, NOW, "en").asked == []
    assert queries.my_part(odd, NOW, "en").asked == []
    actions.take_over(berit, session_id=first.pk, now=NOW)
    assert staffed_now(berit, first.pk).names == ("Berit", "Siri")
    assert actions.check_due(the_clock(berit), now=CHECK) == []
    assert states(berit, walk)[0] == "planned"


@pytest.mark.requirement("S1-26")
def test_the_door_closes_by_itself_when_the_responsible_falls_ill(
    centre: Organisation, odd: Actor, siri: Actor, berit: Actor
):
    door = a_walk(
        berit, an_offering(centre.pk, gated=False), employees=1, capacity=None, starts=time(10), ends=time(14)
    )
    first = first_of(berit, door)
    on_duty(berit, first, odd, Carries.DROP_IN, ends=time(13))
    visitor = Actor.visitor(centre.pk)
    at = lambda hour, minute=0: datetime(2026, 11, 26, hour - 1, minute, tzinfo=UTC)  # noqa: E731
    assert not queries.door(visitor, at(9, 59)).is_open
    assert queries.door(visitor, at(9, 59)).next_opens_at.hour == 10
    assert queries.door(visitor, at(12, 59)).open_until.hour == 13
    assert not queries.door(visitor, at(13)).is_open  # the only employee leaves at one (J2 step 6)
    actions.report_away(odd, now=at(11))
    assert not queries.door(visitor, at(11)).is_open
    assert states(berit, door)[0] == "planned"  # it has begun: the sign tells
    actions.take_over(siri, session_id=first.pk, now=at(11, 20))
    assert not queries.door(visitor, at(11, 19)).is_open
    assert queries.door(visitor, at(11, 20)).open_until.hour == 14


def test_ill_twice_is_once_and_leaves_no_word(odd: Actor, berit: Actor):
    first = actions.report_away(odd, now=NOW)
    assert actions.report_away(odd, now=NOW + timedelta(minutes=1)) == first
    assert actions.report_away(berit, seat_id=odd.seat_id, now=NOW + timedelta(hours=2)) == first
    (shown,) = queries.away_now(odd, NOW + timedelta(hours=2))
    assert (shown.name, shown.until_at, shown.mine) == ("Odd", None, True)
    with given(odd):
        entries = JournalEntry.objects.filter(what__startswith="staffing.")
        assert {(entry.seat_id, entry.role) for entry in entries} == {(None, Role.HOUSEKEEPER)}
        assert odd.seat_id not in {entry.about for entry in entries}
    columns = {field.name for field in Away._meta.get_fields()}
    assert columns == {"id", "organisation_id", "seat", "from_at", "until_at"}
    actions.back_again(odd, now=NOW + timedelta(days=1))
    actions.back_again(odd, now=NOW + timedelta(days=1))
    assert queries.away_now(odd, NOW + timedelta(days=1)) == []


def test_a_mistaken_tap_leaves_nothing(odd: Actor):
    away = actions.report_away(odd, now=NOW)
    actions.take_back_away(odd, away_id=away, now=NOW)
    actions.take_back_away(odd, away_id=away, now=NOW)
    with given(odd):
        assert not Away.objects.exists()


def test_times_away_go_after_a_week_and_duties_after_a_year(odd: Actor, berit: Actor, walk: UUID):
    on_duty(berit, first_of(berit, walk), odd)
    actions.report_away(odd, until_at=NOW + timedelta(hours=2), now=NOW)
    house = the_clock(berit)
    assert actions.forget_old_aways(house, now=NOW + timedelta(days=7)) == 0
    assert actions.forget_old_aways(house, now=NOW + timedelta(days=7, hours=3)) == 1
    assert actions.forget_old_duties(house, now=NOW + timedelta(days=300)) == 0
    assert actions.forget_old_duties(house, now=NOW + timedelta(days=370)) == 1


def test_the_duties_of_somebody_who_leaves_go_on_or_are_a_gap(
    centre: Organisation, odd: Actor, siri: Actor, berit: Actor, walk: UUID
):
    first, second = sessions_in(berit, walk)[:2]
    other = a_walk(berit, an_offering(centre.pk))
    on_duty(berit, first, odd)
    on_duty(berit, second, odd)
    on_duty(berit, sessions_in(berit, other)[1], siri)
    assert queries.is_on_duty_later(berit, odd.seat_id, NOW)
    actions.pass_duties_on(berit, from_seat=odd.seat_id, to_seat=siri.seat_id, now=NOW)
    assert staffed_now(berit, first.pk).names == ("Siri",)
    assert staffed_now(berit, second.pk).names == ()
    assert not queries.is_on_duty_later(berit, odd.seat_id, NOW)
