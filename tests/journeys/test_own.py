"""My page and the desk in a real browser: accessible, and no wider than a small phone."""

from itertools import cycle

import pytest

from stegvis.areas.people.models import Organisation
from stegvis.kernel.roles import Role
from tests.factories.people import an_actor, an_organisation
from tests.journeys.axe import findings
from tests.journeys.conftest import DESK, PHONE, SMALL_PHONE, Opens

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def centre() -> Organisation:
    return an_organisation(name="Senteret i Korsby", phone="55 51 00 00", open_hours="Mandag til fredag 9-15")


@pytest.mark.proof  # once a page is in test_every_page.py
@pytest.mark.requirement("X-11")
def test_the_start_pages_are_accessible_and_fit(opens: Opens, centre):
    kari, ingrid = an_actor(centre, Role.PARTICIPANT), an_actor(centre, Role.ADVISER)
    sizes, darkness, wrong = cycle([SMALL_PHONE, DESK, PHONE]), cycle([True, False]), []
    for language in ("nb", "da", "sv", "en"):
        for actor, address in ((kari, "/me/"), (ingrid, "/desk/")):
            page = opens(size=next(sizes), language=language, dark=next(darkness), actor=actor)
            page.goto(address)
            wrong += [f"{address} {language}: {finding}" for finding in findings(page)]
            if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                wrong.append(f"{address} {language}: wider than the screen")

    assert wrong == []
