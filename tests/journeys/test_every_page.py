"""Every page there is, as everybody of the demo: accessible, no wider than a small phone, quiet in its title (X-11).

Pages are found as `tools.shots` finds them, by following links; a new page is covered without being listed. A page that
no link leads to is named in NO_LINK_LEADS_TO with its reason, and looked at in a test of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone
from playwright.sync_api import Page

from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.demo.build import build
from stegvis.demo.models import DemoPerson
from stegvis.demo.texts import WHO
from stegvis.demo.walk import SMALL
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.journeys.axe import look
from tests.journeys.conftest import DESK, PHONE, SMALL_PHONE, Opens
from tools import shots

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE = (shots.VISITOR, *WHO)
LANGUAGES, SIZES = ("nb", "da", "sv", "en"), (PHONE, DESK, SMALL_PHONE)
EVERY_COMBINATION = len(LANGUAGES) * len(SIZES) * 2

NO_LINK_LEADS_TO = {
    "health": "for machines",
    "people:second_step": "comes after the password; looked at in test_second_step.py",
    "people:set_up_second_step": "comes after the password; looked at in test_second_step.py",
    "people:recovery_codes": "shown once, after the set-up; looked at in test_second_step.py",
    "people:sign_out": "a button's answer",
    "people:leave": "the way out; shows the neutral page",
    "people:come_back": "the neutral page's way back",
    "people:choose": "comes by letter; looked at below",
    "privacy:left": "comes after the last yes; looked at in test_leaving.py",
    "privacy:copy_file": "a file to take along",
    "privacy:noted_share": "the paper to sign, after a wish was noted; looked at in test_sharing.py",
    "participation:willing": "a button's answer",
    "agreements:talk": "when a talk has begun; looked at below",
    "agreements:part": "when a talk has begun; looked at below",
    "responsibilities:note": "from a round whose offering has tasks; looked at in tests of responsibilities",
    "responsibilities:paper": "the paper to sign, once it is written down; looked at in tests of responsibilities",
    "outings:mine": "from the place in the walk, and one place of hers is followed; looked at below",
    "people:seats": "for those with several seats; looked at below",
    "admission:introduce": "from the meeting of somebody new; looked at below",
    "groups:line": "a button's answer",
    "directory:desk_publish": "a button's answer",
    "directory:add_guide": "a button's answer",
    "directory:remove_guide": "a button's answer",
    "demo:become": "a button's answer",
    "demo:people": "the door of the demo; looked at below",
    "ui:gallery": "for those who build pages; looked at below",
}
ON_SOME_DAYS = {"admission:introduce"}
"""Where a link leads on some days of the week and not on others, as the demo's meetings fall."""
UNMEASURED = {
    "bgOverlap": ("<", "Leave floats over the page; what lies under it is read by scrolling"),
    "bgGradient": ("<select", "the arrow of a list is a picture beside its words"),
    "nonBmp": ("<td>☐", "the empty box of a paper form, in the colour of the words beside it"),
    "pseudoContent": ('<a href="tel:', "the sign of a warning is drawn beside its words"),
}
"""What axe cannot measure -> where that may be, and why; tests/ui/test_look.py measures the colours themselves."""

SAID_ALOUD = re.compile(r"korsby|ekeby|lindby|incest|overgrep|rusmid|\brus\b|vold\b|psyk", re.IGNORECASE)
"""What no title may say: where, and what about."""

BY_KEYBOARD = [
    (shots.VISITOR, "/offerings/"),
    (shots.VISITOR, "/join/torsdagslunsj/"),
    ("lotte", "/me/talk/"),
    ("ingrid", "/desk/talks/"),
    ("berit", "/desk/rounds/"),
    (shots.VISITOR, "/sign/korsby/"),
    ("lotte", "/me/tasks/"),
    ("ingrid", "/desk/remarks/"),
    ("odd", "/desk/duties/"),
    ("odd", "/desk/counting/"),
    ("berit", "/desk/roster/"),
    ("berit", "/desk/portfolio/"),
]
"""Pages of each kind, walked through with the Tab key."""

