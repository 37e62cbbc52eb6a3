"""A share that an adviser has written down: it counts only when she has said yes, on screen or on paper (X-04)."""

import pytest

from stegvis.areas.people.rules import OrganisationKind
from stegvis.areas.privacy import actions, queries
from stegvis.areas.privacy.rules.sharing import RECIPIENTS, ShareRefusal
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.models import JournalEntry
from stegvis.kernel.roles import Role
from tests.areas.privacy.sharing import GOOD_TO_KNOW, House
from tests.factories.admission import NOW
from tests.factories.people import an_actor
from tests.support import given

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("X-04")]
TODAY = NOW.date()


@pytest.fixture
def house(db: None) -> House:
    return House()


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
