"""No word that promises what is not there, and none for what the house never asks."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, shown

SUFFIXES = {".py", ".html", ".md", ".po", ".css", ".js", ".mjs", ".sql", ".service", ".toml"}
UNFINISHED = re.compile(
    r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK|lorem" r" ipsum|coming" r" soon)\b", re.IGNORECASE
)
NEVER_A_COLUMN = re.compile(
    r"^(diagnos\w*|national_id\w*|personal_number|legal_name|surname|last_name|absen\w*|no_show\w*|score\w*|rank\w*"
    r"|staff_only\w*|secret_note\w*)$"
)
CLOCK = re.compile(
    r"\b(?:timezone|datetime|date|time)\.(?:now|today|utcnow|localdate|localtime|time|monotonic)"
    r"\((?:tz=)?(?:\)|UTC|utc|timezone|ZoneInfo)"
)
STRAY_NAMES = {"utils", "helpers", "managers", "signals", "common", "misc"}


def our_files() -> Iterator[Path]:
    for folder in ("src", "tests", "tools", "docs", "deploy", "bench", "assets"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in SUFFIXES and path.is_file() and "static" not in path.parts:
                yield path
    yield from (path for path in ROOT.glob("*.md"))


def unfinished(text: str) -> list[str]:
    return [match[0] for match in UNFINISHED.finditer(text)]


def test_nothing_is_left_unfinished():
    found = {shown(path): unfinished(path.read_text()) for path in our_files() if path.parent.name != "spec"}
    assert {path: words for path, words in found.items() if words} == {}


def test_an_unfinished_place_is_noticed():
    assert unfinished("# TO" + "DO: later") == ["TO" + "DO"]
    assert unfinished("Lorem" + " ipsum dolor") == ["Lorem" + " ipsum"]
    assert unfinished("todos los días, a shack") == []


def test_no_module_has_a_name_that_says_nothing():
    stray = [shown(path) for path in (ROOT / "src").rglob("*.py") if path.stem in STRAY_NAMES]
    assert stray == []


def test_no_column_holds_what_we_never_ask_for():
    from tests.architecture.tables import our_models

    columns = [(m._meta.label, field.name) for m in our_models() for field in m._meta.local_fields]
    assert [f"{label}.{name}" for label, name in columns if NEVER_A_COLUMN.match(name)] == []


@pytest.mark.parametrize("name", ["diagnosis", "national_id", "absences", "score", "staff_only_note"])
def test_a_column_we_never_ask_for_is_noticed(name: str):
    assert NEVER_A_COLUMN.match(name)


def test_no_signal_and_no_thread_local():
    """No hidden machinery: who reads a call sees what it calls."""
    hidden = re.compile(
        r"@receiver|(?:pre|post|request|user|setting)_\w+\.connect\(|threading\.local|from django\.dispatch"
    )
    found = [shown(p) for p in (ROOT / "src").rglob("*.py") if hidden.search(p.read_text())]
    assert found == []


def test_html_is_written_in_templates():
    by_hand = re.compile(r"\bmark_safe\(|\bformat_html(?:_join)?\(")
    outside_ui = [
        shown(path)
        for path in (ROOT / "src").rglob("*.py")
        if "ui" not in path.relative_to(ROOT / "src" / "stegvis").parts[:1]
        and by_hand.search(path.read_text())
    ]
    assert outside_ui == []


def test_rules_and_actions_read_no_clock():
    """Below the views and tasks, time is an argument."""
    below = re.compile(r"/(rules|actions|queries|policy|texts|models)(?:\.py|/)")
    found = [
        shown(path)
        for path in (ROOT / "src" / "stegvis" / "areas").rglob("*.py")
        if below.search(str(path)) and CLOCK.search(path.read_text())
    ]
    assert found == []


@pytest.mark.parametrize(
    ("line", "reads"),
    [
        ("timezone.now()", True),
        ("datetime.now(UTC)", True),
        ("datetime.now(tz=UTC)", True),
        ("date.today()", True),
        ("time.time()", True),
        ("timezone.localdate()", True),
        ("timezone.localdate(now)", False),
        ("timezone.localtime(now)", False),
    ],
)
def test_a_clock_that_is_read_is_noticed(line: str, reads: bool):
    assert bool(CLOCK.search(line)) is reads
