"""`stegvis import-hsds FILE`: services from another directory, all of the file or nothing of it."""

from __future__ import annotations

import argparse
import json
import sqlite3
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from stegvis.areas.people.api import OrganisationShown
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed

from ...actions.imports import Busy, Checked, Counts, Staging, apply, check, compare, staging
from ...rules import WRITTEN
from ..choosing import chosen
from ..progress import bar
from ..words import sentence

LONGEST_NAME = 120
OLD_STANDS = "Nothing of it shows: what was there before still stands. Run the import again."


class Command(BaseCommand):
    help = "Bring in services from a file of HSDS 3.1."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "file", metavar="FILE", help="services one a line, a list, a page, or organisations"
        )
        parser.add_argument(
            "--organisation", metavar="SLUG", help="whose they become; not needed with one only"
        )
        parser.add_argument("--source", metavar="NAME", help="where they come from (the file's name)")
        parser.add_argument("--language", choices=WRITTEN, default="en", help="language of the texts (en)")
        parser.add_argument("--complete", action="store_true", help="close what the file does not mention")
        parser.add_argument("--dry-run", action="store_true", help="check and compare, change nothing")
        parser.add_argument("--json", action="store_true", help="print one object of numbers, for machines")

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(options["file"])
        name = options["source"] or path.stem
        if not 0 < len(name) <= LONGEST_NAME:
            raise CommandError(f"A source's name has 1 to {LONGEST_NAME} characters: use --source.")
        organisation = chosen(options["organisation"])
        try:
            with (
                path.open("rb") as stream,
                staging(settings.IMPORT_FOLDER, f"{organisation.id}-{_safe(name)}") as staged,
            ):
                self._run(stream, staged, path, name, organisation, options)
        except Busy:
            raise CommandError(f"Another import of {name} is running. Wait until it is done.") from None
        except Changed:
            raise CommandError(f"Another import of {name} was quicker. {OLD_STANDS}") from None
        except (DatabaseError, sqlite3.Error) as error:
            raise CommandError(f"Stopped: {error}. {OLD_STANDS}") from error
        except KeyboardInterrupt:
            raise CommandError(f"Stopped. {OLD_STANDS}", returncode=130) from None

    def _run(
        self,
        stream: BinaryIO,
        staged: Staging,
        path: Path,
        name: str,
        organisation: OrganisationShown,
        options: dict[str, Any],
    ) -> None:
        size = path.stat().st_size
        reading = bar(self._errors, "Checking", size, quiet=options["json"])
        checked = check(stream, staged, language=options["language"], progress=reading)
        if checked.problem_count:
            self._refuse(path, checked, options)
        actor = Actor.housekeeper(organisation.id)
        if options["dry_run"]:
            counts = compare(actor, staged, source_name=name, complete=options["complete"])
        else:
            counts = apply(
                actor,
                staged,
                source_name=name,
                language=options["language"],
                complete=options["complete"],
                now=timezone.now(),
                progress=bar(self._errors, "Writing", checked.read, quiet=options["json"]),
            )
        self._tell(checked, counts, name, organisation, options)

    @property
    def _errors(self) -> Any:
        return self.stderr._out

    def _refuse(self, path: Path, checked: Checked, options: dict[str, Any]) -> None:
        """Every problem with its line, and an end that is no success."""
        lines = [f"{path.name}, {sentence(problem)}" for problem in checked.problems]
        if hidden := checked.problem_count - len(checked.problems):
            lines.append(f"... and {hidden} more")
        if options["json"]:
            self.stdout.write(_numbers(checked, Counts(), options))
        services = "1 service is" if checked.refused == 1 else f"{checked.refused} services are"
        lines.append(f"Nothing was imported: {services} not as HSDS 3.1 asks.")
        raise CommandError("\n".join(lines))

    def _tell(
        self,
        checked: Checked,
        counts: Counts,
        name: str,
        organisation: OrganisationShown,
        options: dict[str, Any],
    ) -> None:
        if options["json"]:
            self.stdout.write(_numbers(checked, counts, options))
            return
        closed = f", {counts.closed} closed" if options["complete"] else ""
        start = "Would import" if options["dry_run"] else "Imported"
        self.stdout.write(
            f"{start} {name} for {organisation.name}: {checked.read} read, {counts.created} created, "
            f"{counts.updated} updated, {counts.unchanged} unchanged{closed}, 0 refused."
        )


def _safe(name: str) -> str:
    return name.encode().hex()[:100]


def _numbers(checked: Checked, counts: Counts, options: dict[str, Any]) -> str:
    numbers = {
        "read": checked.read,
        "created": counts.created,
        "updated": counts.updated,
        "unchanged": counts.unchanged,
        "refused": checked.refused,
    }
    if options["complete"]:
        numbers["closed"] = counts.closed
    return json.dumps(numbers)
