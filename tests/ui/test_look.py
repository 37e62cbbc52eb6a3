"""What the built stylesheet must hold: colours readable by day and night, a size for slow networks."""

import gzip
import re
from pathlib import Path

import pytest

BUILT = Path(__file__).resolve().parents[2] / "src/stegvis/ui/static/ui"
STYLES_AT_MOST = 12 * 1024
SCRIPT_AT_MOST = 2 * 1024
TEXT, SHAPE = 4.5, 3.0
"""Contrast that WCAG 2.2 AA asks of text (1.4.3) and of edges, marks and focus (1.4.11)."""

SEVERITIES = ("info", "success", "warning", "danger")
PAIRS = [
    *[
        (f"neutral-{words}", f"neutral-{ground}", TEXT)
        for words in ("text-default", "text-subtle")
        for ground in ("background-default", "background-tinted", "surface-default", "surface-tinted")
    ],
    *[
        ("accent-text-subtle", f"neutral-{ground}", TEXT)
        for ground in ("background-default", "background-tinted", "surface-default", "surface-tinted")
    ],
    *[(f"{kind}-text-default", f"{kind}-surface-tinted", TEXT) for kind in (*SEVERITIES, "accent")],
    *[(f"{kind}-text-subtle", "neutral-background-default", TEXT) for kind in ("success", "danger")],
    *[(f"{kind}-text-subtle", f"{kind}-surface-tinted", SHAPE) for kind in SEVERITIES],
    *[
        ("accent-base-contrast-default", f"accent-base-{state}", TEXT)
        for state in ("default", "hover", "active")
    ],
    ("accent-text-subtle", "accent-surface-hover", TEXT),
    ("danger-text-subtle", "danger-surface-hover", TEXT),
    ("neutral-background-default", "neutral-text-default", TEXT),
    ("neutral-border-default", "neutral-background-default", SHAPE),
    ("neutral-border-default", "neutral-surface-default", SHAPE),
    ("accent-base-default", "neutral-background-default", SHAPE),
    ("focus-outer", "neutral-background-default", SHAPE),
    ("focus-outer", "neutral-surface-default", SHAPE),
    ("focus-outer", "focus-inner", SHAPE),
]


def styles() -> str:
    return (BUILT / "stegvis.css").read_text(encoding="utf-8")


def colours(scheme: str) -> dict[str, str]:
    """Colour names and values for light (the default) or dark (what the reader's own setting brings)."""
    found: dict[str, str] = {}
    wanted = ":root" if scheme == "light" else "[data-color-scheme=auto]"
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", styles()):
        if wanted in selector:
            found |= dict(re.findall(r"--ds-color-([\w-]+):\s*(#[0-9a-f]{3,6})\b", body))
    return found


def brightness(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_right() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.requirement("X-11")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_colours_can_be_read(front: str, ground: str, least: float, scheme: str) -> None:
    palette = colours(scheme)
    assert contrast(palette[front], palette[ground]) >= least


def test_paper_is_always_light() -> None:
    dark = re.findall(r"@media([^{]*prefers-color-scheme:\s*dark[^{]*)\{", styles())
    assert dark
    assert all("screen" in condition for condition in dark)


@pytest.mark.parametrize(("name", "most"), [("stegvis.css", STYLES_AT_MOST), ("leave.js", SCRIPT_AT_MOST)])
def test_slow_networks_can_carry_it(name: str, most: int) -> None:
    assert len(gzip.compress((BUILT / name).read_bytes(), 9)) <= most


def test_nothing_is_fetched_from_elsewhere() -> None:
    addresses = re.findall(r"url\(([^)]+)\)", styles())
    assert addresses
    assert all(address.strip("\"'").startswith(("./fonts/", "data:image/svg+xml")) for address in addresses)
    assert "eval" not in (BUILT / "leave.js").read_text(encoding="utf-8")
