"""A worker that is killed in the middle of a task is replaced by another, and the effect is there exactly once."""

import os
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
from tests.kernel import work
from tests.racing import in_thread

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

    def queue(self, key: str) -> None:
        in_thread(work.act_and_wait.enqueue, key, str(self.folder))

    def report(self, key: str) -> dict[str, Any]:
        return dict(in_thread(work.report, key))

    def is_done(self, key: str) -> bool:
        """Read past Django, since it is asked again and again."""
        question = f"SELECT status FROM {DBTaskResult._meta.db_table} WHERE CAST(args_kwargs AS text) LIKE "
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(question + "%s", [f"%{key}%"])
                return cursor.fetchall() == [("SUCCESSFUL",)]
        with closing(sqlite3.connect(connection.settings_dict["NAME"])) as file:
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


@pytest.fixture
def machine(tmp_path: Path, shared_database: None) -> Machine:
    """The run's own PostgreSQL, or a SQLite file."""
    known = connection.settings_dict
    address = f"sqlite://{known['NAME']}"
    if connection.vendor == "postgresql":
        host = known["HOST"] or known["OPTIONS"].get("host", "")
        address = f"postgresql://{known['USER']}@/{known['NAME']}?host={host}"
    environment = {
        **os.environ,
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "DJANGO_SETTINGS_MODULE": "stegvis.config.settings.dev",
        "STEGVIS_VAR": str(tmp_path),
        "STEGVIS_DATABASE": address,
    }
    return Machine(tmp_path, environment)


def _kill_in_the_middle(machine: Machine, key: str, *, wait: str) -> dict[str, Any]:
    """Queue a task, kill the worker that runs it at the point where it waits, and let another one finish."""
    (machine.folder / "wait").write_text(wait)
    machine.queue(key)
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
    return machine.report(key)


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
