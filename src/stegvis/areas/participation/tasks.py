"""What the clock does for this area."""

from datetime import datetime, time

from stegvis.areas.people import api as people
from stegvis.kernel import clock
from stegvis.kernel.actor import Actor

from . import api


def forget(now: datetime) -> None:
    """Each night: who was willing to tell something at a meeting that is over, and notes that have had their time."""
    for organisation in people.organisations():
        house = Actor.housekeeper(organisation.id)
        api.forget_who_was_willing(house, now=now)
        api.forget_old_notes(house, now=now)


def declare() -> None:
    clock.every(clock.Daily(time(0, 10)), "participation.forget", forget, missed=clock.Missed.LAST)
