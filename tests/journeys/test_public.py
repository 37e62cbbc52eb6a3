"""On a borrowed phone, without a script: finding something to do, leaving at once (X-01, X-11, X-17)."""

import re
from itertools import cycle

import pytest
from playwright.sync_api import Page, expect

from stegvis.areas.directory import api as directory
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.factories.directory import NOW, a_published_offering, a_service
from tests.factories.people import an_actor, an_organisation
from tests.journeys.axe import findings
from tests.journeys.conftest import DESK, PHONE, SMALL_PHONE, Opens

pytestmark = pytest.mark.django_db(transaction=True)

LANGUAGES = ("nb", "da", "sv", "en")
A6_LYING = (420, 298)
"""Points."""
FIND = {"nb": "Finn noe å gjøre", "da": "Find noget at lave", "sv": "Hitta något att göra"}


@pytest.fixture
def centre() -> Organisation:
    return an_organisation(
        name="Senteret i Korsby",
        phone="55 51 00 00",
        address="Storgata 4",
        place="Korsby",
        open_hours="Mandag til fredag kl. 9-15",
        guidelines="Det du hører her, blir her.",
    )


@pytest.fixture
def adviser(centre: Organisation) -> Actor:
    return an_actor(centre, Role.ADVISER)


@pytest.fixture
def knitting(adviser: Actor) -> str:
    """A knitting café and a lunch to go on to. Answers with the café's address."""
    service = a_service(adviser)
    lunch = a_published_offering(adviser, service=service)
    cafe = a_published_offering(adviser, title="Strikkekafé", service=service)
    directory.set_alternatives(adviser, listing_id=cafe, alternatives=[lunch], now=NOW)
    slug = directory.listing_briefs(adviser, [cafe], "nb")[cafe].slug
    return f"/offerings/{slug}/"


def fits(page: Page) -> bool:
    """Nothing sticks out to the right."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.requirement("X-11")
@pytest.mark.requirement("S2-05")
@pytest.mark.parametrize("size", [PHONE, SMALL_PHONE])
def test_from_the_front_page_to_an_offering_and_back_without_a_script(opens: Opens, knitting, size):
    page = opens(size=size, script=False)
    page.goto("/")
    page.get_by_label("Finn noe å gjøre").fill("strikk")
    page.get_by_role("button", name="Søk").click()
    expect(page.get_by_role("listitem").filter(has_text="Strikkekafé")).to_be_visible()
    page.get_by_role("link", name="Strikkekafé").click()

    expect(page).to_have_url(re.compile(f"{knitting}$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Strikkekafé")
    expect(page.get_by_role("link", name="Jeg vil bli med")).to_be_visible()
    page.get_by_role("link", name="Mer å gjøre").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Finn noe å gjøre")
    assert page.context.cookies() == []


def test_filters_fold_away_and_work_without_a_script(opens: Opens, knitting):
    page = opens(script=False)
    page.goto("/offerings/")
    page.locator("summary").click()
    page.get_by_label("Dag", exact=False).first.select_option("6")
    page.get_by_role("button", name="Vis", exact=True).click()

    expect(page.get_by_role("heading", name="Vi fant ikke noe denne gangen")).to_be_visible()
    page.get_by_role("link", name="Søndag").click()
    expect(page.get_by_role("link", name="Strikkekafé")).to_be_visible()


def test_the_main_action_stands_on_the_first_screen_of_a_phone(opens: Opens, knitting):
    page = opens(size=PHONE, script=False)
    page.goto(knitting)
    box = page.get_by_role("link", name="Jeg vil bli med").bounding_box()

    assert box is not None
    assert box["y"] + box["height"] < PHONE[1]


def test_the_front_page_is_one_screen_on_a_phone(opens: Opens, knitting):
    page = opens(size=PHONE, script=False)
    page.goto("/")
    last_way_in = page.get_by_role("listitem").filter(has_text="Jeg jobber med mennesker").bounding_box()

    assert last_way_in is not None
    assert last_way_in["y"] + last_way_in["height"] < PHONE[1]


@pytest.mark.requirement("X-01")
@pytest.mark.requirement("X-17")
@pytest.mark.parametrize("script", [True, False])
def test_leaving_ends_the_session_and_back_shows_nothing(opens: Opens, centre, knitting, script):
    page = opens(script=script, actor=an_actor(centre, Role.PARTICIPANT))
    page.goto("/me/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hei Kari")
    page.goto(knitting)
    page.get_by_role("link", name="Forlat siden", exact=True).click()

    expect(page).to_have_title("Weather")
    assert not [cookie for cookie in page.context.cookies() if cookie["name"] == "session"]
    page.go_back()
    assert "Strikkekafé" not in page.content()
    assert "Stegvis" not in page.title()
    page.goto("/me/")
    assert "Kari" not in page.content()


@pytest.mark.requirement("X-01")
def test_escape_twice_leaves_as_well(opens: Opens, knitting):
    page = opens()
    page.goto(knitting)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")

    expect(page).to_have_title("Weather")


def test_the_language_can_be_changed_and_stays(opens: Opens, knitting):
    page = opens(script=False)
    page.goto("/")
    for name, code in (("Dansk", "da"), ("Svenska", "sv"), ("Norsk", "nb")):
        page.get_by_role("link", name=name, exact=True).click()
        page.goto("/offerings/")
        expect(page.get_by_role("heading", level=1)).to_have_text(FIND[code])
    assert [cookie["name"] for cookie in page.context.cookies()] == ["language"]


@pytest.mark.requirement("X-11")
def test_the_keyboard_alone_is_enough(opens: Opens, knitting):
    page = opens(size=DESK)
    page.goto("/")
    tab_to(page, "input[name=q]")
    page.keyboard.type("strikk")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Finn noe å gjøre")
    tab_to(page, ".sv-card-link")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Strikkekafé")
    tab_to(page, "a[href^='/join/']")


def tab_to(page: Page, selector: str, most: int = 40) -> None:
    """Press Tab until this has focus. Fails when it never gets it, or when focus cannot be seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never reached {selector}")


