"""`stegvis add-organisation`: the first thing to do in a new installation."""

from typing import Any
from uuid import uuid4

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from stegvis.areas.people import api
from stegvis.areas.people.texts import REASONS
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused


class Command(BaseCommand):
    help = "Add an organisation: a centre, a recovery programme, a volunteer centre, an association or an office."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", help="short name for addresses, such as korsby")
        parser.add_argument("--name", required=True)
        parser.add_argument("--kind", required=True, choices=[kind.value for kind in api.OrganisationKind])
        parser.add_argument("--country", default="NO", choices=[country.value for country in api.Country])
        parser.add_argument("--language", default="nb", choices=[language.value for language in api.Language])
        parser.add_argument("--time-zone", default="Europe/Oslo")
        parser.add_argument(
            "--minimum-age",
            type=int,
            default=18,
            help="years; 18 or more, a lower one is decided on the house's own page",
        )
        parser.add_argument("--phone", default="")
        parser.add_argument("--address", default="")
        parser.add_argument("--place", default="")
        parser.add_argument("--open-hours", default="")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        words = ("slug", "name", "time_zone", "minimum_age", "phone", "address", "place", "open_hours")
        try:
            with transaction.atomic():
                api.add_organisation(
                    Actor.housekeeper(uuid4()),
                    kind=api.OrganisationKind(options["kind"]),
                    country=api.Country(options["country"]),
                    language=api.Language(options["language"]),
                    now=timezone.now(),
                    **{word: options[word] for word in words},
                )
                transaction.set_rollback(options["dry_run"])
        except Refused as refusal:
            raise CommandError(str(REASONS[api.Reason(refusal.reason)])) from refusal
        done = "Would add" if options["dry_run"] else "Added"
        self.stdout.write(f"{done} {options['name']} ({options['slug']}).")
