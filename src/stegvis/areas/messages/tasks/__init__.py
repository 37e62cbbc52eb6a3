"""What the clock does for this area: every minute, e-mails that are due go out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from stegvis.areas.people import api as people
from stegvis.kernel import clock, retention
from stegvis.kernel.actor import Actor
from stegvis.kernel.personal_data import KeepFor

from .. import api
from .emails import post


def send_out(due: datetime, *, clock_time: Callable[[], datetime] = timezone.now) -> None:
    """Send what is due in every organisation that is not in its quiet hours. `due` is when the clock meant it.

    Whether it is quiet is asked of the clock on the wall before every e-mail, not of `due`: work may be late.
    """
    for organisation in people.organisations():
        housekeeper = Actor.housekeeper(organisation.id)
        api.doubt_old(housekeeper, now=clock_time())
        while not _is_quiet(organisation, clock_time()):
            outgoing = api.take_next(housekeeper, now=clock_time())
            if outgoing is None:
                break
            outcome = post(outgoing)
            api.note_outcome(
                housekeeper,
                delivery_id=outgoing.delivery_id,
                attempt=outgoing.attempt,
                outcome=outcome,
                now=clock_time(),
            )


def _is_quiet(organisation: people.OrganisationShown, now: datetime) -> bool:
    local = now.astimezone(ZoneInfo(organisation.time_zone)).time()
    return api.is_quiet(local, quiet_from=organisation.quiet_from, quiet_until=organisation.quiet_until)


def declare() -> None:
    retention.declare(
        retention.Rule(
            "messages.named_person",
            KeepFor.WHILE_IN_SEAT,
            lambda: ("messages.NamedPerson",),
            lambda house, now: api.forget_reader(house, now=now),
        )
    )
    clock.every(clock.Minutes(1), "messages.send_out", send_out, missed=clock.Missed.LAST)
