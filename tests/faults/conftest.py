"""Houses to break: a demo on a SQLite file of its own, made once a run and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from tests.faults.house import FILE, House
from tools import throwaway_postgresql


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with keys, and Korsby in a SQLite file."""
    folder = tmp_path_factory.mktemp("built")
    House(folder, f"sqlite://{folder / FILE}").build()
    return folder


@pytest.fixture
def house(built: Path, tmp_path: Path) -> Iterator[House]:
    """Korsby in a folder of this test alone. A writer waits half a second for the lock, not twenty."""
    folder = tmp_path / "house"
    shutil.copytree(built, folder)
    yield House(folder, f"sqlite://{folder / FILE}?timeout=0.5")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Korsby on a PostgreSQL of its own that writes to the disk, and that a test may kill and start again."""
    folder = tmp_path_factory.mktemp("cluster")
    with throwaway_postgresql.running(throwaway_postgresql.DURABLE) as owner:
        House(folder, owner).build()
        yield House(folder, owner.replace("stegvis_owner", "stegvis_app"))


@pytest.fixture
def killable(request: pytest.FixtureRequest) -> House:
    """Korsby on the kind of database that the run is about, in a house that may be killed."""
    return request.getfixturevalue("cluster" if connection.vendor == "postgresql" else "house")
