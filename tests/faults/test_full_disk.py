"""The disk is full: a clear answer, no half write, and all goes on as soon as there is room."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.forms import text_of
from tests.faults.house import Browser, House, newcomer, rows

pytestmark = [pytest.mark.sqlite, pytest.mark.xdist_group("servers")]
SHOWN = """
SELECT count(*) FROM directory_listing JOIN directory_source ON directory_source.id = directory_listing.source_id
WHERE valid_from <= generation
"""
ROOM = 300_000
"""Bytes that SQLite's log may take: the import begins to write, and cannot end."""
FULL_IMPORT = """
import resource, sys
from stegvis.config.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
sys.exit(main(sys.argv[2:]))
"""


def test_a_full_disk_stops_writing_and_nothing_else(house: House):
    """No file of the web process may grow beyond what it is: to SQLite that is a disk without room."""
    with house.serving() as server:
        browser = Browser(server.port)
        assert browser.post(*newcomer(browser)).status == 303
        before = rows(house)
        log = Path(f"{house.file}-wal")
        server.limit_files(max(log.stat().st_size, 1))
        refused = [Browser(server.port) for _ in range(3)]
        forms = [newcomer(one) for one in refused]
        for one, form in zip(refused, forms, strict=True):
            answer = one.post(*form)
            assert answer.status == 503
            assert "We are busy for a moment" in text_of(answer.text)
        assert browser.get("/me/").status == 200, "whoever reads, reads on"
        server.limit_files(None)
        assert rows(house) == before
        assert refused[0].post(*forms[0]).status == 303
    after = rows(house)
    assert {after[table] - before[table] for table in before} == {1}
    with closing(sqlite3.connect(house.file)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_an_import_without_room_changes_nothing(house: House, tmp_path: Path):
    services = [
        {"id": f"00000000-0000-4000-8000-{number:012}", "name": f"Service {number}", "status": "active",
         "description": "words " * 500}
        for number in range(200)
    ]  # fmt: skip
    given = tmp_path / "services.ndjson"
    given.write_text("\n".join(json.dumps(service) for service in services))
    before = house.file.stat().st_size
    words = ["import-hsds", str(given), "--organisation", "korsby"]
    done = house.python("-c", FULL_IMPORT, str(ROOM), *words)
    assert done.returncode != 0, done.stdout
    assert "Traceback" not in done.stderr
    assert done.stderr.strip(), "it says why"
    with closing(sqlite3.connect(house.file)) as file:
        shown = file.execute(SHOWN).fetchone()
    assert shown == (0,)
    assert house.python("-m", "stegvis.config.cli", *words).returncode == 0, "with room it goes through"
    assert house.file.stat().st_size - before > ROOM, "it needs more room than it was given"
