"""The way in (J1, steps 1 to 6 and 10): Kari on a phone without a script, Ingrid at the desk by keyboard alone, in each
language and each documentation mode; and what happens when a phone dies, a form comes twice or Leave is pressed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone, translation
from playwright.sync_api import Locator, Page, expect

from stegvis.areas.admission import api as admission
from stegvis.areas.directory import api as directory
from stegvis.areas.directory.api import DocumentationMode
from stegvis.areas.groups import api as groups
from stegvis.areas.groups.models import Attendance, Place, Session
from stegvis.areas.people.models import Organisation, Participant
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.factories.directory import a_published_offering, a_service
from tests.factories.people import an_actor, an_organisation
from tests.journeys.axe import findings
from tests.journeys.conftest import DESK, PHONE, Opens
from tests.journeys.keyboard import press, tab_to, talk_by_keyboard
from tests.support import given

pytestmark = pytest.mark.django_db(transaction=True)

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
    ingrid = an_actor(centre, Role.ADVISER)
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


def reads_what_holds(page: Page, say: Reader, slug: str) -> None:
    """Step 6: the offering's agreements, the house's guidelines and the promise between people, a tick for each."""
    page.goto(f"/me/introductions/{slug}/")
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


def receives_by_keyboard(page: Page, centre: Centre, mode: DocumentationMode) -> None:
    """Step 7's door: Ingrid sees first names and who is new; one key says that Kari is here, or how many came."""
    with given(centre.ingrid):
        meeting = Session.objects.filter(round_id=centre.round_id).order_by("starts_at")[0]
    page.goto(f"/desk/sessions/{meeting.pk}/")
    main = page.get_by_role("main")
    expect(main).to_contain_text("Kari")
    expect(main).to_contain_text(DESK_WORDS("First time"))
    if mode is DocumentationMode.NONE:
        tab_to(page, "spinbutton", DESK_WORDS("How many came?"))
        page.keyboard.type("7")
        press(page, "button", DESK_WORDS("Keep the number"))
        expect(page.get_by_text(DESK_WORDS("The number is kept.")).first).to_be_visible()
        return
    press(page, "button", "Kari")
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


@pytest.mark.requirement(
    "S1-12", "S1-13", "S1-14", "S1-17", "S1-19", "S2-05", "S2-06", "X-03", "X-11", "X-15"
)
@pytest.mark.parametrize(("language", "mode"), MODES)
def test_kari_comes_to_the_centre(opens: Opens, language: str, mode: DocumentationMode):
    centre, say = a_centre(mode), Reader(language)
    kari = opens(size=PHONE, language=language, script=False)
    kari.goto("/")
    kari.get_by_role("link", name=say("Leave the page"), exact=True).click()
    expect(kari).to_have_title("Weather")
    kari.goto("/")
    button(kari, say("Open again")).click()

    finds_the_lunch(kari, say)
    makes_a_code(kari, say)
    chooses_a_time(kari, say)
    desk = opens(size=DESK, actor=centre.ingrid)
    talk_by_keyboard(desk)

    kari.goto("/me/talk/")
    button(kari, say("I have read it, and it is right")).click()
    kari.goto(f"/offerings/{centre.slug}/")
    kari.get_by_role("link", name=say("I want to join")).click()
    button(kari, say("I want to join")).click()
    main = kari.get_by_role("main")
    for words in (say("%(name)s meets you at the door.", name="Ingrid"), "Bakdøra i Storgata 4"):
        expect(main).to_contain_text(words)
    place = kari.url
    reads_what_holds(kari, say, centre.slug)
    receives_by_keyboard(desk, centre, mode)

    kari.goto("/me/")
    expect(kari.get_by_role("main")).to_contain_text(say("Good to see you."))
    assert noted(centre) == ((0, 7) if mode is DocumentationMode.NONE else (1, None))
    mine = ["/me/", "/me/talk/", "/me/messages/", "/me/looks/", "/me/reach/", place]
    assert looked_at(opens, kari, language, [*mine, f"/me/introductions/{centre.slug}/"]) == {}


