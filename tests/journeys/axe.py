"""The accessibility check that every page goes through: axe, WCAG 2.2 A and AA and good practice."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
WIDER = "document.documentElement.scrollWidth > window.innerWidth"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Looked(NamedTuple):
    """`wrong`: what axe finds, one line each. `unmeasured`: axe's reason and the HTML of what it cannot measure."""

    wrong: list[str]
    unmeasured: list[tuple[str, str]]


def findings(page: Page) -> list[str]:
    """What axe finds on the page as it stands, one line each; empty when all is well. Needs a page with scripts."""
    return look(page).wrong


def wrong_on(page: Page, name: str) -> Iterator[str]:
    """What axe finds on the page, and whether it has one first heading and fits; `name` says which page it is."""
    yield from (f"{name}: {finding}" for finding in findings(page))
    if page.locator("h1").count() != 1:
        yield f"{name}: not one first heading"
    if page.evaluate(WIDER):
        yield f"{name}: wider than the screen"


def look(page: Page) -> Looked:
    """As `findings`, and what axe leaves to the eye."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result: dict[str, Any] = page.evaluate(
        """rules => axe.run(document, {
          runOnly: {type: 'tag', values: rules}, resultTypes: ['violations', 'incomplete']
        })""",
        RULES,
    )
    wrong = [
        f"{finding['id']}: {finding['help']} {[node['html'][:160] for node in finding['nodes']]}"
        for finding in result["violations"]
    ]
    contrast = [finding for finding in result["incomplete"] if finding["id"] == "color-contrast"]
    places = [node for finding in contrast for node in finding["nodes"]]
    return Looked(wrong, [(node["any"][0]["data"]["messageKey"], node["html"][:160]) for node in places])
