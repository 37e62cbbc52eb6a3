"""A house of its own: a folder with keys, a database, and a web process that can be killed."""

from __future__ import annotations

import http.client
import json
import os
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urljoin

import psycopg

from tests.architecture.sources import ROOT
from tests.faults.forms import Form, forms_of

SERVE = ("-m", "granian", "--interface", "wsgi", "stegvis.config.wsgi:application", "--host", "127.0.0.1",
         "--blocking-threads", "1", "--no-ws", "--log-level", "critical")  # fmt: skip
FILE = "stegvis.sqlite3"
LUNCH = "/join/torsdagslunsj/"
NEWCOMERS = {
    "users": "SELECT count(*) FROM people_user",
    "codes": "SELECT count(*) FROM people_logincode",
    "participants": "SELECT count(*) FROM people_participant",
    "seats": "SELECT count(*) FROM people_seat WHERE role = 'participant'",
    "wishes": "SELECT count(*) FROM admission_talkrequest",
    "journal: code": "SELECT count(*) FROM kernel_journalentry WHERE what = 'people.code_made'",
    "journal: wish": "SELECT count(*) FROM kernel_journalentry WHERE what = 'admission.talk_asked_for'",
}
"""What one newcomer adds one to each of."""


def eventually(holds: Callable[[], bool], seconds: float = 20) -> None:
    """Wait until it holds. Fails when it has not come about in time."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "it did not come about"
        time.sleep(0.02)


@dataclass
class House:
    """`address` is the database's, as STEGVIS_DATABASE takes it."""

    folder: Path
    address: str

    @property
    def file(self) -> Path:
        return self.folder / FILE

    @property
    def environment(self) -> dict[str, str]:
        return {
            **{
                name: value
                for name, value in os.environ.items()
                if not name.startswith(("STEGVIS_", "DJANGO_"))
            },
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
            "STEGVIS_VAR": str(self.folder),
            "STEGVIS_DATABASE": self.address,
            "STEGVIS_LEAVE_TO": "http://127.0.0.1/",
        }

    def python(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run Python in this house."""
        return subprocess.run(
            [sys.executable, *words],
            cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=120,
        )  # fmt: skip

    def build(self) -> None:
        """Make the tables and Korsby."""
        done = self.python("-m", "tests.faults.build")
        assert done.returncode == 0, done.stderr

    def crowd(self, people: int, rounds: int) -> Any:
        """Let so many people in, and plan rounds with one place each: their `sessions`, and the `rounds`."""
        done = self.python("-m", "tests.faults.build", "crowd", str(people), str(rounds))
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    def letters(self, count: int) -> None:
        """Let so many letters be written."""
        done = self.python("-m", "tests.faults.build", "letters", str(count))
        assert done.returncode == 0, done.stderr

    def opened(self) -> dict[str, int]:
        """How many encrypted `values` there are, and how many of them a fresh process cannot open (`unreadable`)."""
        done = self.python("-m", "tests.faults.build", "opened")
        assert done.returncode == 0, done.stderr
        return dict(json.loads(done.stdout.splitlines()[-1]))

    def still_for(self, *, seconds: int) -> None:
        """Let all sessions be untouched for so long."""
        done = self.python("-m", "tests.faults.build", "still", str(seconds))
        assert done.returncode == 0, done.stderr

    @contextmanager
    def serving(self, workers: int = 1) -> Iterator[Server]:
        """A web process with so many workers until the block ends, or until it is killed in it."""
        server = Server(self, _free_port(), workers)
        server.start()
        try:
            yield server
        finally:
            server.kill()


@dataclass
class Server:
    house: House
    port: int
    workers: int = 1
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with (self.house.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *SERVE, "--port", str(self.port), "--workers", str(self.workers)],
                cwd=ROOT, env=self.house.environment, start_new_session=True, stdout=log, stderr=log,
            )  # fmt: skip
        eventually(self._answers, 60)

    def _answers(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, (self.house.folder / "log").read_text()
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return Browser(self.port).get("/leave/about/").status < 600
        except (OSError, http.client.HTTPException):
            return False

    def limit_files(self, size: int | None) -> None:
        """Let no file grow beyond so many bytes; None lifts it."""
        limit = (resource.RLIM_INFINITY if size is None else size, resource.RLIM_INFINITY)
        for process in self._processes():
            resource.prlimit(process, resource.RLIMIT_FSIZE, limit)

    def _processes(self) -> list[int]:
        assert self.process is not None
        found = [self.process.pid]
        for parent in found:
            for children in Path(f"/proc/{parent}/task").glob("*/children"):
                found += map(int, children.read_text().split())
        return found

    def kill(self) -> None:
        """kill -9 for the process and all its workers: nothing of it can tidy up."""
        if self.process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process = None


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    text: str
    cookies: tuple[str, ...] = ()


@dataclass
class Browser:
    """Somebody at a machine of their own. Redirects are followed only when asked."""

    port: int
    language: str = "en"
    patience: float = 30
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None)

    def post(self, path: str, fields: Mapping[str, object]) -> Answer:
        return self._ask("POST", path, urlencode(fields, doseq=True).encode())

    def follow(self, answer: Answer) -> Answer:
        while answer.status in {301, 302, 303}:
            answer = self.get(answer.headers["Location"])
        return answer

    def form(self, path: str, holding: str = "csrfmiddlewaretoken") -> Form:
        """The form on this page that has a control of this name."""
        page = self.get(path)
        assert page.status == 200, (path, page.status)
        found = next(form for form in forms_of(page.text) if holding in form.controls)
        found.action = urljoin(path, found.action)
        return found

    def send(self, form: Form, **changes: str) -> Answer:
        return self.post(form.action, form.filled(**changes))

    def become(self, key: str) -> Answer:
        """Sit down as one of the people of the demo."""
        forms = forms_of(self.get("/demo/").text)
        return self.send(next(form for form in forms if form.action == f"/demo/become/{key}/"))

    def _ask(self, method: str, path: str, body: bytes | None) -> Answer:
        headers = {"Accept-Language": self.language, "Host": f"127.0.0.1:{self.port}"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.patience)
        try:
            line.request(method, path, body=body, headers=headers)
            answer = line.getresponse()
            text = answer.read().decode("utf-8", "replace")
        finally:
            line.close()
        given = tuple(value for name, value in answer.getheaders() if name.lower() == "set-cookie")
        for cookie in given:
            for name, morsel in SimpleCookie(cookie).items():
                self.cookies[name] = morsel.value
        return Answer(answer.status, answer.headers, text, given)


def _free_port() -> int:
    with socket.socket() as spot:
        spot.bind(("127.0.0.1", 0))
        return int(spot.getsockname()[1])


def newcomer(browser: Browser, nickname: str = "Kari") -> tuple[str, dict[str, list[str]]]:
    """The filled form with which a visitor becomes a participant and asks for a talk: where it goes, what it says."""
    form = next(form for form in forms_of(browser.get(LUNCH).text) if "nickname" in form.controls)
    return LUNCH, form.filled(nickname=nickname, over_minimum_age="yes")


def rows(house: House) -> dict[str, int]:
    """How many rows stand in each table that a newcomer adds one to. Read past row-level security."""
    return numbers(house, NEWCOMERS)


def numbers(house: House, questions: Mapping[str, str]) -> dict[str, int]:
    """One number to each question in SQL, asked past row-level security."""
    if house.address.startswith("postgresql"):
        superuser = house.address.replace("stegvis_app", "postgres")
        with psycopg.connect(superuser) as line:
            return {what: _one(line.execute(question).fetchone()) for what, question in questions.items()}
    with closing(sqlite3.connect(house.file)) as file:
        return {what: _one(file.execute(question).fetchone()) for what, question in questions.items()}


def _one(row: tuple[int] | None) -> int:
    assert row is not None
    return row[0]
