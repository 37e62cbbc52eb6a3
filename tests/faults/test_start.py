"""What a start demands, and what is in force once it has happened (promises 9 and 20)."""

import json
import os
import runpy
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from tests.architecture.sources import ROOT
from tests.faults.house import Browser, House

pytestmark = pytest.mark.xdist_group("servers")
GIVEN = {
    "STEGVIS_HOSTS": "korsby.example",
    "STEGVIS_DATABASE": "sqlite:////tmp/not-opened.sqlite3",
    "STEGVIS_SECRET_KEY": "a-key-that-is-only-for-this-test-and-long-enough-to-be-one-0123456789",
    "STEGVIS_FIELD_KEYS": json.dumps({"k1": b64encode(b"k" * 32).decode()}),
}
ASK_SQLITE = """
import django; django.setup()
from django.db import connection
with connection.cursor() as cursor:
    for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout"):
        print(cursor.execute(f"PRAGMA {name}").fetchone()[0])
"""


def _python(*words: str, given: dict[str, str], house: str = "prod") -> subprocess.CompletedProcess[str]:
    plain = {
        name: value for name, value in os.environ.items() if not name.startswith(("STEGVIS_", "DJANGO_"))
    }
    environment = plain | {
        "PYTHONPATH": str(ROOT / "src"),
        "DJANGO_SETTINGS_MODULE": f"stegvis.config.settings.{house}",
        **given,
    }
    return subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )


def test_check_deploy_is_clean():
    done = _python("manage.py", "check", "--deploy", "--fail-level", "INFO", given=GIVEN)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


@pytest.fixture
def production(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str]], dict[str, object]]:
    """Read the settings of production afresh with this environment."""

    def read(given: dict[str, str]) -> dict[str, object]:
        for name in [name for name in os.environ if name.startswith("STEGVIS_")]:
            monkeypatch.delenv(name)
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        return runpy.run_module("stegvis.config.settings.prod")

    return read


def test_what_is_given_is_taken(production):
    assert production(GIVEN)["ALLOWED_HOSTS"] == ["korsby.example"]


@pytest.mark.parametrize("missing", sorted(GIVEN))
@pytest.mark.parametrize("empty", [True, False])
def test_a_missing_setting_stops_the_start(production, missing: str, empty: bool):
    given = {name: value for name, value in GIVEN.items() if name != missing}
    with pytest.raises(ImproperlyConfigured, match=f"^Set {missing} in the environment.$"):
        production(given | ({missing: ""} if empty else {}))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("STEGVIS_DATABASE", "mysql://somewhere/stegvis"),
        ("STEGVIS_FIELD_KEYS", "not json"),
        ("STEGVIS_FIELD_KEYS", "[]"),
        ("STEGVIS_FIELD_KEYS", "{}"),
        ("STEGVIS_FIELD_KEYS", '{"k1": 1}'),
        ("STEGVIS_FIELD_KEYS", '{"k1": "c2hvcnQ="}'),
        ("STEGVIS_HOSTS", " , "),
    ],
)
def test_a_setting_that_makes_no_sense_stops_the_start(production, name: str, value: str):
    with pytest.raises(ImproperlyConfigured, match=name):
        production(GIVEN | {name: value})


def test_whoever_starts_it_is_told_in_one_sentence():
    done = _python("-m", "stegvis.config.cli", "migrate", given=GIVEN | {"STEGVIS_HOSTS": ""})
    assert (done.returncode, done.stderr) == (1, "Set STEGVIS_HOSTS in the environment.\n")


@pytest.mark.sqlite
@pytest.mark.parametrize("settings", ["dev", "prod"])
def test_sqlite_writes_each_commit_to_the_disk(settings: str, tmp_path):
    given = GIVEN | {
        "STEGVIS_DATABASE": f"sqlite://{tmp_path / 'fresh.sqlite3'}",
        "STEGVIS_VAR": str(tmp_path),
    }
    done = _python("-c", ASK_SQLITE, given=given, house=settings)
    assert done.stdout.split() == ["wal", "2", "1", "20000"], done.stderr


@pytest.mark.postgresql
@pytest.mark.django_db
def test_a_server_that_does_not_write_to_the_disk_is_found_out():
    """The tests' server is such a one, for speed."""
    known = connection.settings_dict
    host = known["HOST"] or known["OPTIONS"].get("host", "")
    address = f"postgresql://{known['USER']}@/{known['NAME']}?host={host}"
    done = _python("manage.py", "check", "--database", "default", given=GIVEN | {"STEGVIS_DATABASE": address})
    assert "fsync" in done.stderr
    assert done.returncode != 0


def test_it_starts_and_answers(house: House):
    with house.serving() as server:
        browser = Browser(server.port)
        assert browser.get("/health/").status == 200
        assert "Stegvis" in browser.get("/").text
        assert browser.become("kari").status == 302
        assert browser.get("/me/").status == 200
