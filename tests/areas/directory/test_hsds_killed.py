"""An import that is killed in the middle leaves the old picture, and the next one completes (promises 9 and 11)."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.factories.hsds import ROOT, one_a_line, some_services

COUNT = 1_500
SHOWN = """
SELECT count(*), min(t.title), max(t.title) FROM directory_listing l JOIN directory_source s ON s.id = l.source_id
JOIN directory_listingtext t ON t.listing_id = l.id
WHERE l.valid_from <= s.generation AND l.valid_to > s.generation"""
BEGUN = """
SELECT count(*) FROM directory_listing l JOIN directory_source s ON s.id = l.source_id
WHERE l.valid_from > s.generation"""
ALL = "SELECT count(*) FROM directory_listing"
ORGANISATION = """
INSERT INTO people_organisation (id, slug, name, kind, country, language, time_zone, minimum_age, quiet_from,
    quiet_until, phone, address, place, open_hours, guidelines, is_demo)
VALUES ('5e67150000004000800000000000abcd', 'centre', 'Centre', 'centre', 'NO', 'nb', 'Europe/Oslo', 18, '20:00',
    '09:00', '', '', '', '', '', 1)"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small installation of its own, on a real file."""
    assert stegvis(tmp_path, "migrate") == 0
    with closing(sqlite3.connect(tmp_path / "stegvis.sqlite3")) as file, file:
        file.execute(ORGANISATION)
    return tmp_path


def stegvis(house: Path, *words: str | Path) -> int:
    """Run a command to its end; the answer is its exit code."""
    return start(house, *words).wait()


def start(house: Path, *words: str | Path) -> subprocess.Popen[bytes]:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("STEGVIS_", "DJANGO_"))},
        "STEGVIS_VAR": str(house),
        "PYTHONPATH": str(ROOT / "src"),
    }
    command = [sys.executable, "-m", "stegvis.config.cli", *map(str, words)]
    return subprocess.Popen(
        command, env=environment, cwd=ROOT, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )


def asked(house: Path, question: str) -> tuple[object, ...]:
    with closing(sqlite3.connect(house / "stegvis.sqlite3", timeout=20)) as file:
        row: tuple[object, ...] = file.execute(question).fetchone()
        return row


def test_killed_while_writing_the_old_picture_stands(house: Path):
    file = house / "town.ndjson"
    file.write_bytes(one_a_line(some_services(40, name="Old")))
    assert stegvis(house, "import-hsds", file) == 0

    file.write_bytes(one_a_line(some_services(COUNT, name="New")))
    killed = start(house, "import-hsds", file)
    patience = time.monotonic() + 60
    while asked(house, BEGUN) == (0,) and time.monotonic() < patience:
        assert killed.poll() is None
    killed.send_signal(signal.SIGKILL)
    assert killed.wait() == -signal.SIGKILL

    (begun,) = asked(house, BEGUN)
    assert isinstance(begun, int)
    assert 0 < begun < COUNT
    assert asked(house, SHOWN) == (40, "Old", "Old")

    assert stegvis(house, "import-hsds", file) == 0
    assert asked(house, SHOWN) == (COUNT, "New", "New")
    assert asked(house, ALL) == (COUNT,)
