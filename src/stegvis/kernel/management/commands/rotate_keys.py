"""`stegvis rotate-keys`: new keys, while the program runs."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from stegvis.kernel import keys, rotation


class Command(BaseCommand):
    help = "Give every organisation a new key and write its words anew, or go on where a killed run stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--master", action="store_true", help="let the newest master key hold the keys there are"
        )
        parser.add_argument("--dry-run", action="store_true", help="say what it would do, and change nothing")
        parser.add_argument("--json", action="store_true", help="print one object of numbers, for machines")

    def handle(self, *args: Any, **options: Any) -> None:
        master = options["master"]
        if missing := keys.masters_missing():
            raise CommandError(keys.said_missing(missing))
        if options["dry_run"]:
            turned = rotation.would_turn(master=master)
        elif master:
            turned = rotation.rotate_master(now=timezone.now())
        else:
            turned = rotation.rotate(now=timezone.now())
        self.stdout.write(
            json.dumps(turned.as_numbers()) if options["json"] else _said(turned, options["dry_run"], master)
        )
        if turned.unreadable or (turned.old_left and not options["dry_run"]):
            raise CommandError(
                f"{turned.unreadable} values could not be opened and {turned.old_left} still have an old key;"
                " the old keys were kept."
            )


def _said(turned: rotation.Turned, dry_run: bool, master: bool) -> str:
    if dry_run:
        work = (
            f"{turned.rewrapped_keys} keys would be held by the newest master key"
            if master
            else f"{turned.organisations} organisations would get a new key"
        )
        return f"{work}, and {turned.old_left} values would be written anew. Nothing was changed."
    if master:
        return (
            f"The newest master key holds {turned.rewrapped_keys} more keys; {turned.rewritten} values were written"
            " anew. Keep the older master keys until everybody has logged in again: eight hours."
        )
    return (
        f"{turned.organisations} organisations: {turned.rewritten} values written anew,"
        f" {turned.retired_keys} old keys retired."
    )
