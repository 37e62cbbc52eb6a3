"""`stegvis demo`: the invented town of Korsby, in an empty installation."""

import json
from argparse import ArgumentParser
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from stegvis.demo.build import NotADemo, build
from stegvis.demo.walk import SMALL, WHOLE


class Command(BaseCommand):
    help = "Fill an empty installation with the invented town of Korsby. A second run changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--json", action="store_true", help="one object for machines instead of sentences"
        )
        parser.add_argument(
            "--small", action="store_true", help="some weeks and some people instead of a year"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("This installation serves people. The demo keeps away from it.")
        started = monotonic()
        try:
            built = build(now=timezone.now(), extent=SMALL if options["small"] else WHOLE)
        except NotADemo:
            raise CommandError("There are real organisations here. The demo keeps away from them.") from None
        if options["json"]:
            created = built.organisations if built.created else 0
            self.stdout.write(json.dumps({"created": created, "offerings": built.offerings}))
        elif built.created:
            self.stdout.write(
                f"Korsby is ready: {built.organisations} places, {built.offerings} offerings, "
                f"in {monotonic() - started:.0f} s. Be somebody from Korsby on /demo/."
            )
        else:
            self.stdout.write("Korsby was here already. Nothing changed.")
