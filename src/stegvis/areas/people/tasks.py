"""What the clock does for this area."""

from datetime import datetime

from stegvis.kernel import clock
from stegvis.kernel.actor import Actor

from . import api


def forget_old_drafts(now: datetime) -> None:
    """Half-written forms older than half an hour go, in every organisation."""
    for organisation in api.organisations():
        api.forget_old_drafts(Actor.housekeeper(organisation.id), now=now)


def end_idle_sessions(now: datetime) -> None:
    """Sessions that were untouched too long end, in the whole house."""
    api.end_idle_sessions(now=now)


def declare() -> None:
    clock.every(clock.Minutes(15), "people.end_idle_sessions", end_idle_sessions, missed=clock.Missed.LAST)
    clock.every(clock.Minutes(15), "people.forget_old_drafts", forget_old_drafts, missed=clock.Missed.LAST)
