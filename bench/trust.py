"""What trust costs: pages about a person with looks, encryption and row-level security, and the same without.

`python -m bench.trust` runs on SQLite and on a PostgreSQL that writes to the disk, each in a process of its own. Ends
with 1 when a page costs more than 1.3 times itself without the three, or when web processes that are asked in parallel
keep less than 80 % of their rate once looks are kept.
"""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

MOST, AT_LEAST = 1.3, 0.8
ROUNDS, WARM = 60, 8
SECONDS, TURNS, AT_ONCE, WORKERS = 4.0, 3, 4, 2
SERVED = ("stegvis.config.wsgi:application", "bench._without_looks:application")


def main() -> int:
    if "--here" in sys.argv:
        return _compare()
    from tools import throwaway_postgresql

    failed = _in_a_process_of_its_own("")
    with throwaway_postgresql.running(throwaway_postgresql.DURABLE) as owner:
        failed += _in_a_process_of_its_own(owner)
    return 1 if failed else 0


def _in_a_process_of_its_own(owner: str) -> int:
    print(f"-- {'PostgreSQL' if owner else 'SQLite'}, every commit on disk", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "STEGVIS_VAR": folder,
            "STEGVIS_DATABASE": owner or f"sqlite://{folder}/bench.sqlite3",
            "DJANGO_SETTINGS_MODULE": "stegvis.config.settings.dev",
            "PYTHONPATH": os.pathsep.join(
                str(Path(__file__).resolve().parents[1] / part) for part in ("src", "")
            ),
        }
        return subprocess.run([sys.executable, "-m", "bench.trust", "--here"], env=environment).returncode


def _compare() -> int:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("demo", "--json")
    if connection.vendor == "postgresql":
        connection.close()
        connection.settings_dict["USER"] = "stegvis_app"
        os.environ["STEGVIS_DATABASE"] = os.environ["STEGVIS_DATABASE"].replace(
            "stegvis_owner", "stegvis_app"
        )
    over = [_page(name, path) for name, path in _pages().items()]
    over.append(_in_parallel(_pages()["a talk"]))
    return 1 if any(over) else 0


def _pages() -> dict[str, str]:
    """Pages about one participant, as an adviser reads them."""
    from django.urls import reverse

    from bench._way_in_pages import person
    from stegvis.areas.admission.models import Talk
    from stegvis.areas.people import api as people
    from stegvis.kernel.database import within

    with within(organisation_id=people.organisation_id_of("korsby")):
        ingrid = person("ingrid")
        talk = Talk.objects.visible_to(ingrid).exclude(saved_at=None).order_by("saved_at")[0]
    return {
        "a talk": reverse("admission:talk", args=[talk.pk]),
        "letters": reverse("messages:thread", args=[talk.participant_id]),
        "her places": reverse("groups:places_for", args=[talk.participant_id]),
    }


def _page(name: str, path: str) -> bool:
    from bench._way_in_pages import signed_in, statements

    ask = signed_in("ingrid", path)
    took: tuple[list[float], list[float]] = ([], [])
    with _other_connection() as swapped:
        known: dict[str, str] = {}
        for turn in range(WARM + ROUNDS):
            took_with = _timed(ask)
            with _without_the_three(known), swapped():
                took_without = _timed(ask)
            if turn >= WARM:
                took[0].append(took_with)
                took[1].append(took_without)
    ours, bare = (statistics.median(times) * 1000 for times in took)
    print(
        f"{name:12} {ours:6.1f} ms to {bare:6.1f}, {statements(ask)} statements {ours / bare:10.2f}  at most {MOST}",
        flush=True,
    )
    return ours / bare > MOST


def _timed(ask: Callable[[], object]) -> float:
    started = time.perf_counter()
    ask()
    return time.perf_counter() - started


@contextmanager
def _other_connection() -> Iterator[Callable[[], Any]]:
    """On PostgreSQL a second connection, of somebody whom no policy holds; else the same."""
    from django.db import connections

    first = connections["default"]
    if first.vendor != "postgresql":
        second = first
    else:
        second = connections.create_connection("default")  # type: ignore[no-untyped-call]
        second.settings_dict = {**first.settings_dict, "USER": "postgres"}

    @contextmanager
    def swapped() -> Iterator[None]:
        connections["default"] = second
        try:
            yield
        finally:
            connections["default"] = first

    yield swapped
    if second is not first:
        second.close()


@contextmanager
def _without_the_three(known: dict[str, str]) -> Iterator[None]:
    """Nothing is kept about who looked, every encrypted value is known beforehand, and no context is told."""
    from stegvis.kernel import database, journal
    from stegvis.kernel.encryption import EncryptedText

    @contextmanager
    def within(*, organisation_id: Any = None, user_id: Any = None) -> Iterator[None]:
        token = database._current.set((str(organisation_id or ""), str(user_id or "")))
        try:
            yield
        finally:
            database._current.reset(token)

    def unsealed(field: Any, stored: str) -> str:
        if stored not in known:
            known[stored] = opens(field, stored)
        return known[stored]

    kept, told, opens = journal.seen, database.within, EncryptedText.unsealed
    journal.seen = lambda *_, **__: None
    database.within = within
    EncryptedText.unsealed = unsealed  # type: ignore[method-assign]
    try:
        yield
    finally:
        journal.seen, database.within = kept, told
        EncryptedText.unsealed = opens  # type: ignore[method-assign]


def _in_parallel(path: str) -> bool:
    """Web processes as people are served, with and without looks, in turns so that a noisy moment hits both."""
    rates: dict[str, list[float]] = {served: [] for served in SERVED}
    for turn in range(TURNS):
        for served in SERVED if turn % 2 else reversed(SERVED):
            rates[served].append(_rate(served, path))
    kept, bare = (statistics.median(rates[served]) for served in SERVED)
    said = f"{kept:.0f} pages a second to {bare:.0f}, {AT_ONCE} at once"
    print(f"{'in parallel':12} {said:40} {kept / bare:10.2f}  at least {AT_LEAST}", flush=True)
    return kept / bare < AT_LEAST


def _rate(served: str, path: str) -> float:
    from tests.faults.house import Browser, eventually

    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "granian", "--interface", "wsgi", served, "--host", "127.0.0.1", "--port", str(port),
         "--workers", str(WORKERS), "--blocking-threads", "1", "--no-ws", "--log-level", "critical"],
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        eventually(lambda: _answers(port), 60)
        readers = [Browser(port) for _ in range(AT_ONCE)]
        for reader in readers:
            reader.become("ingrid")
            assert reader.get(path).status == 200
        return _asked_for(SECONDS, [lambda reader=reader: reader.get(path).status for reader in readers])
    finally:
        process.terminate()
        process.wait(20)


def _free_port() -> int:
    with socket.socket() as spot:
        spot.bind(("127.0.0.1", 0))
        return int(spot.getsockname()[1])


def _answers(port: int) -> bool:
    from tests.faults.house import Browser

    try:
        return Browser(port).get("/leave/about/").status == 200
    except OSError:
        return False


def _asked_for(seconds: float, asking: list[Callable[[], int]]) -> float:
    counts = [0] * len(asking)
    until = time.perf_counter() + seconds

    def go_on(number: int) -> None:
        while time.perf_counter() < until:
            assert asking[number]() == 200
            counts[number] += 1

    crowd = [threading.Thread(target=go_on, args=(number,)) for number in range(len(asking))]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    return sum(counts) / seconds


if __name__ == "__main__":
    sys.exit(main())
