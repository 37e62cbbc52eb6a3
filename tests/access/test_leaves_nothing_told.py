"""Whatever others may see of a page without opening it tells nothing: title, icon, file names, e-mails (promise 6)."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

import stegvis
from stegvis.areas.messages.rules import telling, telling_words
from stegvis.areas.people.texts import link_mail
from stegvis.kernel.roles import Role
from tests.access.addresses import Address
from tests.access.table import PAGES
from tests.access.test_matrix import LISTED
from tests.access.world import World, client_of, path_to

pytestmark = pytest.mark.requirement("X-02")

LANGUAGES = [code for code, _ in settings.LANGUAGES]
HOUSE = Path(stegvis.__file__).parent
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
SEEN_BY_HERSELF = frozenset({Role.VISITOR, Role.PARTICIPANT})
NAME = "Stegvis"
"""Of the product, not of a service: it says no more than the name of any other program, and stands in titles."""

LEAVING = {
    "EmailMessage(": {"areas/messages/tasks/emails.py", "areas/people/tasks.py"},
    "send_mail(": set(),
    "mail_admins(": set(),
    "text/calendar": set(),
    "Content-Disposition": {"areas/privacy/views/copies.py"},
    "as_attachment": set(),
    "requests.": set(),
    "urlopen(": set(),
}
"""Every way by which something could leave the house, and the only files that take it. A new one comes with a test."""


def told_by(text: str) -> list[str]:
    return telling_words(html.unescape(text).replace(NAME, ""))


def _pages() -> list[Address]:
    return [address for address in LISTED if PAGES[address.name].opens & SEEN_BY_HERSELF]


def titles(address: Address, language: str) -> set[str]:
    """What the tab, the history and the edge of a printed sheet say, for a visitor and for a participant."""
    page, world, found = PAGES[address.name], World(), set()
    for role in page.opens & SEEN_BY_HERSELF:
        client = client_of(world.actor(role))
        client.cookies["language"] = language
        shown = client.get(path_to(address, page.own(world) if page.own else {})).content.decode()
        found |= set(TITLE.findall(shown))
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("address", _pages(), ids=lambda address: address.name)
def test_no_title_of_hers_tells(address: Address):
    found = {title: told_by(title) for language in LANGUAGES for title in titles(address, language)}
    assert {title: words for title, words in found.items() if words} == {}


@pytest.mark.parametrize("way", LEAVING)
def test_nothing_else_leaves_the_house(way: str):
    takes = {
        str(path.relative_to(HOUSE))
        for path in HOUSE.rglob("*.py")
        if "migrations" not in path.parts and way in path.read_text()
    }
    assert takes == LEAVING[way]


def test_file_names_tell_nothing():
    for place in LEAVING["Content-Disposition"]:
        names = re.findall(r'filename="([^"]+)"', (HOUSE / place).read_text())
        assert names
        assert {name: told_by(name) for name in names if told_by(name)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_mail_to_somebody_who_works_here_tells_nothing(language: str):
    with translation.override(language):
        subject, text = link_mail("https://example.org/link/")
    assert told_by(subject) == []
    assert told_by(text) == []


def test_the_icon_is_the_same_for_all_and_says_nothing():
    icon = (HOUSE / "ui/static/ui/mark.svg").read_text()
    assert told_by(" ".join(re.findall(r">([^<]+)<", icon))) == []


@pytest.mark.parametrize(
    "title", ["Krisesenteret i Korsby", "Min samtale med veileder", "Stegvis – incest centre"]
)
def test_a_title_that_tells_is_found(title: str):
    assert told_by(title)


def test_without_the_list_it_would_pass(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(telling, "TELLING", ())
    assert told_by("Krisesenteret i Korsby") == []
