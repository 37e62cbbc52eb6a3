"""The accessibility check that every page goes through: axe, WCAG 2.2 A and AA and good practice."""

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def findings(page: Page) -> list[str]:
    """What axe finds on the page as it stands, one line each; empty when all is well. Needs a page with scripts."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})",
        RULES,
    )
    return [
        f"{finding['id']}: {finding['help']} {[node['html'][:160] for node in finding['nodes']]}"
        for finding in result["violations"]
    ]
