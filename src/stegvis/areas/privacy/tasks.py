"""What the clock does for this area."""

from datetime import datetime

from stegvis.areas.people import api as people
from stegvis.kernel import clock, sealing
from stegvis.kernel.actor import Actor


def seal_looks(now: datetime) -> None:
    """Each minute, the looks of every organisation get their place in its chain."""
    for organisation in people.organisations():
        sealing.seal_looks(Actor.housekeeper(organisation.id), now=now)


def declare() -> None:
    clock.every(clock.Minutes(1), "privacy.seal_looks", seal_looks, missed=clock.Missed.LAST)
