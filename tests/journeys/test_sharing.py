"""J8 step 3, as far as sharing goes: she shares, it is read, she reads that it was, and takes it back.

In a real browser, without a script, by two people in turn; and on paper, for somebody without a login.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.areas.privacy.sharing import GOOD_TO_KNOW, House
from tests.factories.people import a_participant
from tests.journeys.axe import findings
from tests.journeys.conftest import DESK, SMALL_PHONE, Opens
from tests.journeys.way_in import Reader, button

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.requirement("X-04")]


def chooses(page: Page, say: Reader, *, what: str, whom: str) -> None:
    page.get_by_label(say(what)).check()
    page.get_by_label(whom).check()
    page.get_by_label(say("To meet me well")).check()


@pytest.mark.requirement("X-06")
@pytest.mark.parametrize("language", ["nb", "sv"])
def test_she_shares_reads_who_read_it_and_takes_it_back(opens: Opens, language: str):
    house, say = House(), Reader(language)
    kari = opens(size=SMALL_PHONE, language=language, actor=house.kari, script=False)
    kari.goto("/me/mine/")
    kari.get_by_role("link", name=say("What I share")).click()
    expect(kari.get_by_role("main")).to_contain_text(say("You share nothing"))
    kari.get_by_role("link", name=say("Share something")).click()
    chooses(kari, say, what="From the talk, only what is good to know", whom="Odd")
    button(kari, say("Share it")).click()
    expect(kari.get_by_role("main")).to_contain_text("Odd")

    odd = opens(size=DESK, language=language, actor=house.odd, script=False)
    odd.goto("/desk/shared/")
    odd.get_by_role("link", name="Kari").click()
    expect(odd.get_by_role("main")).to_contain_text(GOOD_TO_KNOW)
    tor = opens(language=language, actor=house.tor, script=False)
    tor.goto(odd.url)
    expect(tor.get_by_role("main")).not_to_contain_text("Kari")

    kari.goto("/me/looks/")
    expect(kari.get_by_role("main")).to_contain_text(say("Read what you share"))
    kari.goto("/me/sharing/")
    button(kari, say("Take it back")).click()
    expect(kari.locator("#read")).to_contain_text(say("From the talk, only what is good to know"))
    kari.get_by_text(say("What taking back does, and does not")).click()
    stays = "What we keep to help you, or because a law says so, stays where it is. Taking back does not delete it."
    expect(kari.get_by_text(say(stays))).to_be_visible()

    odd.reload()
    expect(odd.get_by_role("main")).not_to_contain_text(GOOD_TO_KNOW)
    odd.goto("/desk/shared/")
    expect(odd.get_by_role("main")).to_contain_text(say("Nothing to read here"))


@pytest.mark.requirement("X-09")
def test_on_paper_it_is_one_page_and_counts_when_it_is_signed(opens: Opens):
    house, say = House(), Reader("nb")
    nora = a_participant(house.organisation, nickname="Nora")
    ingrid = opens(size=DESK, actor=house.ingrid, script=False)
    ingrid.goto(f"/desk/shared/for/{nora.pk}/")
    chooses(ingrid, say, what="How to reach me", whom="Odd")
    button(ingrid, say("Write it down")).click()
    expect(ingrid.get_by_role("main")).to_contain_text("Nora")
    odd = opens(size=DESK, actor=house.odd, script=False)
    odd.goto("/desk/shared/")
    expect(odd.get_by_role("main")).not_to_contain_text("Nora")

    assert ingrid.pdf(format="A4").count(b"/Type /Page\n") == 1
    button(ingrid, say("I have the signed paper")).click()
    odd.reload()
    odd.get_by_role("link", name="Nora").click()
    expect(odd.get_by_role("main")).to_contain_text(say("There is nothing here yet."))


@pytest.mark.requirement("X-11")
def test_the_pages_are_accessible_and_fit(opens: Opens):
    house = House()
    grant_id, noted = house.share(house.odd), house.note(house.tor)
    house.read(house.odd, grant_id)
    wrong = []
    for actor, size, address in (
        (house.kari, SMALL_PHONE, "/me/sharing/"),
        (house.kari, SMALL_PHONE, "/me/sharing/new/"),
        (house.kari, SMALL_PHONE, f"/me/sharing/{grant_id}/"),
        (house.odd, DESK, "/desk/shared/"),
        (house.odd, SMALL_PHONE, f"/desk/shared/{grant_id}/"),
        (house.ingrid, SMALL_PHONE, f"/desk/shared/for/{house.kari_id}/"),
        (house.ingrid, SMALL_PHONE, f"/desk/shared/noted/{noted}/"),
    ):
        page = opens(size=size, actor=actor, dark=size is DESK)
        page.goto(address)
        wrong += [f"{address}: {finding}" for finding in findings(page)]
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wrong.append(f"{address}: wider than the screen")
    assert wrong == []
