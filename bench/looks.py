"""The log of looks, measured: how many are sealed and verified a second.

`python -m bench.looks [LOOKS]` runs on SQLite; under `python -m tools.throwaway_postgresql` on that PostgreSQL. Ends
with 1 when fewer than 10,000 are verified in a second.
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from uuid import uuid4

AT_LEAST = 10_000
ROUNDS = 3


def main() -> int:
    how_many = int(sys.argv[1]) if len(sys.argv) > 1 else 30_000
    os.environ["DJANGO_SETTINGS_MODULE"] = "stegvis.config.settings.test"
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    with tempfile.TemporaryDirectory() as folder:
        connection.close()
        if connection.vendor == "sqlite":
            connection.settings_dict["NAME"] = str(Path(folder) / "looks.sqlite3")
        call_command("migrate", verbosity=0)
        over = _measured(how_many)
        connection.close()
        return 1 if over else 0


def _measured(how_many: int) -> bool:
    from stegvis.kernel import journal, sealing, verifying
    from stegvis.kernel.actor import Actor

    keeper, now = Actor.housekeeper(uuid4()), datetime(2026, 11, 23, 11, tzinfo=UTC)
    began = perf_counter()
    for start in range(0, how_many, 500):
        people = [uuid4() for _ in range(min(500, how_many - start))]
        journal.seen(keeper, about=people, why="bench.page", at=now + timedelta(seconds=start))
    _said("looks written a second, 500 a page", how_many / (perf_counter() - began))
    began = perf_counter()
    assert sealing.seal_looks(keeper, now=now) == how_many
    _said("looks sealed a second", how_many / (perf_counter() - began))
    taken = []
    for _ in range(ROUNDS):
        began = perf_counter()
        report = verifying.verify(keeper)
        taken.append(perf_counter() - began)
        assert report
        assert report.looks == how_many
    a_second = how_many / sorted(taken)[ROUNDS // 2]
    _said("looks verified a second", a_second, AT_LEAST)
    return a_second < AT_LEAST


def _said(name: str, measured: float, limit: float | None = None) -> None:
    """One line of the table."""
    print(f"{name:40} {measured:9,.0f}{f'  at least {limit:,}' if limit else ''}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
