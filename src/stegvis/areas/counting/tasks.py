"""What the clock does for this area."""

from datetime import datetime, time

from stegvis.areas.people import api as people
from stegvis.kernel import clock, retention
from stegvis.kernel.actor import Actor
from stegvis.kernel.personal_data import KeepFor

from . import api


def forget_known(now: datetime) -> None:
    """The day is over: nobody can tell any more who was counted twice."""
    for organisation in people.organisations():
        api.forget_known(Actor.housekeeper(organisation.id), now=now)


def declare() -> None:
    retention.declare(
        retention.Rule(
            "counting.known_today",
            KeepFor.THE_DAY,
            lambda: ("counting.KnownToday",),
            lambda house, now: api.forget_known(house, now=now),
        )
    )
    clock.every(clock.Daily(time(0, 5)), "counting.forget_known", forget_known, missed=clock.Missed.LAST)
