"""The first walk (J1, steps 2, 4 and 5): from the front page to a place, on a phone without a script and at the desk
by keyboard alone.
"""

import re
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from stegvis.areas.directory import api as directory
from stegvis.areas.groups import api as groups
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.factories.directory import NOW, a_published_offering
from tests.factories.people import an_actor, an_organisation
from tests.journeys.axe import findings
from tests.journeys.conftest import DESK, PHONE, Opens
from tests.journeys.keyboard import press, talk_by_keyboard

pytestmark = pytest.mark.django_db(transaction=True)


@dataclass(frozen=True)
class Words:
    """What Kari reads and presses, in her language."""

    find: str
    search: str
    join: str
    call_me: str
    yes: str
    go_on: str
    asked: str
    have_code: str
    my_page: str
    unread: str
    right: str
    place: str
    meets: str
    first: str


NB = Words(
    find="Finn noe å gjøre",
    search="Søk",
    join="Jeg vil bli med",
    call_me="Hva kan vi kalle deg?",
    yes="Ja",
    go_on="Gå videre",
    asked="Du har bedt om en samtale",
    have_code="Jeg har den nå, gå videre",
    my_page="Min side",
    unread="Skrevet ned av Ingrid, ikke lest av deg ennå",
    right="Ja, det stemmer",
    place="Du har en plass",
    meets="Ingrid tar imot deg.",
    first="Først en samtale med en veileder.",
)
SV = Words(
    find="Hitta något att göra",
    search="Sök",
    join="Jag vill vara med",
    call_me="Vad får vi kalla dig?",
    yes="Ja",
    go_on="Gå vidare",
    asked="Du har bett om ett samtal",
    have_code="Jag har den nu, gå vidare",
    my_page="Min sida",
    unread="Nedskrivet av Ingrid, inte läst av dig än",
    right="Ja, det stämmer",
    place="Du har en plats",
    meets="Ingrid tar emot dig.",
    first="Först ett samtal med en rådgivare.",
)
DA = Words(
    find="Find noget at lave",
    search="Søg",
    join="Jeg vil være med",
    call_me="Hvad må vi kalde dig?",
    yes="Ja",
    go_on="Gå videre",
    asked="Du har bedt om en samtale",
    have_code="Jeg har den nu, gå videre",
    my_page="Min side",
    unread="Skrevet ned af Ingrid, endnu ikke læst af dig",
    right="Ja, det passer",
    place="Du har en plads",
    meets="Ingrid tager imod dig.",
    first="Først en samtale med en vejleder.",
)
EN = Words(
    find="Find something to do",
    search="Search",
    join="I want to join",
    call_me="What may we call you?",
    yes="Yes",
    go_on="Go on",
    asked="You have asked for a talk",
    have_code="I have it now, go on",
    my_page="My page",
    unread="Written down by Ingrid, not yet read by you",
    right="Yes, that is right",
    place="You have a place",
    meets="Ingrid meets you.",
    first="A talk with an adviser comes first.",
)


@pytest.fixture
def centre() -> Organisation:
    return an_organisation(
        name="Senteret i Korsby",
        phone="55 51 00 00",
        address="Storgata 4",
        open_hours="Mandag til fredag 9-15",
    )


@pytest.fixture
def ingrid(centre: Organisation) -> Actor:
    return an_actor(centre, Role.ADVISER)


@pytest.fixture
def lunch(ingrid: Actor) -> str:
    """The Thursday lunch with a round that has room. Answers with its slug."""
    listing_id = a_published_offering(ingrid)
    now = timezone.now()
    today = timezone.localtime(now).date()
    groups.plan_round(
        ingrid,
        listing_id=listing_id,
        from_on=today + timedelta(days=1),
        until_on=today + timedelta(days=30),
        capacity=8,
        recurrence="FREQ=DAILY",
        starts=NOW.time().replace(hour=12),
        ends=NOW.time().replace(hour=14),
        meeting_place="Bakdøra i Storgata 4",
        welcomed_by=ingrid.seat_id,
        now=now,
    )
    return directory.listing_briefs(ingrid, [listing_id], "nb")[listing_id].slug


