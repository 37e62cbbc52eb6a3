"""Parts of a page that a higher area adds."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from stegvis.kernel import panels
from stegvis.kernel.actor import Actor
from stegvis.kernel.panels import Page, Panel

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


@pytest.fixture
def empty_pages(monkeypatch):
    monkeypatch.setattr(panels, "_of", {page: [] for page in Page})


def test_a_page_shows_what_has_something_to_say_in_their_order(empty_pages):
    about = uuid4()

    def lower(actor: Actor, which: UUID, now: datetime) -> Panel | None:
        return Panel("lower.html", {"which": which})

    def silent(actor: Actor, which: UUID, now: datetime) -> Panel | None:
        return None

    def higher(actor: Actor, which: UUID, now: datetime) -> Panel | None:
        return Panel("higher.html", {"at": now})

    panels.add(Page.SESSION, higher)
    for make in (lower, silent, lower):
        panels.add(Page.SESSION, make, order=10)
    shown = panels.of(Page.SESSION, Actor.visitor(uuid4()), about, NOW)

    assert shown == [Panel("lower.html", {"which": about}), Panel("higher.html", {"at": NOW})]
    assert panels.of(Page.ROUND, Actor.visitor(uuid4()), about, NOW) == []
