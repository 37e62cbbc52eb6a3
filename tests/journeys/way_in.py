"""The steps of the way in (J1, 1 to 6), as Kari takes them on a phone and Ingrid at the desk by keyboard alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from django.utils import timezone, translation
from playwright.sync_api import Locator, Page, expect

from stegvis.areas.admission import api as admission
from stegvis.areas.directory import api as directory
from stegvis.areas.directory.api import DocumentationMode
from stegvis.areas.groups import api as groups
from stegvis.areas.groups.models import Attendance, Session
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.factories.directory import a_published_offering, a_service
from tests.factories.people import an_actor, an_organisation
from tests.journeys.axe import findings
from tests.journeys.conftest import PHONE, Opens
from tests.journeys.keyboard import press, tab_to
from tests.support import given

MODES = [
    ("nb", DocumentationMode.NONE),
    ("da", DocumentationMode.WITHOUT_NAMES),
    ("sv", DocumentationMode.WITH_NAMES),
    ("en", DocumentationMode.WITHOUT_NAMES),
]
WAY_IN = "/join/torsdagslunsj/"
GUIDELINES = "Vi snakker pent til og om hverandre."


@dataclass(frozen=True)
class Centre:
    """A centre with the Thursday lunch, which meets every day, today too; and times for a talk tomorrow."""

    organisation: Organisation
    ingrid: Actor
    slug: str
    round_id: Any


def a_centre(mode: DocumentationMode) -> Centre:
    """Step 1: the centre says what it writes down, its age and its guidelines, and describes what it offers."""
    centre = an_organisation(
        name="Senteret i Korsby", phone="55 51 00 00", minimum_age=18, guidelines=GUIDELINES
    )
    ingrid = an_actor(centre, Role.ADVISER, is_taken=True)
    now, today = timezone.now(), timezone.localdate()
    listing_id = a_published_offering(ingrid, service=a_service(ingrid, documentation=mode))
    round_id = groups.plan_round(
        ingrid,
        listing_id=listing_id,
        from_on=today,
        until_on=today + timedelta(days=60),
        capacity=8,
        recurrence="FREQ=DAILY",
        starts=time(0),
        ends=time(23, 59),
        meeting_place="Bakdøra i Storgata 4",
        welcomed_by=ingrid.seat_id,
        now=now,
    )
    offer_times(ingrid, today)
    slug = directory.listing_briefs(ingrid, [listing_id], "nb")[listing_id].slug
    return Centre(centre, ingrid, slug, round_id)


def offer_times(ingrid: Actor, today: date) -> None:
    admission.offer_times(
        ingrid,
        first_on=today + timedelta(days=1),
        weeks=2,
        starts=time(10),
        until=time(12),
        minutes=30,
        place="Storgata 4",
        now=timezone.now(),
    )


class Reader:
    """What is said on our pages, in the language somebody reads."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, words: str, **names: str) -> str:
        with translation.override(self.language):
            return translation.gettext(words) % names


DESK_WORDS = Reader("nb")
"""Ingrid reads Norwegian."""


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True).first


def follows(page: Page, name: str) -> None:
    """Press the link that says this, wherever on the page it is."""
    page.get_by_role("link", name=name, exact=True).first.click()


def opens_her_place(page: Page, say: Reader, title: str = "Torsdagslunsj") -> None:
    """From any page of hers, by its menu."""
    follows(page, say("My page"))
    page.get_by_role("main").get_by_role("link", name=title).first.click()


def opens_todays_meeting(page: Page) -> None:
    """From any page of the desk, by its menu."""
    press(page, "link", DESK_WORDS("Today"))
    press(page, "link", "Torsdagslunsj")


def finds_the_lunch(page: Page, say: Reader) -> None:
    """Three taps: search, the offering, “I want to join”."""
    page.goto("/")
    page.get_by_label(say("Find something to do")).fill("lunsj")
    button(page, say("Search")).click()
    page.get_by_role("link", name="Torsdagslunsj").click()
    page.get_by_role("link", name=say("I want to join")).click()


def makes_a_code(page: Page, say: Reader, nickname: str = "Kari") -> None:
    page.get_by_label(say("What may we call you?")).fill(nickname)
    page.get_by_role("radio", name=say("Yes"), exact=True).check()
    button(page, say("Go on")).click()


def chooses_a_time(page: Page, say: Reader) -> None:
    """The first of the times; the next page says who meets her, and then her slip has its turn."""
    page.locator("button[name=time]").first.click()
    expect(page.locator("body")).to_contain_text(say("%(name)s meets you", name="Ingrid"))
    button(page, say("I have it now, go on")).click()


def reads_what_holds(page: Page, say: Reader) -> None:
    """Step 6: the offering's agreements, the house's guidelines and the promise between people, a tick for each."""
    follows(page, say("Read how we are together here"))
    main = page.get_by_role("main")
    for words in ("Vi hjelper hverandre med oppvasken.", GUIDELINES):
        expect(main).to_contain_text(words)
    expect(main).to_contain_text(say("What we promise each other"))
    boxes = page.get_by_role("checkbox")
    expect(boxes).to_have_count(3)
    for turn in range(3):
        boxes.nth(turn).check()
    button(page, say("Save")).click()
    expect(main).to_contain_text(
        say("You have read everything. You can read it again here whenever you like.")
    )


def receives_by_keyboard(page: Page, mode: DocumentationMode) -> None:
    """Step 7's door: Ingrid sees first names and who is new; one key says that Kari is here, or how many came."""
    opens_todays_meeting(page)
    main = page.get_by_role("main")
    expect(main).to_contain_text("Kari")
    expect(main).to_contain_text(DESK_WORDS("First time"))
    if mode is DocumentationMode.NONE:
        tab_to(page, "spinbutton", DESK_WORDS("How many came?"))
        page.keyboard.type("7")
        press(page, "button", DESK_WORDS("Keep the number"))
        expect(page.get_by_text(DESK_WORDS("The number is kept.")).first).to_be_visible()
        return
    press(page, "button", "Kari", stays=True)
    expect(page.locator("button[aria-pressed=true]")).to_contain_text("Kari")


def noted(centre: Centre) -> tuple[int, int | None]:
    """How many rows say that somebody was there, and the number that was written."""
    with given(centre.ingrid):
        came = Session.objects.filter(round_id=centre.round_id).order_by("starts_at")[0].came
        return Attendance.objects.count(), came


def looked_at(opens: Opens, page: Page, language: str, addresses: list[str]) -> dict[str, list[str]]:
    """What axe finds on these pages, seen by the same person in a browser that runs scripts."""
    twin = opens(size=PHONE, language=language)
    twin.context.add_cookies(page.context.cookies())  # type: ignore[arg-type]
    found = {}
    for address in addresses:
        twin.goto(address)
        found[address] = findings(twin)
    return {address: wrong for address, wrong in found.items() if wrong}
