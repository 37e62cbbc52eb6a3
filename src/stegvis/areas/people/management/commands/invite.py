"""`stegvis invite`: a seat for somebody who works here, and a link to choose a password."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from stegvis.areas.people import api
from stegvis.areas.people.actions.seats import Invited
from stegvis.areas.people.rules.seats import BY_INVITATION
from stegvis.areas.people.texts import REASONS
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.roles import Role


class Command(BaseCommand):
    help = "Invite somebody who works here. Prints a link that works once, for a week; give it by hand or by phone."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--organisation", required=True, metavar="SLUG")
        parser.add_argument("--role", required=True, choices=sorted(BY_INVITATION))
        parser.add_argument("--name", required=True, help="what colleagues and participants call them")
        parser.add_argument("--site", default="http://localhost:8000", help="where this installation answers")
        parser.add_argument(
            "--begin-anew",
            action="store_true",
            help="the phone is lost: forget the second step and the password",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            keeper = Actor.housekeeper(api.organisation_id_of(options["organisation"]))
            with transaction.atomic():
                invited = _invite(keeper, options)
                if options["begin_anew"]:
                    api.forget_factors(keeper, seat_id=invited.seat_id, now=timezone.now())
                    invited = _invite(keeper, options)  # the first link went with the password
                transaction.set_rollback(options["dry_run"])
        except NotFound as missing:
            raise CommandError(f"There is no organisation {options['organisation']}.") from missing
        except Refused as refusal:
            raise CommandError(str(REASONS[api.Reason(refusal.reason)])) from refusal
        if options["dry_run"]:
            self.stdout.write(f"Would invite {options['name']} as {options['role']}.")
            return
        self.stdout.write(f"{options['site'].rstrip('/')}{reverse('people:choose', args=[invited.link])}")
        self.stdout.write(f"Invited {options['name']} as {options['role']}. The link works once, for a week.")


def _invite(keeper: Actor, options: dict[str, Any]) -> Invited:
    return api.invite(
        keeper,
        email=options["email"],
        role=Role(options["role"]),
        name=options["name"],
        now=timezone.now(),
    )
