"""From every page of a participant's own, somebody to talk to is one tap away (S2-07)."""

import pytest
from django.template.loader import get_template
from django.urls import reverse

from stegvis.kernel.roles import Role
from tests.access.addresses import addresses
from tests.access.table import PAGES, PARTICIPANT
from tests.access.world import World, client_of

HERS = [
    address
    for address in addresses()
    if address.name in PAGES and PAGES[address.name].opens == PARTICIPANT and PAGES[address.name].reads
]
WAY = 'href="/me/messages/"'


def test_the_way_leads_where_she_can_write():
    assert reverse("messages:mine") in WAY
    assert 'href="/me/messages/"' in get_template("ui/me.html").template.source


@pytest.mark.requirement("S2-07")
@pytest.mark.django_db
@pytest.mark.parametrize("address", HERS, ids=lambda address: address.name)
def test_every_page_of_hers_leads_to_somebody(address):
    world, page = World(), PAGES[address.name]
    keys = page.own(world) if page.own else {}
    answer = client_of(world.actor(Role.PARTICIPANT)).get(reverse(address.name, kwargs=keys), follow=True)
    main = answer.content.decode().split("<main")[1].split("</main>")[0]

    assert WAY in main or 'name="words"' in main, "a link to the thread, or the thread itself"


def test_there_are_such_pages():
    assert len(HERS) >= 6
