"""The staging file: what an import has read and checked, before anything of ours is touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from ...rules.hsds import Service

_TABLE = """
CREATE TABLE service (
    place INTEGER PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE,
    item INTEGER NOT NULL,
    line INTEGER NOT NULL,
    text TEXT NOT NULL,
    fingerprint TEXT NOT NULL
)"""


class Busy(Exception):
    """Another import of the same source is running."""


class Staging:
    """Checked services on disk, in the order of the file. Memory holds one batch."""

    def __init__(self, file: sqlite3.Connection) -> None:
        self._file = file

    def add(self, service: Service) -> tuple[int, int] | None:
        """Keep a service. When its id was there before: the item and line that had it first, and nothing is kept."""
        try:
            self._file.execute(
                "INSERT INTO service (reference, item, line, text, fingerprint) VALUES (?, ?, ?, ?, ?)",
                (service.reference, service.item, service.line, service.text, service.fingerprint),
            )
        except sqlite3.IntegrityError:
            first: tuple[int, int] = self._file.execute(
                "SELECT item, line FROM service WHERE reference = ?", (service.reference,)
            ).fetchone()
            return first
        return None

    def after(self, place: int, limit: int) -> list[Service]:
        """The next services, at most `limit`, from after this place in the file (0 is before the first)."""
        rows = self._file.execute(
            "SELECT reference, item, line, text, fingerprint FROM service WHERE place > ? ORDER BY place LIMIT ?",
            (place, limit),
        )
        return [Service(*row) for row in rows]

    def holds(self, references: Collection[str]) -> set[str]:
        """Those of at most some hundred references that the file has."""
        marks = ", ".join("?" * len(references))
        found = self._file.execute(
            f"SELECT reference FROM service WHERE reference IN ({marks})",  # noqa: S608  # question marks only
            list(references),
        )
        return {reference for (reference,) in found}


@contextmanager
def staging(folder: Path, name: str) -> Iterator[Staging]:
    """A fresh staging file in this folder, gone afterwards; what a killed import left there is written over.

    Raises Busy while another process has the one of this name.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.staging"
    with (folder / f"{name}.lock").open("w") as lock:
        try:
            flock(lock, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            raise Busy from None
        path.unlink(missing_ok=True)
        try:
            with closing(sqlite3.connect(path, isolation_level=None)) as file:
                # Nobody needs this file after a crash: it is made anew each time.
                file.executescript(
                    f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-4000;{_TABLE}"
                )
                yield Staging(file)
        finally:
            path.unlink(missing_ok=True)