def _session_has_ended(page: Page, cookie: str) -> None:
    """She has been away for longer than a login lasts."""
    (key,) = [one["value"] for one in page.context.cookies() if one["name"] == cookie]
    session = SessionStore(key)
    session["seen"] = 0
    session.save()


@pytest.mark.requirement("X-17")
def test_the_phone_goes_dark_in_the_middle_of_a_form_and_nothing_is_lost(opens: Opens, settings: Any):
    a_centre(DocumentationMode.WITHOUT_NAMES)
    say, typed = Reader("nb"), "Jeg lurer på om jeg kan komme litt senere."
    kari = opens(script=False)
    finds_the_lunch(kari, say)
    makes_a_code(kari, say)
    kari.locator("button[name=time]").first.click()
    code = " ".join(kari.locator(".sv-lead strong").all_inner_texts())
    button(kari, say("I have it now, go on")).click()

    kari.goto("/me/messages/")
    kari.get_by_label(say("Write to us")).fill(typed)
    _session_has_ended(kari, settings.SESSION_COOKIE_NAME)
    button(kari, say("Send it to us")).click()
    kari.locator("input[name=code]").fill(code)
    button(kari, say("Log in")).click()
    expect(kari.get_by_label(say("Write to us"))).to_have_value(typed)

    kari.context.close()
    other = opens(script=False)
    other.goto("/sign-in/")
    other.locator("input[name=code]").fill(code)
    button(other, say("Log in")).click()
    other.goto("/me/talk/")
    expect(other.get_by_role("main")).to_contain_text(say("%(name)s meets you", name="Ingrid"))


@pytest.mark.requirement("S1-12")
def test_going_back_shows_things_as_they_stand_and_makes_nothing_twice(opens: Opens):
    centre, say = a_centre(DocumentationMode.WITHOUT_NAMES), Reader("nb")
    kari = opens(script=False)
    finds_the_lunch(kari, say)
    makes_a_code(kari, say)
    expect(kari.locator("button[name=time]").first).to_be_visible()
    kari.go_back()
    expect(kari.get_by_label(say("What may we call you?"))).to_have_count(0)
    chooses_a_time(kari, say)
    expect(button(kari, say("I have it now, go on"))).to_have_count(0)
    kari.go_back()
    expect(kari.get_by_role("main")).not_to_be_empty()
    talk_by_keyboard(opens(size=DESK, actor=centre.ingrid))

    kari.goto(f"/join/{centre.slug}/place/")
    button(kari, say("I want to join")).click()
    expect(kari).to_have_url(re.compile(r"/me/places/"))
    kari.go_back()
    expect(button(kari, say("I want to join"))).to_have_count(0)
    expect(kari.get_by_role("main")).to_contain_text("Torsdagslunsj")
    with given(centre.ingrid):
        assert Participant.objects.count() == 1
        assert Place.objects.count() == 1


@pytest.mark.requirement("X-01")
@pytest.mark.requirement("X-17")
def test_leave_is_one_tap_from_every_page_of_hers(opens: Opens):
    a_centre(DocumentationMode.WITHOUT_NAMES)
    say = Reader("nb")
    kari = opens(script=False)
    finds_the_lunch(kari, say)
    makes_a_code(kari, say)
    for address in ("/me/", "/me/talk/", "/me/messages/", "/me/looks/", "/me/reach/"):
        kari.goto(address)
        expect(kari.get_by_role("link", name=say("Leave the page"), exact=True)).to_be_visible()
        if address != "/me/messages/":  # where it leads
            talk = kari.get_by_role("link", name=say("I would like to talk to someone"))
            expect(talk.first).to_be_visible()
    kari.get_by_role("link", name=say("Leave the page"), exact=True).click()
    expect(kari).to_have_title("Weather")
    kari.goto("/me/")
    expect(kari.locator("body")).not_to_contain_text("Kari")
