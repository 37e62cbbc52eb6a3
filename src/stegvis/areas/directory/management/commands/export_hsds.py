"""`stegvis export-hsds [FILE]`: services as HSDS 3.1, one a line."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from stegvis.areas.people.api import OrganisationShown
from stegvis.kernel.actor import Actor

from ...queries.exports import offerings_offered, services_as_they_came, sources
from ...rules.hsds import service
from ..choosing import chosen

STANDARD_OUTPUT = "-"


class Command(BaseCommand):
    help = "Write services to a file of HSDS 3.1: the imported as they came, and our own offerings."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "file", metavar="FILE", nargs="?", default="-", help="where to; - is the screen (-)"
        )
        parser.add_argument("--organisation", metavar="SLUG", help="whose; not needed with one only")
        parser.add_argument("--source", metavar="NAME", help="only what was imported under this name")
        parser.add_argument("--json", action="store_true", help="print one object of numbers, for machines")

    def handle(self, *args: Any, **options: Any) -> None:
        organisation = chosen(options["organisation"])
        lines = _lines(organisation, options["source"])
        if options["file"] == STANDARD_OUTPUT:
            count = sum(1 for _ in map(self.stdout.write, lines))
        else:
            count = _write(Path(options["file"]), lines)
        numbers = {"read": count, "created": count, "updated": 0, "unchanged": 0, "refused": 0}
        words = f"Exported {count} services of {organisation.name}."
        out = self.stderr if options["file"] == STANDARD_OUTPUT else self.stdout
        out.write(json.dumps(numbers) if options["json"] else words, style_func=str)


def _lines(organisation: OrganisationShown, source_name: str | None) -> Iterator[str]:
    """One service a line. Raises CommandError when there is no such source."""
    actor = Actor.housekeeper(organisation.id)
    known = sources(actor)
    wanted = [source for source in known if source_name in (None, source.name)]
    if source_name is not None and not wanted:
        names = ", ".join(source.name for source in known) or "none"
        raise CommandError(f"Nothing was imported under the name {source_name}. Known names: {names}.")
    for source in wanted:
        yield from services_as_they_came(actor, source.id)
    if source_name is None:
        for offered in offerings_offered(actor, organisation):
            yield json.dumps(service(offered), ensure_ascii=False)


def _write(path: Path, lines: Iterator[str]) -> int:
    """Write beside the file and change places at the end: whoever reads it finds a whole one, old or new."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    count = 0
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            for line in lines:
                file.write(f"{line}\n")
                count += 1
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return count
