"""What the clock does for this area."""

from datetime import datetime

from stegvis.areas.people import api as people
from stegvis.kernel import clock, retention
from stegvis.kernel.actor import Actor
from stegvis.kernel.personal_data import KeepFor

from . import api


def settle(now: datetime) -> None:
    """What people have said for outings becomes what all read: each morning, and an hour before one leaves."""
    for organisation in people.organisations():
        api.settle(Actor.housekeeper(organisation.id), now=now)


def forget(now: datetime) -> None:
    """The outing is over: nobody needs to know any more what somebody could."""
    for organisation in people.organisations():
        api.forget(Actor.housekeeper(organisation.id), now=now)


def declare() -> None:
    clock.every(clock.Minutes(15), "outings.settle", settle, missed=clock.Missed.LAST)
    clock.every(clock.Minutes(60), "outings.forget", forget, missed=clock.Missed.LAST)
    retention.declare(
        retention.Rule(
            "outings.capacities",
            KeepFor.UNTIL_IT_IS_OVER,
            lambda: ("outings.Capacity",),
            lambda house, now: api.forget(house, now=now),
        )
    )
