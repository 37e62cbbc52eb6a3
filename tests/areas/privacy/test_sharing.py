"""Sharing: read only through a grant she has given, from the moment it counts until the moment it ends (X-04)."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from stegvis.areas.privacy import actions, queries
from stegvis.areas.privacy.models import Grant, Reading
from stegvis.areas.privacy.rules.sharing import RECIPIENTS, ShareRefusal, ShareState
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.models import Look
from stegvis.kernel.roles import Role
from tests.areas.privacy.sharing import GOOD_TO_KNOW, IN_TALK, House
from tests.factories.admission import NOW, a_held_talk, participant_of
from tests.factories.people import an_actor
from tests.support import given

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("X-04")]
TODAY = NOW.date()


@pytest.fixture
def house(db: None) -> House:
    return House()


def test_by_default_nothing_is_shared(house):
    assert house.grants() == []
    for who in (house.odd, house.berit, house.tor):
        assert queries.shared_with_me(who, NOW) == []


def test_what_she_names_is_read_and_nothing_else(house):
    grant_id = house.share(house.odd)

    read = house.read(house.odd, grant_id)
    assert GOOD_TO_KNOW in read
    assert IN_TALK not in read


def test_only_the_one_she_named_reads_it(house):
    grant_id = house.share(house.odd)

    for who in (house.berit, house.tor, house.ingrid):
        with pytest.raises(NotFound):
            house.read(who, grant_id)
    for who in (house.kari, an_actor(house.organisation, Role.PARTICIPANT)):
        with pytest.raises(NotAllowed):
            house.read(who, grant_id)


def test_it_is_read_as_it_is_at_that_moment(house):
    grant_id = house.share(house.odd)
    a_held_talk(
        house.ingrid, house.kari_id, good_to_know="Nå går det fint med lyd", held_on=date(2026, 11, 24)
    )
    assert house.read(house.odd, grant_id) == "Nå går det fint med lyd"


def test_each_reading_is_a_look_and_she_sees_what_was_read_and_when(house):
    grant_id = house.share(house.odd, "admission.good_to_know", "groups.places")
    house.read(house.odd, grant_id)
    house.read(house.odd, grant_id, NOW + timedelta(hours=1))

    with given(house.kari):
        looks = list(Look.objects.filter(why="privacy.shared").order_by("at"))
    assert [(look.seat_id, look.about, look.at) for look in looks] == [
        (house.odd.seat_id, house.kari_id, NOW),
        (house.odd.seat_id, house.kari_id, NOW + timedelta(hours=1)),
    ]
    readings = queries.my_grant(house.kari, grant_id, NOW).readings
    assert [(reading.at, len(reading.items)) for reading in readings] == [
        (NOW + timedelta(hours=1), 2),
        (NOW, 2),
    ]


def test_when_the_look_cannot_be_written_nothing_is_read(house, monkeypatch):
    grant_id = house.share(house.odd)

    def full(*given: object, **named: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(Look.objects, "bulk_create", full)
    with pytest.raises(OSError, match="full"):
        house.read(house.odd, grant_id)
    assert queries.my_grant(house.kari, grant_id, NOW).readings == ()


def test_taking_back_closes_it_from_the_next_reading_on_in_lists_too(house):
    grant_id = house.share(house.odd)
    house.read(house.odd, grant_id)
    assert [row.nickname for row in queries.shared_with_me(house.odd, NOW)] == ["Kari"]

    actions.take_back(house.kari, grant_id=grant_id, now=NOW)
    with pytest.raises(NotFound):
        house.read(house.odd, grant_id)
    assert queries.shared_with_me(house.odd, NOW) == []
    with given(house.odd):
        assert not Grant.objects.visible_to(house.odd).exists()


def test_taking_back_twice_is_fine_and_keeps_the_first_moment(house):
    grant_id = house.share(house.odd)
    for hours in (1, 2):
        actions.take_back(house.kari, grant_id=grant_id, now=NOW + timedelta(hours=hours))
    assert house.grants()[0].ended_at == NOW + timedelta(hours=1)


def test_taking_back_closes_every_way_to_the_same_thing(house):
    """However a second grant of it came to be (two forms at once): one tap, and it cannot be read."""
    first = house.share(house.odd)
    noted = house.note(house.odd)
    with given(house.kari):
        Grant.objects.filter(pk=noted).update(confirmed_at=NOW)
    actions.take_back(house.kari, grant_id=first, now=NOW)
    for grant_id in (first, noted):
        with pytest.raises(NotFound):
            house.read(house.odd, grant_id)


def test_it_ends_by_itself_after_its_last_day(house):
    grant_id = house.share(house.odd, until_on=TODAY + timedelta(days=2))
    last = NOW + timedelta(days=2)
    assert GOOD_TO_KNOW in house.read(house.odd, grant_id, last)
    with pytest.raises(NotFound):
        house.read(house.odd, grant_id, last + timedelta(days=1))
    assert queries.shared_with_me(house.odd, last + timedelta(days=1)) == []
    assert queries.my_sharing(house.kari, last + timedelta(days=1)).over[0].state is ShareState.RUN_OUT


def test_it_goes_on_when_she_says_so_and_never_by_more_than_a_year(house):
    grant_id = house.share(house.odd, until_on=TODAY)
    actions.extend(house.kari, grant_id=grant_id, until_on=date(2027, 11, 23), now=NOW)
    assert GOOD_TO_KNOW in house.read(house.odd, grant_id, NOW + timedelta(days=300))
    with pytest.raises(Refused) as refusal:
        actions.extend(house.kari, grant_id=grant_id, until_on=date(2027, 11, 24), now=NOW)
    assert refusal.value.reason is ShareRefusal.LONGER_THAN_A_YEAR


def test_what_is_over_does_not_live_again(house):
    grant_id = house.share(house.odd)
    actions.take_back(house.kari, grant_id=grant_id, now=NOW)
    with pytest.raises(Refused) as refusal:
        actions.extend(house.kari, grant_id=grant_id, until_on=date(2027, 1, 1), now=NOW)
    assert refusal.value.reason is ShareRefusal.IS_OVER


def test_what_ended_stays_as_history_for_her_alone(house):
    grant_id = house.share(house.odd)
    house.read(house.odd, grant_id)
    actions.take_back(house.kari, grant_id=grant_id, now=NOW)

    assert queries.my_sharing(house.kari, NOW).over[0].grant_id == grant_id
    assert len(queries.my_grant(house.kari, grant_id, NOW).readings) == 1
    for who in (house.odd, house.ingrid, house.berit):
        with given(who):
            assert not Grant.objects.visible_to(who).exists()
            assert not Reading.objects.visible_to(who).exists()


def test_the_same_thing_is_not_shared_twice_with_the_same_person(house):
    house.share(house.odd)
    with pytest.raises(Refused) as refusal:
        house.share(house.odd, "admission.good_to_know", "groups.places")
    assert refusal.value.reason is ShareRefusal.SHARED_ALREADY
    house.share(house.odd, "groups.places")
    house.share(house.berit)


def test_a_form_sent_twice_shares_once(house):
    key = uuid4()
    made = {actions.share(house.kari, wish=house.wish(house.odd), now=NOW, wanted_id=key) for _ in range(2)}
    assert made == {key}
    assert len(house.grants()) == 1


def test_nobody_is_asked_to_share_what_somebody_sees_anyhow(house):
    with pytest.raises(Refused) as refusal:
        house.share(house.ingrid)
    assert refusal.value.reason is ShareRefusal.SEEN_ALREADY
    house.share(house.ingrid, "groups.small_aims")


def test_only_seats_that_run_here_can_be_shared_with(house):
    stranger = an_actor(House().organisation, Role.EMPLOYEE)
    gone = an_actor(house.organisation, Role.EMPLOYEE, until_on=TODAY - timedelta(days=1))
    eva = an_actor(house.organisation, Role.PARTICIPANT)
    for who in (stranger, gone, eva):
        with pytest.raises(NotFound):
            house.share(who)
    unknown = actions.Wish(UUID(int=7), frozenset({"groups.places"}), house.wish(house.odd).purpose, TODAY)
    with pytest.raises(NotFound):
        actions.share(house.kari, wish=unknown, now=NOW)
    with pytest.raises(NotFound):
        house.share(house.odd, "groups.no_such_thing")
    assert house.grants() == []


def test_a_new_seat_of_the_same_person_opens_nothing_old(house):
    grant_id = house.share(house.odd)
    with given(house.organisation.pk):
        from stegvis.areas.people.models import Seat, User

        seat = Seat.objects.get(pk=house.odd.seat_id)
        user = User.objects.get(pk=seat.user_id)
    elsewhere = an_actor(house.organisation, Role.COORDINATOR, user=user)
    with pytest.raises(NotFound):
        house.read(elsewhere, grant_id)


@pytest.mark.parametrize("role", sorted(RECIPIENTS))
def test_staff_share_nothing_of_hers_and_take_nothing_back_in_her_name(house, role):
    who = an_actor(house.organisation, role)
    grant_id = house.share(house.odd)
    with pytest.raises(NotAllowed):
        actions.share(who, wish=house.wish(house.tor), now=NOW)
    with pytest.raises(NotAllowed):
        actions.extend(who, grant_id=grant_id, until_on=TODAY, now=NOW)
    with pytest.raises(NotAllowed):
        actions.answer_noted(who, grant_id=grant_id, right=True, now=NOW)


def test_another_participants_grant_looks_unknown(house):
    eva = an_actor(house.organisation, Role.PARTICIPANT)
    grant_id = house.share(house.odd)
    with pytest.raises(NotFound):
        actions.take_back(eva, grant_id=grant_id, now=NOW)
    with pytest.raises(NotFound):
        queries.my_grant(eva, grant_id, NOW)


def test_what_is_not_hers_is_not_read_with_it(house):
    """Another talk, of somebody else, in the same house."""
    eva = an_actor(house.organisation, Role.PARTICIPANT)
    a_held_talk(house.ingrid, participant_of(eva).pk, good_to_know="Evas ord")
    assert "Evas ord" not in house.read(house.odd, house.share(house.odd, "admission.talk"))


@pytest.mark.requirement("S4-03")
def test_a_no_is_never_read_with_the_copy_of_the_talk(house):
    from stegvis.areas.admission.models import OfferingChoice
    from stegvis.areas.admission.rules import Choice
    from tests.factories.admission import an_offering

    listing = an_offering(house.organisation.pk, title="Turgruppa")
    talk = a_held_talk(house.ingrid, house.kari_id, held_on=date(2026, 11, 24), good_for_me="Ro")
    with given(house.kari):
        OfferingChoice.objects.create(
            organisation_id=house.organisation.pk, talk=talk, listing=listing, choice=Choice.NOT_FOR_ME
        )
    read = house.read(house.odd, house.share(house.odd, "admission.talk"))
    assert "Ro" in read
    assert "Turgruppa" not in read
