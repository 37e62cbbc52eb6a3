"""`stegvis retention`: let go what has been kept for its time. The worker does the same every night."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from stegvis.areas.people import api as people
from stegvis.kernel import retention
from stegvis.kernel.actor import Actor


class Command(BaseCommand):
    help = "Let go what has been kept for its time: people out of touch, old copies, journals, ended seats."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="count what would go, and let nothing go")
        parser.add_argument("--json", action="store_true", help="print one object of numbers, for machines")

    def handle(self, *args: Any, **options: Any) -> None:
        dry, now = options["dry_run"], timezone.now()
        houses = people.organisations()
        went: Counter[str] = Counter({rule.name: 0 for rule in retention.rules()})
        for house in houses:
            went.update(retention.run(Actor.housekeeper(house.id), now=now, dry=dry))
        if options["json"]:
            numbers = {"read": len(houses), "created": 0, "updated": sum(went.values())}
            self.stdout.write(
                json.dumps({**numbers, "unchanged": 0, "refused": 0, "dry": dry, "went": dict(went)})
            )
            return
        for name, number in went.items():
            self.stdout.write(f"{name}: {number}")
        would = "would go. Nothing was changed" if dry else "went"
        self.stdout.write(f"{sum(went.values())} in {len(houses)} organisations {would}.")
