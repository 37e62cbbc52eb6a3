"""What one web process weighs, how soon it answers, and what a first visit costs on the line.

Serves Korsby on SQLite with granian and one worker. Run with `python -m bench.weight`; prints a table and ends with 1
when a figure is over its limit. Memory is that of the worker (resident, in MB of a million bytes) after the visits.
"""

from __future__ import annotations

import gzip
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MEGABYTES, SECONDS, KILOBYTES, REQUESTS = 120, 1.2, 30, 5
STARTS = 3
RESOURCE = re.compile(r'<(?:link|script|img)\b[^>]*?(?:href|src)="(/static/[^"]+)"')


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT / "src"),
            "STEGVIS_VAR": folder,
            "DJANGO_SETTINGS_MODULE": "stegvis.config.settings.dev",
        }
        for words in (
            ["migrate", "-v0"],
            ["createcachetable"],
            ["collectstatic", "--noinput", "-v0"],
            ["demo"],
        ):
            subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, env=environment, check=True)
        return _measure(environment)


def _measure(environment: dict[str, str]) -> int:
    soonest, rows = [], []
    for _ in range(STARTS):
        port = _free_port()
        begun = time.perf_counter()
        server = subprocess.Popen(
            [sys.executable, "-m", "granian", "--interface", "wsgi", "stegvis.config.wsgi:application",
             "--host", "127.0.0.1", "--port", str(port), "--workers", "1", "--blocking-threads", "1",
             "--no-ws", "--log-level", "error"],
            cwd=ROOT, env=environment, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            while not _answers(port):
                time.sleep(0.005)
            soonest.append(time.perf_counter() - begun)
            rows = [row for page in ("/", "/offerings/", _an_offering(port)) for row in _visit(port, page)]
            rows.append(("memory of the worker, MB", _memory(server.pid), MEGABYTES))
        finally:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()
    rows.append((f"first answer, s (best of {STARTS})", min(soonest), SECONDS))
    for name, figure, limit in rows:
        print(f"{name:50} {figure:8.2f}  limit {limit:6.1f}  {'OVER' if figure > limit else ''}")
    return int(any(figure > limit for _, figure, limit in rows))


def _visit(port: int, page: str) -> list[tuple[str, float, float]]:
    """Bytes and requests of a first visit without fonts and pictures that wait, as they go over the line."""
    wire, text = _get(port, page)
    parts = sorted(set(RESOURCE.findall(text)))
    size = wire + sum(_get(port, part)[0] for part in parts if not part.endswith(".woff2"))
    return [(f"{page} kB", size / 1000, KILOBYTES), (f"{page} requests", 1 + len(parts), REQUESTS)]


def _an_offering(port: int) -> str:
    return re.findall(r'href="(/offerings/[\w-]+/)"', _get(port, "/offerings/")[1])[0]


def _get(port: int, path: str) -> tuple[int, str]:
    """The body's bytes on the line, and its text."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        line.request("GET", path, headers={"Accept-Encoding": "gzip", "Host": f"127.0.0.1:{port}"})
        answer = line.getresponse()
        body = answer.read()
        assert answer.status == 200, (path, answer.status)
        packed = answer.headers.get("Content-Encoding") == "gzip"
        return len(body), (gzip.decompress(body) if packed else body).decode("utf-8", "replace")
    finally:
        line.close()


def _answers(port: int) -> bool:
    try:
        _get(port, "/health/")
    except (OSError, http.client.HTTPException):
        return False
    return True


def _memory(process: int) -> float:
    """The largest process below this one."""
    below = [int(pid) for pid in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    sizes = [int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1]) for pid in below]  # type: ignore[index]
    return max(sizes) * 1024 / 1e6


def _free_port() -> int:
    with socket.socket() as spot:
        spot.bind(("127.0.0.1", 0))
        return int(spot.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