def asks_to_join(page: Page, words: Words) -> None:
    """From the front page's search to a wish for a talk: a name, a yes to the age, nothing else."""
    page.goto("/")
    page.get_by_label(words.find).fill("lunsj")
    page.get_by_role("button", name=words.search).click()
    page.get_by_role("link", name="Torsdagslunsj").click()
    page.get_by_role("link", name=words.join).click()
    page.get_by_label(words.call_me).fill("Kari")
    page.get_by_role("radio", name=words.yes, exact=True).check()
    page.get_by_role("button", name=words.go_on).click()
    page.get_by_role("button", name=words.go_on).click()
    page.get_by_role("button", name=re.compile(words.have_code)).click()
    expect(page.get_by_role("main")).to_contain_text(words.asked)


def holds_the_talk_by_keyboard(page: Page) -> None:
    """Ingrid finds Kari, looks at the lunch with her, ticks for both and gives her the place: keys only."""
    talk_by_keyboard(page)
    press(page, "link", "Gi Kari en plass")
    press(page, "button", "Gi en plass i Torsdagslunsj")
    expect(page.get_by_role("main")).to_contain_text("Har plass i")


@pytest.mark.requirement("S1-12")
@pytest.mark.requirement("S1-13")
@pytest.mark.requirement("S2-05")
@pytest.mark.requirement("S3-19")
@pytest.mark.requirement("X-11")
@pytest.mark.parametrize(("language", "words"), [("nb", NB), ("sv", SV), ("da", DA), ("en", EN)])
def test_from_the_front_page_to_the_thursday_lunch(
    opens: Opens, ingrid: Actor, lunch: str, language: str, words: Words
):
    kari = opens(size=PHONE, language=language, script=False)
    asks_to_join(kari, words)

    kari.goto(f"/join/{lunch}/place/")
    kari.get_by_role("button", name=words.join).click()
    expect(kari.get_by_role("main")).to_contain_text(words.first)

    holds_the_talk_by_keyboard(opens(size=DESK, actor=ingrid))

    kari.goto("/me/")
    kari.get_by_role("link", name="Torsdagslunsj").first.click()
    expect(kari.get_by_role("main")).to_contain_text(words.unread)
    kari.get_by_role("button", name=words.right).click()
    main = kari.get_by_role("main")
    for shown in (words.place, words.meets, "Bakdøra i Storgata 4"):
        expect(main).to_contain_text(shown)
    expect(main).not_to_contain_text(words.unread)


@pytest.mark.requirement("S1-12")
def test_after_the_talk_the_same_button_gives_the_place(opens: Opens, ingrid: Actor, lunch: str):
    kari = opens(size=PHONE, script=False)
    asks_to_join(kari, NB)
    desk = opens(size=DESK, actor=ingrid)
    desk.goto("/desk/talks/")
    desk.get_by_role("button", name="Begynn samtalen med Kari").click()
    desk.get_by_role("button", name="Vi er ferdige: samtalen er holdt").click()

    kari.goto(f"/offerings/{lunch}/")
    kari.get_by_role("link", name=NB.join).click()
    kari.get_by_role("button", name=NB.join).first.click()
    expect(kari.get_by_role("main")).to_contain_text(NB.place)
    expect(kari.get_by_role("main")).to_contain_text(NB.meets)


@pytest.mark.parametrize(
    ("language", "dark"),
    [
        ("sv", True),
        pytest.param("nb", False, marks=pytest.mark.proof),
        pytest.param("da", False, marks=pytest.mark.proof),
        pytest.param("en", True, marks=pytest.mark.proof),
    ],
)
def test_the_pages_of_the_way_in_are_accessible(
    opens: Opens, centre: Organisation, ingrid: Actor, lunch: str, language: str, dark: bool
):
    found: dict[str, list[str]] = {}
    visitor = opens(language=language, dark=dark)
    participant = opens(language=language, dark=dark, actor=an_actor(centre, Role.PARTICIPANT))
    desk = opens(size=DESK, language=language, dark=dark, actor=ingrid)
    for page, address in (
        (visitor, f"/join/{lunch}/"),
        (participant, f"/join/{lunch}/"),
        (participant, f"/join/{lunch}/place/"),
        (participant, "/me/talk/"),
        (desk, "/desk/talks/"),
        (desk, "/desk/rounds/"),
    ):
        page.goto(address)
        found[address] = findings(page)
    participant.goto("/me/talk/")
    participant.locator("button[value=reach]").click()
    desk.goto("/desk/talks/")
    desk.locator("button[value=start]").first.click()
    found["talk"] = findings(desk)
    desk.locator("button[value=hold]").click()
    found["held"] = findings(desk)
    assert {address: lines for address, lines in found.items() if lines} == {}
