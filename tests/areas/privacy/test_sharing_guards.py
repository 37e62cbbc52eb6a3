"""What keeps shares closed: doors she has closed, and each guard taken away once (X-04)."""

from datetime import timedelta

import pytest

from stegvis.areas.privacy import actions, queries
from stegvis.areas.privacy.models import Grant
from stegvis.kernel.errors import NotFound
from stegvis.kernel.models import ClosedDoor
from stegvis.kernel.roles import Role
from tests.architecture.sources import SOURCE
from tests.areas.privacy.sharing import GOOD_TO_KNOW, House
from tests.factories.admission import NOW
from tests.support import given

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("X-04")]
TODAY = NOW.date()


@pytest.fixture
def house(db: None) -> House:
    return House()


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
