"""What the clock does for this area."""

from datetime import datetime, time

from django.utils import timezone

from stegvis.areas.people import api as people
from stegvis.kernel import clock
from stegvis.kernel.actor import Actor

from . import api


def forget_past_times(now: datetime) -> None:
    """The day is over: times for a talk, and who had chosen one, need not be known any more."""
    today = timezone.localtime(now).date()
    for organisation in people.organisations():
        api.forget_past_times(Actor.housekeeper(organisation.id), now=now, today=today)


def declare() -> None:
    clock.every(
        clock.Daily(time(0, 10)), "admission.forget_past_times", forget_past_times, missed=clock.Missed.LAST
    )
