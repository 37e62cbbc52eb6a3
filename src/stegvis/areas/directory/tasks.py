"""What the clock does for this area."""

from datetime import datetime

from stegvis.areas.people import api as people
from stegvis.kernel import clock
from stegvis.kernel.actor import Actor

from . import api


def let_manager_answer(now: datetime) -> None:
    """Somebody employed answers for all that people see, also the day after she who did has left (S2-04)."""
    for organisation in people.organisations():
        api.let_manager_answer(Actor.housekeeper(organisation.id), now=now)


def declare() -> None:
    clock.every(
        clock.Minutes(5), "directory.let_manager_answer", let_manager_answer, missed=clock.Missed.LAST
    )
