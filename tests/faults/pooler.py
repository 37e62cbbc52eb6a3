"""A pgbouncer in transaction mode, as deploy/pgbouncer/pgbouncer.ini has it, in front of a PostgreSQL of the tests."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.architecture.sources import ROOT
from tests.faults.house import eventually
from tools import throwaway_postgresql

OURS = ROOT / "deploy" / "pgbouncer" / "pgbouncer.ini"
PORT = 6432
"""Names the socket in a folder of its own; no port of the machine is opened."""


@contextmanager
def pooled(address: str, connections: int) -> Iterator[str]:
    """The address of the same database through a pgbouncer that keeps so many connections to it."""
    folder = Path(tempfile.mkdtemp(prefix="stegvis-", dir="/tmp"))
    before, _, server = address.partition("?host=")
    as_user = throwaway_postgresql.another_user(folder)
    (folder / "users").write_text('"stegvis_app" ""\n')
    (folder / "ini").write_text(_settings(folder, server, connections))
    process = subprocess.Popen(
        [_program(), "-q", str(folder / "ini")],
        cwd="/",
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **as_user,
    )
    try:
        eventually(lambda: (folder / f".s.PGSQL.{PORT}").exists())
        yield f"{before}?host={folder}&port={PORT}"
    finally:
        process.terminate()
        process.wait(10)
        shutil.rmtree(folder, ignore_errors=True)


def _settings(folder: Path, server: str, connections: int) -> str:
    """Ours, but for where the server is, who is let in, and that no port is opened."""
    ini = configparser.ConfigParser(comment_prefixes=(";",))
    ini.read_string(OURS.read_text())
    ini["databases"]["stegvis"] = f"host={server} dbname=stegvis"
    ours = {
        "listen_addr": "",
        "unix_socket_dir": str(folder),
        "auth_type": "trust",
        "auth_file": str(folder / "users"),
        "default_pool_size": str(connections),
        "logfile": str(folder / "log"),
    }
    ini["pgbouncer"].update(ours)
    return "\n".join(
        f"[{name}]\n" + "\n".join(f"{key} = {value}" for key, value in ini[name].items())
        for name in ini.sections()
    )


def _program() -> str:
    found = shutil.which("pgbouncer", path=f"{os.environ['PATH']}:/usr/sbin")
    assert found, "pgbouncer is missing. On Debian: apt-get install pgbouncer"
    return found
