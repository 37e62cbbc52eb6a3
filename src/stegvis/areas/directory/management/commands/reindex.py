"""`stegvis reindex`: let search read everything again."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor

from ...actions.reindexing import reindex
from ...queries.everything import listing_ids

AT_A_TIME = 150
"""Few enough that nobody else's writing waits for long."""


class Command(BaseCommand):
    help = "Let search read every listing again, after a new version that knows more words."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="print one object of numbers, for machines")

    def handle(self, *args: Any, **options: Any) -> None:
        read = sum(_all_of(Actor.housekeeper(place.id)) for place in people.organisations())
        self.stdout.write(
            json.dumps({"read": read}) if options["json"] else f"Search has read {read} listings again."
        )


def _all_of(actor: Actor) -> int:
    read, after = 0, None
    while ids := listing_ids(actor, after=after, most=AT_A_TIME):
        reindex(actor, listing_ids=ids, now=timezone.now())
        read, after = read + len(ids), ids[-1]
    return read