@pytest.mark.proof  # once a page is in test_every_page.py
@pytest.mark.requirement("X-11")
def test_every_public_page_is_accessible_and_fits(opens: Opens, knitting):
    addresses = ["/", "/contact/", "/leave/about/", "/offerings/", "/offerings/?q=strikk&free=on"]
    addresses += ["/offerings/?q=qqzz", knitting, f"{knitting}card/"]
    sizes, darkness, wrong = cycle([PHONE, DESK, SMALL_PHONE]), cycle([False, True]), []
    for language in LANGUAGES:
        page = opens(size=next(sizes), language=language, dark=next(darkness))
        for address in addresses:
            page.goto(address)
            wrong += [f"{address} {language}: {finding}" for finding in findings(page)]
            if not fits(page):
                wrong.append(f"{address} {language}: wider than the screen")

    assert wrong == []


@pytest.mark.requirement("X-11")
def test_four_times_as_big_still_fits(opens: Opens, knitting):
    """1280 pixels at 400 % are 320 wide and 200 high."""
    page = opens(size=(320, 200), script=True)
    for address in ("/", "/offerings/", knitting):
        page.goto(address)
        assert fits(page), address


@pytest.mark.requirement("S1-10")
def test_the_card_prints_on_small_paper(opens: Opens, knitting):
    page = opens(size=DESK)
    page.goto(f"{knitting}card/")
    sheets = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
    page.emulate_media(media="print")

    assert [(round(float(w)), round(float(h))) for w, h in sheets] == [A6_LYING, A6_LYING]  # front and back

    expect(page.get_by_role("heading", name="Strikkekafé")).to_be_visible()
    expect(page.get_by_role("img")).to_be_visible()
    expect(page.get_by_role("link", name="Forlat siden", exact=True)).to_be_hidden()
    expect(page.get_by_role("link", name="Tilbake")).to_be_hidden()
