"""A mail server on this machine that takes e-mails, refuses them, or stops in the middle where a test says so."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import cast


@dataclass
class PostOffice:
    """What was taken, and where to stop. `stop_at`: `recipient` (before it is taken) or `taken` (before saying so)."""

    port: int = 0
    stop_at: str = ""
    taken: list[tuple[str, str]] = field(default_factory=list)
    greetings: list[str] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)
    goodbye: threading.Event = field(default_factory=threading.Event)

    @property
    def address(self) -> str:
        return f"smtp://127.0.0.1:{self.port}?tls=no"

    def to(self, address: str) -> int:
        """How many e-mails this address got."""
        return sum(address in recipient for recipient, _ in self.taken)

    def perhaps_stop(self, where: str) -> None:
        if self.stop_at == where:
            self.stop_at = ""
            self.stopped.set()
            self.go_on.wait(timeout=60)


class _Clerk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        office = cast("_Server", self.server).office
        with suppress(OSError):
            self._say("220 here")
            recipient = ""
            while line := self.rfile.readline().decode().strip():
                word = line.split()[0].upper()
                if word in {"EHLO", "HELO"}:
                    office.greetings.append(line)
                if word == "RCPT":
                    recipient = line
                    office.perhaps_stop("recipient")
                if word == "DATA":
                    self._say("354 go on")
                    office.taken.append((recipient, self._text()))
                    office.perhaps_stop("taken")
                self._say("221 bye" if word == "QUIT" else "250 well")
                if word == "QUIT":
                    office.goodbye.set()
                    return

    def _text(self) -> str:
        lines: list[str] = []
        while (line := self.rfile.readline().decode()) != ".\r\n":
            lines.append(line)
        return "".join(lines)

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    office: PostOffice


@contextmanager
def a_post_office() -> Iterator[PostOffice]:
    with _Server(("127.0.0.1", 0), _Clerk) as server:
        office = server.office = PostOffice(port=server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield office
        finally:
            office.go_on.set()
            server.shutdown()
            thread.join()
