"""Sharing: read only through a grant she has given, from the moment it counts until the moment it ends (X-04)."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from stegvis.areas.people.rules import OrganisationKind
from stegvis.areas.privacy import actions, queries
from stegvis.areas.privacy.models import Grant, Reading
from stegvis.areas.privacy.rules.sharing import RECIPIENTS, ShareRefusal, ShareState
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.models import ClosedDoor, JournalEntry, Look
from stegvis.kernel.roles import Role
from tests.architecture.sources import SOURCE
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


@pytest.mark.requirement("X-06")
class TestClosedDoors:
    """Closing is stronger than sharing, whichever came first."""

    def close(self, house: House, **door: object) -> None:
        with given(house.kari):
            ClosedDoor.objects.create(
                organisation_id=house.organisation.pk, about=house.kari_id, closed_at=NOW, **door
            )

    def test_a_worker_she_has_closed_out_reads_nothing_and_sees_no_share(self, house):
        grant_id = house.share(house.odd)
        self.close(house, seat_id=house.odd.seat_id, user_id=house.odd.user_id)
        with pytest.raises(NotFound):
            house.read(house.odd, grant_id)
        assert queries.shared_with_me(house.odd, NOW) == []

    def test_a_part_that_she_has_closed_stays_closed(self, house):
        from stegvis.areas.admission.models import Talk

        grant_id = house.share(house.odd, "admission.talk", "groups.places")
        assert Talk.SECTION, "else this would say nothing"
        self.close(house, section=Talk.SECTION)
        assert house.read(house.odd, grant_id) == ""


class TestNoted:
    """Written down by an adviser: it counts only when she has said yes."""

    def test_it_opens_nothing_before(self, house):
        grant_id = house.note(house.odd)
        with pytest.raises(NotFound):
            house.read(house.odd, grant_id)
        assert queries.shared_with_me(house.odd, NOW) == []

    def test_on_screen_she_says_yes(self, house):
        grant_id = house.note(house.odd)
        actions.answer_noted(house.kari, grant_id=grant_id, right=True, now=NOW)
        assert GOOD_TO_KNOW in house.read(house.odd, grant_id)
        assert queries.my_sharing(house.kari, NOW).running[0].told_by == "Ingrid"

    @pytest.mark.requirement("S4-03")
    def test_her_no_leaves_no_trace_that_tells_it_from_a_yes(self, house):
        yes, no = house.note(house.odd), house.note(house.tor)
        actions.answer_noted(house.kari, grant_id=yes, right=True, now=NOW)
        actions.answer_noted(house.kari, grant_id=no, right=False, now=NOW)

        assert [grant.pk for grant in house.grants()] == [yes]
        with given(house.kari):
            entries = JournalEntry.objects.filter(what="privacy.noted_share_answered")
            assert {(entry.outcome, entry.about) for entry in entries} == {("", yes), ("", no)}

    @pytest.mark.requirement("X-09")
    def test_on_paper_an_adviser_notes_her_signature(self, house):
        grant_id = house.note(house.odd)
        actions.confirm_on_paper(house.ingrid, grant_id=grant_id, now=NOW)
        assert GOOD_TO_KNOW in house.read(house.odd, grant_id)
        assert queries.my_grant(house.kari, grant_id, NOW).paper == "Ingrid"

    def test_whoever_would_read_does_not_note_it(self, house):
        with pytest.raises(Refused) as refusal:
            house.note(house.ingrid, "groups.small_aims")
        assert refusal.value.reason is ShareRefusal.NOT_TO_ONESELF

        siri = an_actor(house.organisation, Role.ADVISER, name="Siri")
        grant_id = house.note(siri, "groups.small_aims")
        with pytest.raises(Refused):
            actions.confirm_on_paper(siri, grant_id=grant_id, now=NOW)

    def test_it_takes_the_place_of_what_she_shared_before(self, house):
        before = house.share(house.odd)
        grant_id = house.note(house.odd)
        assert GOOD_TO_KNOW in house.read(house.odd, before)
        actions.answer_noted(house.kari, grant_id=grant_id, right=True, now=NOW)
        with pytest.raises(NotFound):
            house.read(house.odd, before)
        assert GOOD_TO_KNOW in house.read(house.odd, grant_id)

    def test_an_adviser_sees_what_waits_and_nothing_that_counts(self, house):
        house.share(house.odd)
        grant_id = house.note(house.tor)
        shown = queries.noting(house.ingrid, house.kari_id, NOW)
        assert [grant.grant_id for grant in shown.waiting] == [grant_id]
        actions.answer_noted(house.kari, grant_id=grant_id, right=True, now=NOW)
        assert queries.noting(house.ingrid, house.kari_id, NOW).waiting == ()
        with pytest.raises(NotFound):
            queries.noted(house.ingrid, grant_id, NOW)

    @pytest.mark.parametrize("role", sorted(RECIPIENTS - {Role.ADVISER}))
    def test_nobody_else_writes_it_down(self, house, role):
        who = an_actor(house.organisation, role)
        with pytest.raises(NotAllowed):
            actions.note_share(who, participant_id=house.kari_id, wish=house.wish(house.tor), now=NOW)
        with pytest.raises(NotAllowed):
            actions.take_back_told(who, participant_id=house.kari_id, now=NOW)

    @pytest.mark.requirement("X-05")
    def test_with_an_authority_she_shares_herself_or_not_at_all(self, house):
        peter = an_actor(house.organisation, Role.FRONT_LINE, name="Peter")
        with pytest.raises(Refused) as refusal:
            house.note(peter)
        assert refusal.value.reason is ShareRefusal.HERS_ALONE
        assert GOOD_TO_KNOW in house.read(peter, house.share(peter))

    @pytest.mark.requirement("X-05")
    def test_in_a_municipal_office_nothing_is_written_down_for_her(self):
        office = House(kind=OrganisationKind.MUNICIPAL_OFFICE)
        with pytest.raises(Refused) as refusal:
            office.note(office.odd)
        assert refusal.value.reason is ShareRefusal.HERS_ALONE

    @pytest.mark.requirement("X-09")
    def test_told_to_an_adviser_taking_back_counts_at_once_and_tells_nothing(self, house):
        grant_id, other, noted = house.share(house.odd), house.share(house.tor), house.note(house.berit)
        answers = [
            actions.take_back_told(
                house.ingrid, participant_id=house.kari_id, recipient_id=who.seat_id, now=NOW
            )
            for who in (house.odd, house.berit)
        ]
        assert answers == [None, None]
        with pytest.raises(NotFound):
            house.read(house.odd, grant_id)
        assert GOOD_TO_KNOW in house.read(house.tor, other)
        assert noted not in {grant.pk for grant in house.grants()}
        actions.take_back_told(house.ingrid, participant_id=house.kari_id, now=NOW)
        with pytest.raises(NotFound):
            house.read(house.tor, other)


class TestGuards:
    """Each guard is taken away, and what it kept away comes."""

    def test_the_key_to_her_rows_is_made_at_one_place(self):
        """Whatever reads an item needs a key, and only the reading of a grant makes one."""
        makers = [
            path.name for path in SOURCE.rglob("*.py") if "Released(" in path.read_text(encoding="utf-8")
        ]
        assert makers == ["reading.py"]

    def test_without_the_rule_a_grant_that_has_run_out_opens(self, house, monkeypatch):
        from stegvis.areas.privacy.actions import reading

        grant_id = house.share(house.odd, until_on=TODAY)
        monkeypatch.setattr(reading, "opens", lambda *given, **named: True)
        assert GOOD_TO_KNOW in house.read(house.odd, grant_id, NOW + timedelta(days=9))

    def test_without_visible_to_and_the_rule_anybody_reads(self, house, monkeypatch):
        from django.db.models import Q

        from stegvis.areas.privacy.actions import reading

        grant_id = house.share(house.odd)
        monkeypatch.setattr(Grant, "VISIBLE_TO", dict.fromkeys(Role, lambda actor: Q()))
        with pytest.raises(NotFound):
            house.read(house.berit, grant_id)  # the rule holds alone
        monkeypatch.setattr(reading, "opens", lambda *given, **named: True)
        assert GOOD_TO_KNOW in house.read(house.berit, grant_id)

    def test_the_rule_alone_gone_visible_to_still_holds_for_what_was_taken_back(self, house, monkeypatch):
        from stegvis.areas.privacy.actions import reading

        grant_id = house.share(house.odd)
        actions.take_back(house.kari, grant_id=grant_id, now=NOW)
        monkeypatch.setattr(reading, "opens", lambda *given, **named: True)
        with pytest.raises(NotFound):
            house.read(house.odd, grant_id)
