"""A PostgreSQL that lives as long as a command: on a Unix socket in a temporary folder, without a TCP port.

`python -m tools.throwaway_postgresql COMMAND...` starts one, makes the two roles of deploy/postgresql/roles.sql, runs
the command with STEGVIS_TEST_DATABASE set to it, and ends it again. Works as root too, by starting it as another user.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROLES = Path(__file__).resolve().parents[1] / "deploy" / "postgresql" / "roles.sql"
DURABLE = "-c listen_addresses='' -c shared_buffers=32MB"
"""As people are served: what is acknowledged is on disk."""

FAST = (
    "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off "
    "-c shared_buffers=128MB -c max_connections=300 -c autovacuum=off"
)


@contextmanager
def running(options: str = FAST) -> Iterator[str]:
    """Yield the address `postgresql://stegvis_owner@/stegvis?host=...` of a fresh server.

    SIGTERM ends it as Ctrl-C does: the command first, then the server and its folder.
    """
    before = _leave_when_told()
    try:
        with _fresh(options) as address:
            yield address
    finally:
        if before is not None:
            signal.signal(signal.SIGTERM, before)


def _leave_when_told() -> Any:
    """Make SIGTERM an exit that tidies up, unless somebody else decides about it. What it was before, or None."""
    if threading.current_thread() is not threading.main_thread():
        return None
    if signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        return None
    return signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))


@contextmanager
def _fresh(options: str) -> Iterator[str]:
    where = programs()
    folder = Path(
        tempfile.mkdtemp(prefix="stegvis-", dir="/tmp")
    )  # short: a socket's path has at most 107 bytes
    as_user = another_user(folder)
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(folder)}

    def run(*command: str | Path) -> None:
        subprocess.run(
            [str(part) for part in command],
            check=True,
            env=environment,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            **as_user,
        )

    try:
        data = folder / "data"
        run(where / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
            "--locale=C.UTF-8", "--no-sync", "--no-instructions")  # fmt: skip
        run(where / "pg_ctl", "-D", data, "-w", "-s", "-l", folder / "log",
            "-o", f"-k {folder} {options}", "start")  # fmt: skip
        try:
            psql = (where / "psql", "-q", "-v", "ON_ERROR_STOP=1", "-h", folder, "-U", "postgres")
            (folder / "roles.sql").write_text(ROLES.read_text())
            (folder / "roles.sql").chmod(0o644)
            run(*psql, "-d", "template1", "-f", folder / "roles.sql")
            run(
                *psql, "-d", "postgres", "-c", "ALTER ROLE stegvis_owner CREATEDB"
            )  # tests make their databases
            run(*psql, "-d", "postgres", "-c", "CREATE DATABASE stegvis OWNER stegvis_owner")
            yield f"postgresql://stegvis_owner@/stegvis?host={folder}"
        finally:
            run(where / "pg_ctl", "-D", data, "-m", "immediate", "-s", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def stop(address: str) -> None:
    """Kill the server at this address as a power cut would: without a word, nothing tidied up."""
    _control(address, "-m", "immediate", "stop")


def start(address: str, options: str) -> None:
    """Let the server that was stopped come back."""
    folder = _folder(address)
    _control(address, "-l", str(folder / "log"), "-o", f"-k {folder} {options}", "start")


def _control(address: str, *words: str) -> None:
    folder = _folder(address)
    subprocess.run(
        [str(programs() / "pg_ctl"), "-D", str(folder / "data"), "-s", "-w", *words],
        check=True,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(folder)},
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        **another_user(folder),
    )


def _folder(address: str) -> Path:
    return Path(address.partition("host=")[2])


def programs() -> Path:
    """Where the server's programs lie, pg_dump among them."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in folders:
        if (folder / "initdb").exists():
            return folder
    found = shutil.which("initdb")
    if found is None:
        raise SystemExit("PostgreSQL's server programs are missing. On Debian: apt-get install postgresql")
    return Path(found).resolve().parent


def another_user(folder: Path) -> dict[str, Any]:
    """How to start a server that will not run as root, with this folder as its own."""
    if os.geteuid() != 0:
        return {}
    somebody = pwd.getpwnam("postgres")
    os.chown(folder, somebody.pw_uid, somebody.pw_gid)
    folder.chmod(0o755)
    return {"user": somebody.pw_uid, "group": somebody.pw_gid, "extra_groups": []}


if __name__ == "__main__":
    with running() as address:
        outcome = subprocess.run(sys.argv[1:], env={**os.environ, "STEGVIS_TEST_DATABASE": address})
    sys.exit(outcome.returncode)
