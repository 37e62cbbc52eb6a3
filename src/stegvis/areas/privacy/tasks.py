"""What the clock does for this area."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django_tasks import task

from stegvis.areas.people import api as people
from stegvis.kernel import clock, sealing
from stegvis.kernel.actor import Actor

from . import api


def seal_looks(now: datetime) -> None:
    """Each minute, the looks of every organisation get their place in its chain."""
    for organisation in people.organisations():
        sealing.seal_looks(Actor.housekeeper(organisation.id), now=now)


@task  # type: ignore[untyped-decorator, unused-ignore]
def make_copy(organisation_id: str, copy_id: str) -> None:
    """Make a participant's own copy, a few tables at a time. Stopped midway, it goes on where it was."""
    house = Actor.housekeeper(UUID(organisation_id))
    while api.make_next_step(house, copy_id=UUID(copy_id), now=timezone.now()):
        pass


def begin_copy(actor: Actor, copy_id: UUID) -> None:
    """Let the worker begin at once. Should this get lost, `make_copies` finds the copy within a minute."""
    make_copy.enqueue(str(actor.organisation_id), str(copy_id))


def make_copies(now: datetime) -> None:
    """Each minute, the copies that nobody has begun or that were left half way."""
    for organisation in people.organisations():
        house = Actor.housekeeper(organisation.id)
        for copy_id in api.copies_to_make(house):
            while api.make_next_step(house, copy_id=copy_id, now=now):
                pass


def forget_old_copies(now: datetime) -> None:
    """Each hour, the copies that have had their week."""
    for organisation in people.organisations():
        api.forget_old_copies(Actor.housekeeper(organisation.id), now=now)


def declare() -> None:
    clock.every(clock.Minutes(1), "privacy.make_copies", make_copies, missed=clock.Missed.LAST)
    clock.every(clock.Minutes(60), "privacy.forget_old_copies", forget_old_copies, missed=clock.Missed.LAST)
    clock.every(clock.Minutes(1), "privacy.seal_looks", seal_looks, missed=clock.Missed.LAST)
