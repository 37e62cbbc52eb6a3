"""Times for a talk: offered, chosen, changed, given back, called off; and what each documentation mode allows."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest

from stegvis.areas.admission import actions, queries
from stegvis.areas.admission.models import TalkBooking, TalkRequest, TalkTime
from stegvis.areas.admission.rules import (
    Refusal,
    RequestState,
)
from stegvis.areas.admission.tasks import forget_past_times
from stegvis.areas.directory.models import Service
from stegvis.areas.directory.rules import DocumentationMode
from stegvis.areas.messages.models import Message
from stegvis.areas.people.models import Organisation, Participant
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.models import Look
from stegvis.kernel.roles import Role
from tests.factories.admission import NOW, an_offering, participant_of
from tests.factories.people import an_actor, an_organisation
from tests.support import asked_of_database, given

TUESDAY = date(2026, 11, 24)


@pytest.fixture
def eva(centre: Organisation) -> Actor:
    return an_actor(centre, Role.PARTICIPANT)


@pytest.fixture
def ingrid(centre: Organisation) -> Actor:
    an_offering(centre.pk)
    return an_actor(centre, Role.ADVISER)


def _offer(ingrid: Actor, **fields: object) -> list[UUID]:
    defaults = {
        "first_on": TUESDAY,
        "weeks": 1,
        "starts": time(10),
        "until": time(12),
        "minutes": 60,
        "place": "The blue room",
        "now": NOW,
    }
    actions.offer_times(ingrid, **{**defaults, **fields})  # type: ignore[arg-type]
    return [row.time.time_id for row in queries.offered_times(ingrid, NOW)]


def _choose(kari: Actor, time_id: UUID) -> None:
    actions.choose_time(kari, time_id=time_id, now=NOW)


def _hers(kari: Actor) -> UUID | None:
    wish = queries.my_talk(kari, "en").wish
    return wish.booked.time.time_id if wish and wish.booked else None


def _free(kari: Actor) -> list[UUID]:
    return [row.time_id for row in queries.free_times(kari, NOW)]


@pytest.mark.requirement("S1-12")
def test_choosing_a_time_is_asking_for_a_talk(kari: Actor, ingrid: Actor):
    first, second = _offer(ingrid)
    _choose(kari, first)
    wish = queries.my_talk(kari, "en").wish
    assert wish is not None
    assert wish.booked is not None
    shown = wish.booked.time
    assert (shown.adviser, shown.on, shown.starts, shown.place) == (
        "Ingrid",
        TUESDAY,
        time(10),
        "The blue room",
    )
    assert (wish.booked.told_by, wish.booked.confirmed) == ("", True)
    (waiting,) = queries.waiting_for_talk(ingrid, NOW, "en")
    assert waiting.booked is not None
    assert waiting.booked.time.time_id == first
    assert _free(kari) == [second]


def test_a_taken_time_vanishes_for_others_and_cannot_be_had_twice(kari: Actor, eva: Actor, ingrid: Actor):
    first, second = _offer(ingrid)
    _choose(kari, first)
    assert _free(eva) == [second]
    with pytest.raises(Refused) as refused:
        _choose(eva, first)
    assert refused.value.reason is Refusal.TIME_TAKEN
    assert queries.my_talk(eva, "en").wish is None, "nothing of it stays"


def test_another_time_gives_the_first_one_back(kari: Actor, eva: Actor, ingrid: Actor):
    first, second = _offer(ingrid)
    _choose(kari, first)
    _choose(kari, first)
    _choose(kari, second)
    assert _hers(kari) == second
    assert _free(eva) == [first]


def test_who_loses_the_race_keeps_the_time_she_had(kari: Actor, eva: Actor, ingrid: Actor):
    first, second = _offer(ingrid)
    _choose(kari, first)
    _choose(eva, second)
    with pytest.raises(Refused):
        _choose(kari, second)
    assert (_hers(kari), _hers(eva)) == (first, second)


@pytest.mark.requirement("S2-06")
def test_a_time_given_back_costs_nothing(kari: Actor, eva: Actor, ingrid: Actor):
    first, _ = _offer(ingrid)
    _choose(kari, first)
    actions.ask_for_talk(eva, listing_id=None, how_to_reach=None, now=NOW + timedelta(hours=1))
    actions.give_time_back(kari, now=NOW + timedelta(hours=2))
    actions.give_time_back(kari, now=NOW + timedelta(hours=2))
    assert first in _free(kari)
    who = [row.participant_id for row in queries.waiting_for_talk(ingrid, NOW, "en")]
    assert who == [participant_of(kari).pk, participant_of(eva).pk], "she stands where she stood"


def test_taking_the_wish_back_frees_the_time(kari: Actor, ingrid: Actor):
    first, second = _offer(ingrid)
    _choose(kari, first)
    actions.take_back_wish(kari, now=NOW)
    assert _free(kari) == [first, second]


def test_holding_the_talk_lets_the_time_go(kari: Actor, ingrid: Actor, centre: Organisation):
    first, _ = _offer(ingrid)
    _choose(kari, first)
    talk_id = actions.start_talk(ingrid, participant_id=participant_of(kari).pk, now=NOW)
    actions.hold_talk(ingrid, talk_id=talk_id, version=1, now=NOW)
    with given(centre.pk):
        assert not TalkBooking.objects.exists()
        assert TalkRequest.objects.get().state == RequestState.TALK_HELD


@pytest.mark.requirement("X-09")
@pytest.mark.requirement("S3-19")
def test_an_adviser_writes_down_a_time_that_she_confirms(kari: Actor, ingrid: Actor):
    first, second = _offer(ingrid)
    actions.choose_time_for(ingrid, participant_id=participant_of(kari).pk, time_id=first, now=NOW)
    booked = queries.my_talk(kari, "en").wish.booked
    assert (booked.told_by, booked.confirmed) == ("Ingrid", False)
    actions.confirm_time(kari, now=NOW)
    assert queries.my_talk(kari, "en").wish.booked.confirmed
    actions.give_time_back_for(ingrid, participant_id=participant_of(kari).pk, now=NOW)
    assert _free(kari) == [first, second]


@pytest.mark.requirement("X-09")
def test_somebody_calls_without_a_login_and_gets_a_time(ingrid: Actor, centre: Organisation):
    first, _ = _offer(ingrid)
    key = UUID(int=4)
    for _again in range(2):
        actions.note_newcomer(ingrid, nickname="Arne", language="nb", time_id=first, wanted_id=key, now=NOW)
    (waiting,) = queries.waiting_for_talk(ingrid, NOW, "en")
    assert (waiting.nickname, waiting.booked.time.time_id) == ("Arne", first)
    with given(centre.pk):
        assert Participant.objects.filter(user=None).count() == 1


@pytest.mark.requirement("X-03")
def test_a_time_is_kept_for_somebody_who_says_no_name(kari: Actor, ingrid: Actor, centre: Organisation):
    first, second = _offer(ingrid)
    actions.keep_without_name(ingrid, time_id=first, taken=True, now=NOW)
    assert _free(kari) == [second]
    with pytest.raises(Refused):
        _choose(kari, first)
    (today,) = queries.booked_today(ingrid, datetime(2026, 11, 24, 8, tzinfo=UTC))
    assert (today.participant_id, today.nickname) == (None, "")
    actions.keep_without_name(ingrid, time_id=first, taken=False, now=NOW)
    assert _free(kari) == [first, second]
    with given(centre.pk):
        assert not TalkRequest.objects.exists()


def test_a_time_that_somebody_has_is_not_kept_for_another(kari: Actor, ingrid: Actor):
    first, _ = _offer(ingrid)
    _choose(kari, first)
    with pytest.raises(Refused):
        actions.keep_without_name(ingrid, time_id=first, taken=True, now=NOW)


def test_whoever_chose_a_time_that_is_called_off_is_told(kari: Actor, ingrid: Actor, centre: Organisation):
    first, second = _offer(ingrid)
    _choose(kari, first)
    actions.call_off_time(ingrid, time_id=first, now=NOW)
    assert _hers(kari) is None
    assert _free(kari) == [second]
    assert len(queries.waiting_for_talk(ingrid, NOW, "en")) == 1
    with given(centre.pk):
        message = Message.objects.get()
    assert (message.participant_id, message.kind) == (participant_of(kari).pk, "admission.time_called_off")


def test_the_same_times_offered_twice_are_there_once(ingrid: Actor):
    assert len(_offer(ingrid)) == len(_offer(ingrid)) == 2


def test_two_advisers_may_have_room_at_the_same_time(kari: Actor, ingrid: Actor, centre: Organisation):
    _offer(ingrid)
    _offer(an_actor(centre, Role.ADVISER, name="Siri"))
    free = {(row.starts.hour, row.adviser) for row in queries.free_times(kari, NOW)}
    assert free == {(10, "Ingrid"), (10, "Siri"), (11, "Ingrid"), (11, "Siri")}


@pytest.mark.requirement("S2-06")
def test_the_day_after_nobody_knows_who_came_and_who_did_not(
    kari: Actor, ingrid: Actor, centre: Organisation
):
    first, _ = _offer(ingrid)
    _choose(kari, first)
    forget_past_times(datetime(2026, 11, 24, 21, tzinfo=UTC))
    assert _hers(kari) == first
    forget_past_times(datetime(2026, 11, 25, 1, tzinfo=UTC))
    assert _hers(kari) is None
    assert len(queries.waiting_for_talk(ingrid, NOW, "en")) == 1
    with given(centre.pk):
        assert not TalkTime.objects.exists()


def test_a_time_in_another_house_looks_unknown(ingrid: Actor):
    first, _ = _offer(ingrid)
    elsewhere = an_organisation()
    stranger, inger = an_actor(elsewhere, Role.PARTICIPANT), an_actor(elsewhere, Role.ADVISER)
    for attempt in (
        lambda: _choose(stranger, first),
        lambda: actions.call_off_time(inger, time_id=first, now=NOW),
        lambda: actions.keep_without_name(inger, time_id=first, taken=True, now=NOW),
        lambda: actions.choose_time_for(
            inger, participant_id=participant_of(stranger).pk, time_id=first, now=NOW
        ),
    ):
        with pytest.raises((NotFound, Refused)):
            attempt()
    assert queries.free_times(stranger, NOW) == []


def test_nobody_but_an_adviser_offers_times_or_sees_who_comes(
    centre: Organisation, kari: Actor, ingrid: Actor
):
    first, _ = _offer(ingrid)
    for role in set(Role) - {Role.ADVISER, Role.VISITOR, Role.HOUSEKEEPER}:
        actor = an_actor(centre, role)
        for attempt in (
            lambda actor=actor: _offer(actor),
            lambda actor=actor: queries.booked_today(actor, NOW),
            lambda actor=actor: queries.offered_times(actor, NOW),
            lambda actor=actor: actions.call_off_time(actor, time_id=first, now=NOW),
            lambda actor=actor: actions.keep_without_name(actor, time_id=first, taken=True, now=NOW),
            lambda actor=actor: actions.choose_time_for(
                actor, participant_id=participant_of(kari).pk, time_id=first, now=NOW
            ),
        ):
            with pytest.raises(NotAllowed):
                attempt()


@pytest.mark.requirement("X-06")
def test_a_look_is_one_for_each_participant_a_page_shows(kari: Actor, ingrid: Actor):
    first, _ = _offer(ingrid)
    _choose(kari, first)
    day = datetime(2026, 11, 24, 8, tzinfo=UTC)
    queries.booked_today(ingrid, day)
    queries.booked_today(ingrid, day, looked_at=[participant_of(kari).pk])
    with given(ingrid):
        assert list(Look.objects.filter(at=day).values_list("about", "why")) == [
            (participant_of(kari).pk, "admission.booked_today")
        ]


def test_the_desk_costs_the_same_for_two_and_for_twenty(centre: Organisation, ingrid: Actor):
    times = _offer(ingrid, weeks=10)
    day = datetime(2026, 11, 24, 7, tzinfo=UTC)
    for time_id in times[:2]:
        _choose(an_actor(centre, Role.PARTICIPANT), time_id)
    with asked_of_database() as for_two:
        queries.offered_times(ingrid, day)
    for time_id in times[2:]:
        _choose(an_actor(centre, Role.PARTICIPANT), time_id)
    with asked_of_database() as for_all:
        queries.offered_times(ingrid, day)
    assert len(for_two) == len(for_all)


@pytest.mark.requirement("X-15")
@pytest.mark.parametrize("mode", list(DocumentationMode), ids=str)
def test_what_each_documentation_mode_lets_staff_write(
    mode: DocumentationMode, kari: Actor, ingrid: Actor, centre: Organisation
):
    first, second = _offer(ingrid)
    with given(centre.pk):
        Service.objects.update(documentation=mode)
    by_staff = (
        lambda: actions.choose_time_for(
            ingrid, participant_id=participant_of(kari).pk, time_id=first, now=NOW
        ),
        lambda: actions.note_newcomer(ingrid, nickname="Arne", language="nb", time_id=second, now=NOW),
        lambda: actions.meet(ingrid, nickname="Liv", language="nb", held_before_on=None, now=NOW),
    )
    if mode is not DocumentationMode.NONE:
        for write in by_staff:
            write()
        return
    for write in by_staff:
        with pytest.raises(Refused) as refused:
            write()
        assert refused.value.reason is Refusal.NOTHING_IS_WRITTEN_HERE
    with given(centre.pk):
        assert list(Participant.objects.values_list("pk", flat=True)) == [participant_of(kari).pk]
        assert not TalkRequest.objects.exists()
        assert not TalkBooking.objects.exists()
    _choose(kari, first)  # what she makes herself
    assert _hers(kari) == first
    actions.keep_without_name(ingrid, time_id=second, taken=True, now=NOW)  # a count


@pytest.mark.requirement("X-15")
def test_the_mode_is_of_the_services_that_a_talk_comes_before(ingrid: Actor, centre: Organisation):
    an_offering(centre.pk, "Telephone", gated=False, documentation=DocumentationMode.NONE)
    assert queries.staff_may_note(ingrid)