FOCUSABLE = """() => {
  const groups = new Set();
  const controls = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  return [...document.querySelectorAll(controls)].filter(e => {
    if (e.disabled || e.type === "hidden" || !e.checkVisibility({contentVisibilityAuto: true})) return false;
    if (e.closest("details:not([open])") && e.tagName !== "SUMMARY") return false;
    if (e.type !== "radio") return true;
    const group = (e.form ? [...document.forms].indexOf(e.form) : "") + e.name;
    return !groups.has(group) && groups.add(group);
  }).length;
}"""
FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  window.stops ??= new Map();
  if (!window.stops.has(e)) window.stops.set(e, window.stops.size);
  const seen = [null, "::after"].some(part => {
    const style = getComputedStyle(e, part);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none";
  });
  return [window.stops.get(e), seen, e.outerHTML.slice(0, 120)];
}"""


@dataclass(frozen=True)
class Visit:
    language: str
    dark: bool
    size: tuple[int, int]


@pytest.fixture
def korsby() -> None:
    build(now=timezone.now(), extent=SMALL)


def become(person: str) -> Client:
    client = Client()
    if person != shots.VISITOR:
        client.post(reverse("demo:become", args=[person]))
    return client


def pages_of(person: str) -> dict[str, str]:
    """The name and the first path of each page that this person can go to by links; public ones as a visitor."""
    client, public = become(person), person == shots.VISITOR
    first = shots.FIRST_PAGES.get(person, shots.DESK)
    found: dict[str, str] = {}
    waiting = [first, shots.LUNCH] if public else [first]
    seen = set(waiting)
    while waiting:
        path = waiting.pop(0)
        name, is_public = shots.name_of(path)
        if name is None or name in found or (is_public and not public):
            continue
        answer = client.get(path)
        links = [*re.findall(r'href="(/[^"?#]*)', answer.content.decode()), answer.get("Location", path)]
        if answer.status_code == 200:
            found[name] = path
        new = [
            link for link in dict.fromkeys(links) if link not in seen and not shots.NOT_FOLLOWED.match(link)
        ]
        seen.update(new)
        waiting += new
    return found | (shots.ALSO if public else {})


def visit(turn: int) -> Visit:
    """A walk through languages, themes and sizes: four in a row meet each of them, twenty-four every combination."""
    return Visit(LANGUAGES[turn % 4], bool((turn + turn // 4) % 2), SIZES[turn % 3])


def wrong_with(page: Page, path: str, seen: Visit, settings: Any) -> list[str]:
    """Everything that is wrong with this page when seen so, each with where and how it was seen."""
    take(page, settings.LANGUAGE_COOKIE_NAME, seen.language)
    page.emulate_media(color_scheme="dark" if seen.dark else "light")
    page.set_viewport_size({"width": seen.size[0], "height": seen.size[1]})
    page.goto(path)
    return [f"{path} {seen}: {line}" for line in wrong_on(page, seen.language)]


def take(page: Page, cookie: str, value: str) -> None:
    page.context.add_cookies([{"name": cookie, "value": value, "url": page.evaluate("location.origin")}])


def wrong_on(page: Page, language: str) -> list[str]:
    looked = look(page)
    wrong = looked.wrong + [
        f"contrast cannot be measured ({why}): {place}"
        for why, place in looked.unmeasured
        if why not in UNMEASURED or not place.startswith(UNMEASURED[why][0])
    ]
    if (spoken := page.locator("html").get_attribute("lang")) != language:
        wrong.append(f"speaks {spoken}")
    if (headings := page.locator("h1").count()) != 1:
        wrong.append(f"{headings} first headings")
    if not page.title().strip() or SAID_ALOUD.search(page.title()):
        wrong.append(f"title: {page.title()}")
    page.set_viewport_size({"width": SMALL_PHONE[0], "height": SMALL_PHONE[1]})
    return wrong + [f"wider than {SMALL_PHONE[0]} px: {element}" for element in page.evaluate(shots.OVERFLOW)]


def opened_as(person: str, opens: Opens, settings: Any) -> Page:
    """A window in which this person is signed in."""
    page = opens()
    page.goto("/leave/about/")
    cookie = become(person).cookies.get(settings.SESSION_COOKIE_NAME)
    if cookie:
        take(page, cookie.key, cookie.value)
    return page


@pytest.mark.requirement("X-11")
@pytest.mark.parametrize("person", PEOPLE[connection.vendor == "postgresql" :: 2])
def test_every_page_is_accessible_fits_and_keeps_its_title_quiet(opens: Opens, korsby, settings, person):
    """Half of Korsby on SQLite, the others on PostgreSQL: how a page looks does not hang on where its rows lie."""
    page = opened_as(person, opens, settings)
    wrong: list[str] = []
    for turn, path in enumerate(pages_of(person).values(), start=PEOPLE.index(person)):
        wrong += wrong_with(page, path, visit(turn), settings)

    assert wrong == []


@pytest.mark.proof
@pytest.mark.requirement("X-11")
@pytest.mark.parametrize("person", PEOPLE)
def test_every_page_in_every_language_theme_and_size(opens: Opens, korsby, settings, person):
    page = opened_as(person, opens, settings)
    wrong: list[str] = []
    for path in pages_of(person).values():
        for turn in range(EVERY_COMBINATION):
            wrong += wrong_with(page, path, visit(turn), settings)

    assert wrong == []


def test_four_pages_in_a_row_meet_every_language_theme_and_size():
    for turn in range(EVERY_COMBINATION):
        four = [visit(turn + more) for more in range(4)]
        assert {seen.language for seen in four} == set(LANGUAGES)
        assert {seen.size for seen in four} == set(SIZES)
        assert {seen.dark for seen in four} == {False, True}
    assert len({visit(turn) for turn in range(EVERY_COMBINATION)}) == EVERY_COMBINATION


def test_every_page_is_found_by_links_or_named_with_its_reason(korsby):
    known = {f"{space}:{name}" for space, name in named_addresses()}
    found = {name for person in PEOPLE for name in pages_of(person)}

    assert known - found - set(NO_LINK_LEADS_TO) == set()
    assert set(NO_LINK_LEADS_TO) & found <= ON_SOME_DAYS


def named_addresses() -> Iterator[tuple[str, str]]:
    for space, (_, resolver) in get_resolver().namespace_dict.items():
        for name in resolver.reverse_dict:
            if isinstance(name, str):
                yield space, name


def next_lunch() -> UUID:
    """The next meeting of the Thursday lunch, where somebody is new."""
    berit = DemoPerson.objects.get(key="berit")
    korsby = people.organisation_id_of("korsby")
    planner = Actor.in_seat(
        organisation_id=korsby, role=Role.MANAGER, user_id=berit.user_id, seat_id=berit.seat_id
    )
    today = timezone.localdate()
    meetings = groups.counts(planner, today, today + timedelta(days=14), "nb")
    return next(one.session_id for one in meetings if one.title == "Torsdagslunsj")


@pytest.mark.requirement("X-11")
def test_what_no_link_leads_to_is_accessible_as_well(opens: Opens, korsby, settings):
    page = opened_as("ingrid", opens, settings)
    wrong: list[str] = []
    for turn, path in enumerate(("/demo/", "/gallery/", "/choose/unknown/", "/seat/")):
        wrong += wrong_with(page, path, visit(turn), settings)
    page.goto("/desk/talks/")
    page.locator("button[value=start]").first.click()
    wrong += wrong_with(page, page.url, visit(4), settings)
    page.goto(f"/desk/sessions/{next_lunch()}/")
    page.locator('a[href*="/desk/introductions/"]').first.click()
    wrong += wrong_with(page, page.url, visit(5), settings)

    page = opened_as("lotte", opens, settings)
    page.goto("/me/")
    for place in page.locator("a[href^='/me/places/']").evaluate_all("links => links.map(link => link.href)"):
        page.goto(place)
        if page.locator("a[href^='/me/outings/']").count():
            page.locator("a[href^='/me/outings/']").first.click()
            break
    assert "/me/outings/" in page.url
    wrong += wrong_with(page, page.url, visit(6), settings)
    page = opened_as(shots.VISITOR, opens, settings)
    page.goto("/join/torsdagslunsj/")
    page.locator("input[name=nickname]").fill("Bo")
    page.locator("input[type=radio]").first.check()
    page.locator("main [type=submit]").first.click()
    page.locator("main [type=submit]").first.click()
    page.wait_for_url("**/me/code/")
    wrong += wrong_on(page, "nb")

    assert wrong == []


@pytest.mark.requirement("X-11")
def test_tab_stops_at_every_control_and_shows_where(opens: Opens, korsby, settings):
    wrong: dict[str, Any] = {}
    for person, path in BY_KEYBOARD:
        page = opened_as(person, opens, settings)
        page.goto(path)
        controls, stops = page.evaluate(FOCUSABLE), set()
        shown, last = set(), -1
        page.keyboard.press("Tab")
        while (stop := page.evaluate(FOCUSED)) and stop[0] >= last:
            last = stop[0]
            stops.add(stop[2])
            shown |= {stop[2]} if stop[1] else set()
            page.keyboard.press("Tab")  # a date is one control with several stops
        if last + 1 != controls or stops - shown:
            wrong[path] = (controls, last + 1, stops - shown)

    assert wrong == {}
