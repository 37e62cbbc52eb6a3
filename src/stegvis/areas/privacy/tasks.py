"""What the clock does for this area."""

from datetime import datetime, time
from uuid import UUID

from django.utils import timezone
from django_tasks import task

from stegvis.areas.people import api as people
from stegvis.kernel import clock, retention, rows_about, sealing
from stegvis.kernel.actor import Actor
from stegvis.kernel.personal_data import KeepFor

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


def tidy_up(now: datetime) -> None:
    """Each night, what has been kept for its time goes, in every organisation (X-07)."""
    for organisation in people.organisations():
        retention.run(Actor.housekeeper(organisation.id), now=now)


def _forget_unused(house: Actor, now: datetime) -> int:
    """One person at a time, so that one who cannot go keeps nobody else."""
    return sum(api.forget_unused(house, participant_id=one, now=now) for one in api.unused(house, now=now))


def _rules() -> tuple[retention.Rule, ...]:
    journals = ("kernel.JournalEntry", "kernel.Look")
    return (
        retention.Rule("privacy.unused", KeepFor.WHILE_IN_TOUCH, rows_about.labels, _forget_unused),
        retention.Rule(
            "privacy.copies",
            KeepFor.SEVEN_DAYS,
            lambda: ("privacy.Copy",),
            lambda house, now: api.forget_old_copies(house, now=now),
        ),
        retention.Rule(
            "privacy.journal",
            KeepFor.FIVE_YEARS,
            lambda: journals,
            lambda house, now: api.forget_aged_journal(house, now=now),
        ),
    )


def declare() -> None:
    for rule in _rules():
        retention.declare(rule)
    clock.every(clock.Daily(time(3, 30)), "privacy.tidy_up", tidy_up, missed=clock.Missed.LAST)
    clock.every(clock.Minutes(1), "privacy.make_copies", make_copies, missed=clock.Missed.LAST)
    clock.every(clock.Minutes(60), "privacy.forget_old_copies", forget_old_copies, missed=clock.Missed.LAST)
    clock.every(clock.Minutes(1), "privacy.seal_looks", seal_looks, missed=clock.Missed.LAST)
