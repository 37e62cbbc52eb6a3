"""Importing 10,000 and 100,000 services on SQLite while somebody else writes every 50 ms.

Memory has to stay flat, time linear, and the other's writes must not wait for a second. Time is compared as processor
time, which does not ask what else the machine is doing.
"""

from __future__ import annotations

import json
import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any
from uuid import UUID

ROOT = Path(__file__).resolve().parents[1]
SIZES = (10_000, 100_000)
SEED = 7
MOST_SECONDS_WAITING = 1.0
MOST_TIME = 1.3
MOST_MEMORY = 1.2
WORDS = (
    "soup", "walk", "garden", "choir", "morning", "bread", "letter", "river", "stairs", "friend", "window", "paper",
    "lamp", "kitchen", "bicycle", "evening", "book", "wool", "needle", "paint", "harbour", "bench", "story", "market",
    "coffee", "winter", "help", "quiet", "table", "room", "neighbour", "music", "forest",
)  # fmt: skip
ORGANISATION = """
INSERT INTO people_organisation (id, slug, name, kind, country, language, time_zone, minimum_age, quiet_from,
    quiet_until, phone, address, place, open_hours, guidelines, is_demo)
VALUES ('5e67150000004000800000000000abcd', 'centre', 'Centre', 'centre', 'NO', 'nb', 'Europe/Oslo', 18, '20:00',
    '09:00', '', '', '', '', '', 1)"""
WRITER = """
import select, sqlite3, sys, time
file = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=20)
file.executescript("PRAGMA synchronous=FULL; PRAGMA busy_timeout=20000;")
waits = []
print("ready", flush=True)
while not select.select([sys.stdin], [], [], 0.05)[0]:
    began = time.perf_counter()
    file.execute("BEGIN IMMEDIATE")
    file.execute("UPDATE people_organisation SET open_hours = ?", (str(began),))
    file.execute("COMMIT")
    waits.append(time.perf_counter() - began)
waits.sort()
print(waits[-1], waits[len(waits) // 2], len(waits))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One import: seconds on the clock and of the processor, peak memory in MB, and how long the other writer
    waited, in seconds.
    """

    seconds: float
    processor: float
    megabytes: float
    longest_wait: float
    usual_wait: float
    writes: int
    numbers: dict[str, int]


def main() -> int:
    print(" services  seconds  processor  ms each  peak MB  longest wait    median  writes", flush=True)
    runs = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            runs[size] = _measure(Path(folder) / str(size), size)
            _print(size, *runs[size])
    few, many = SIZES
    time = (runs[many][0].processor / many) / (runs[few][0].processor / few)
    memory = runs[many][0].megabytes / runs[few][0].megabytes
    longest = max(run.longest_wait for pair in runs.values() for run in pair)
    print(f"time per service, {many} / {few}: {time:.2f} (at most {MOST_TIME})")
    print(f"peak memory, {many} / {few}: {memory:.2f} (at most {MOST_MEMORY})")
    print(f"longest wait of another's write: {longest:.3f} s (under {MOST_SECONDS_WAITING:.0f} s)")
    return int(time > MOST_TIME or memory > MOST_MEMORY or longest >= MOST_SECONDS_WAITING)


def _print(size: int, first: Run, again: Run) -> None:
    for run, what in ((first, ""), (again, "  again, unchanged")):
        print(
            f"{size:>9} {run.seconds:>8.1f} {run.processor:>10.1f} {1000 * run.processor / size:>8.2f}"
            f" {run.megabytes:>8.0f} {1000 * run.longest_wait:>10.0f} ms {1000 * run.usual_wait:>6.1f} ms"
            f" {run.writes:>7}{what}",
            flush=True,
        )


def _measure(house: Path, size: int) -> tuple[Run, Run]:
    house.mkdir()
    file = house / "many.ndjson"
    with file.open("w") as out:
        out.writelines(f"{json.dumps(service)}\n" for service in _services(size))
    subprocess.run(
        _command("migrate"), env=_environment(house), cwd=ROOT, check=True, stdout=subprocess.DEVNULL
    )
    with closing(sqlite3.connect(house / "stegvis.sqlite3")) as database, database:
        database.execute(ORGANISATION)
    first, again = _import(house, file), _import(house, file)
    if first.numbers["created"] != size or again.numbers["unchanged"] != size:
        raise SystemExit(f"not what was expected: {first.numbers}, {again.numbers}")
    return first, again


def _services(count: int) -> Iterator[dict[str, Any]]:
    """Invented services of some hundred words, the same every time."""
    chance = random.Random(SEED)
    for _ in range(count):
        yield {
            "id": str(UUID(int=chance.getrandbits(128), version=4)),
            "name": " ".join(chance.choices(WORDS, k=3)).title(),
            "status": "active",
            "description": f"{' '.join(chance.choices(WORDS, k=60)).capitalize()}.",
            "eligibility_description": " ".join(chance.choices(WORDS, k=10)),
            "fees_description": chance.choice(["None", "20 kroner", ""]),
            "assured_date": f"2026-{chance.randint(1, 9):02}-15",
            "schedules": [
                {"byday": chance.choice(["MO", "TH,FR"]), "opens_at": "10:00", "closes_at": "12:00"}
            ],
            "attributes": [{"value": chance.choice(["Crafts", "Walking", "Legal"])}],
        }


def _import(house: Path, file: Path) -> Run:
    with _somebody_writing(house / "stegvis.sqlite3") as writer:
        began = perf_counter()
        command = _command("import-hsds", str(file), "--json")
        running = subprocess.Popen(
            command, env=_environment(house), cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        said = running.stdout.read() if running.stdout else ""
        _, status, usage = os.wait4(running.pid, 0)
        seconds = perf_counter() - began
        longest, usual, writes = writer()
    if status:
        raise SystemExit(f"the import ended with {status}")
    processor = usage.ru_utime + usage.ru_stime
    return Run(seconds, processor, _megabytes(usage), longest, usual, writes, json.loads(said))


def _megabytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / 1024


@contextmanager
def _somebody_writing(database: Path) -> Iterator[Any]:
    """Somebody who writes every 50 ms. Yields a function that ends it: longest wait, usual wait, number of writes."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(database)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    process.stdout.readline()

    def end() -> tuple[float, float, int]:
        said, _ = process.communicate("stop\n")
        longest, usual, writes = said.split()
        return float(longest), float(usual), int(writes)

    try:
        yield end
    finally:
        process.kill()
        process.wait()


def _command(*words: str) -> list[str]:
    return [sys.executable, "-m", "stegvis.config.cli", *words]


def _environment(house: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("STEGVIS_", "DJANGO_"))}
    return {**kept, "STEGVIS_VAR": str(house), "PYTHONPATH": str(ROOT / "src")}


if __name__ == "__main__":
    sys.exit(main())
