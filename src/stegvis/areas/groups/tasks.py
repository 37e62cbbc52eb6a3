"""What the clock does for this area."""

from datetime import datetime, time

from stegvis.areas.people import api as people
from stegvis.kernel import clock
from stegvis.kernel.actor import Actor

from . import api


def forget_not_today(now: datetime) -> None:
    """The day is over: nobody needs to know any more who said they would not come."""
    for organisation in people.organisations():
        api.forget_not_today(Actor.housekeeper(organisation.id), now=now)


def let_lapse(now: datetime) -> None:
    """Offered places that nobody has answered in time go on to the next in line."""
    for organisation in people.organisations():
        api.let_lapse(Actor.housekeeper(organisation.id), now=now)


def declare() -> None:
    clock.every(clock.Minutes(5), "groups.let_lapse", let_lapse, missed=clock.Missed.LAST)
    clock.every(
        clock.Daily(time(0, 5)), "groups.forget_not_today", forget_not_today, missed=clock.Missed.LAST
    )
