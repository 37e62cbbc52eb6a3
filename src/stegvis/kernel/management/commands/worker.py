"""`stegvis worker`: tasks and the clock."""

import os
import signal
import socket
import threading
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from stegvis.kernel import keys, worker


class Command(BaseCommand):
    help = "Run queued tasks and periodic jobs. Any number of workers may run at once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--until-idle", action="store_true", help="stop when nothing is left to do")
        parser.add_argument("--lease", type=float, default=worker.LEASE.total_seconds(), help="seconds")
        parser.add_argument("--pause", type=float, default=1.0, help="seconds between looking for work")

    def handle(self, *args: Any, **options: Any) -> None:
        if missing := keys.masters_missing():
            raise CommandError(keys.said_missing(missing))
        name = f"{socket.gethostname()[:40]}-{os.getpid()}"
        lease = timedelta(seconds=options["lease"])
        if options["until_idle"]:
            worker.run_ready(name, lease=lease)
            return
        stop = threading.Event()
        for kind in (signal.SIGTERM, signal.SIGINT):
            signal.signal(kind, lambda *_: stop.set())
        worker.run_until(stop, name, lease=lease, pause=timedelta(seconds=options["pause"]))
