"""A worker that is killed in the middle of a task is replaced by another, and the effect is there exactly once."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from tests.architecture.sources import ROOT

pytestmark = pytest.mark.django_db(transaction=True)
LEASE = "1.5"


@dataclass
class Machine:
    """Processes that share one database, apart from the test's own connection."""

    folder: Path
    environment: dict[str, str]

    def run(self, *arguments: str) -> str:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT, env=self.environment, check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip

    def work(self, command: str, key: str) -> dict[str, Any]:
        return json.loads(
            self.run("-m", "tests.kernel.work", command, key, str(self.folder)).splitlines()[-1]
        )

    def is_done(self, key: str) -> bool:
        """Read past Django: a new process only to look would take a second each time."""
        question = f"SELECT status FROM {DBTaskResult._meta.db_table} WHERE CAST(args_kwargs AS text) LIKE "
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(question + "%s", [f"%{key}%"])
                return cursor.fetchall() == [("SUCCESSFUL",)]
        with closing(sqlite3.connect(self.folder / "work.sqlite3")) as file:
            return file.execute(question + "?", [f"%{key}%"]).fetchall() == [("SUCCESSFUL",)]

    def start_worker(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "manage.py", "worker", "--lease", LEASE, "--pause", "0.05"],
            cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip


def eventually(holds: Callable[[], bool], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "it did not come about"
        time.sleep(0.02)


def _environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "DJANGO_SETTINGS_MODULE": "stegvis.config.settings.dev",
        "STEGVIS_VAR": str(folder),
        "STEGVIS_DATABASE": f"sqlite://{folder / 'work.sqlite3'}",
    }


@pytest.fixture(scope="module")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty")
    if connection.vendor == "sqlite":
        Machine(folder, _environment(folder)).run("manage.py", "migrate", "--skip-checks", "--verbosity", "0")
    return folder / "work.sqlite3"


@pytest.fixture
def machine(tmp_path: Path, empty_file: Path) -> Machine:
    """The run's own PostgreSQL, or a SQLite file: what lives in memory cannot be shared with another process."""
    environment = _environment(tmp_path)
    if connection.vendor == "postgresql":
        known = connection.settings_dict
        host = known["HOST"] or known["OPTIONS"].get("host", "")
        environment["STEGVIS_DATABASE"] = f"postgresql://{known['USER']}@/{known['NAME']}?host={host}"
        return Machine(tmp_path, environment)
    shutil.copy(empty_file, tmp_path)
    return Machine(tmp_path, environment)


def _kill_in_the_middle(machine: Machine, key: str, *, wait: str) -> dict[str, Any]:
    """Queue a task, kill the worker that runs it at the point where it waits, and let another one finish."""
    (machine.folder / "wait").write_text(wait)
    machine.work("queue", key)
    first = machine.start_worker()
    try:
        eventually((machine.folder / "reached").exists)
    finally:
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
    (machine.folder / "wait").unlink()
    second = machine.start_worker()
    try:
        eventually(lambda: machine.is_done(key))
    finally:
        second.terminate()
        stopped = second.wait(timeout=60)
    assert stopped == 0, "asked to stop, it stops in peace"
    return machine.work("report", key)


def test_killed_after_the_effect_it_does_not_happen_again(machine: Machine):
    found = _kill_in_the_middle(machine, uuid4().hex, wait="after")
    assert found == {"effects": 1, "states": ["SUCCESSFUL"], "attempts": [2]}


def test_killed_before_the_effect_it_happens_all_the_same(machine: Machine):
    found = _kill_in_the_middle(machine, uuid4().hex, wait="before")
    assert found == {"effects": 1, "states": ["SUCCESSFUL"], "attempts": [2]}


def test_it_is_the_key_that_keeps_it_from_happening_twice(machine: Machine):
    machine.environment["WITHOUT_ONCE"] = "1"
    assert _kill_in_the_middle(machine, uuid4().hex, wait="after")["effects"] == 2


@pytest.mark.proof
@pytest.mark.parametrize("wait", ["before", "after"])
def test_killed_again_and_again_every_effect_is_there_once(machine: Machine, wait: str):
    for _ in range(15):
        (machine.folder / "reached").unlink(missing_ok=True)
        found = _kill_in_the_middle(machine, uuid4().hex, wait=wait)
        assert found == {"effects": 1, "states": ["SUCCESSFUL"], "attempts": [2]}
