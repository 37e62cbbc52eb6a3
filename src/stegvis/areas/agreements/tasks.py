"""What the clock does for this area."""

from datetime import datetime, time

from stegvis.areas.people import api as people
from stegvis.kernel import clock
from stegvis.kernel.actor import Actor

from . import api


def forget_wishes(now: datetime) -> None:
    """Each night, wishes about greeting go with the rounds that are over, in every organisation."""
    for organisation in people.organisations():
        api.forget_wishes(Actor.housekeeper(organisation.id), now=now)


def declare() -> None:
    clock.every(clock.Daily(time(0, 10)), "agreements.forget_wishes", forget_wishes, missed=clock.Missed.LAST)
