"""The guide for somebody who fears that a person may come to harm: near at hand, and it sends nothing (X-13)."""

import pytest

from stegvis.areas.people.api import Country
from stegvis.faces.duty import GUIDES
from stegvis.kernel.models import JournalEntry, Look
from stegvis.kernel.roles import Role
from tests.browsers import english, page_of
from tests.factories.people import an_actor, an_organisation
from tests.support import given

pytestmark = pytest.mark.django_db
NAMES = {
    Country.NORWAY: ("Avvergeplikt", "116 006"),
    Country.DENMARK: ("Underretningspligt", "1888"),
    Country.SWEDEN: ("Orosanmälan", "020-50 50 50"),
}


@pytest.mark.requirement("X-13")
@pytest.mark.parametrize("country", Country)
def test_it_tells_what_the_country_s_law_asks_and_whom_to_call(country):
    page = page_of(english(an_actor(an_organisation(country=country), Role.ADVISER)), "/desk/duty/")
    for words in (*NAMES[country], 'href="tel:112"', "last read through"):
        assert words in page
    for other in set(Country) - {country}:
        assert NAMES[other][0] not in page


@pytest.mark.requirement("X-13")
@pytest.mark.parametrize("role", [Role.ADVISER, Role.VOLUNTEER, Role.FRONT_LINE, Role.MANAGER, Role.HOST])
def test_it_is_one_click_from_every_page_of_the_desk(role):
    actor = an_actor(an_organisation(), role)
    assert 'href="/desk/duty/"' in page_of(english(actor), "/desk/")
    assert 'href="/desk/duty/"' in page_of(english(actor), "/desk/duty/")


@pytest.mark.requirement("X-13")
def test_opening_it_leaves_nothing_and_it_sends_nothing():
    adviser = an_actor(an_organisation(), Role.ADVISER)
    page = page_of(english(adviser), "/desk/duty/").split("<main")[1].split("</main>")[0]
    assert "<form" not in page
    with given(adviser):
        assert not Look.objects.exists()
        assert not JournalEntry.objects.filter(seat_id=adviser.seat_id).exists()


def test_every_country_has_its_guide():
    assert set(GUIDES) == set(Country)
    for guide in GUIDES.values():
        assert guide.calls[0].number == "112"
