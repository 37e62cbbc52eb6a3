"""What the clock and the queue do for this area."""

from datetime import datetime, time
from email.utils import formataddr
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone, translation
from django_tasks import task

from stegvis.kernel import clock, retention
from stegvis.kernel.actor import Actor
from stegvis.kernel.personal_data import KeepFor

from . import api
from .texts import link_mail


@task  # type: ignore[untyped-decorator, unused-ignore]
def send_link(organisation_id: str, seat_id: str, site: str) -> None:
    """E-mail somebody who works here the link to choose a password. `site`: where this installation answers.

    The link is made now and stands in no queue. Does nothing for a seat that has ended meanwhile.
    """
    keeper = Actor.housekeeper(UUID(organisation_id))
    made = api.link_for(keeper, seat_id=UUID(seat_id), now=timezone.now())
    if made is None:
        return
    with translation.override(made.language):
        subject, text = link_mail(f"{site}{reverse('people:choose', args=[made.link])}")
    sender = formataddr(("Stegvis", settings.DEFAULT_FROM_EMAIL))
    EmailMessage(subject, text, sender, [made.email], headers={"Auto-Submitted": "auto-generated"}).send()


def forget_ended_checks(now: datetime) -> None:
    """What was noted of record checks goes with the seat, in every organisation (X-08)."""
    for organisation in api.organisations():
        api.forget_ended_checks(Actor.housekeeper(organisation.id), now=now)


def let_manager_answer_for_the_young(now: datetime) -> None:
    """Somebody employed is responsible for those under 18, also the day after who was has left (S2-01)."""
    for organisation in api.organisations():
        api.let_manager_answer_for_the_young(Actor.housekeeper(organisation.id), now=now)


def forget_old_drafts(now: datetime) -> None:
    """Half-written forms older than half an hour go, in every organisation."""
    for organisation in api.organisations():
        api.forget_old_drafts(Actor.housekeeper(organisation.id), now=now)


def end_idle_sessions(now: datetime) -> None:
    """Sessions that were untouched too long end, in the whole house."""
    api.end_idle_sessions(now=now)


def _rules() -> tuple[retention.Rule, ...]:
    return (
        retention.Rule(
            "people.drafts",
            KeepFor.HALF_AN_HOUR,
            lambda: ("people.Draft",),
            lambda house, now: api.forget_old_drafts(house, now=now),
        ),
        retention.Rule(
            "people.ended_seats",
            KeepFor.WHILE_IN_SEAT,
            api.kept_while_in_seat,
            lambda house, now: api.forget_aged_seats(house, now=now),
        ),
        retention.Rule(
            "people.record_checks",
            KeepFor.WHILE_IN_SEAT,
            lambda: ("people.RecordCheck",),
            lambda house, now: api.forget_ended_checks(house, now=now),
        ),
    )


def declare() -> None:
    for rule in _rules():
        retention.declare(rule)
    clock.every(clock.Minutes(15), "people.end_idle_sessions", end_idle_sessions, missed=clock.Missed.LAST)
    clock.every(clock.Minutes(15), "people.forget_old_drafts", forget_old_drafts, missed=clock.Missed.LAST)
    answered = "people.let_manager_answer_for_the_young"
    clock.every(clock.Minutes(5), answered, let_manager_answer_for_the_young, missed=clock.Missed.LAST)
    clock.every(
        clock.Daily(time(0, 15)), "people.forget_ended_checks", forget_ended_checks, missed=clock.Missed.LAST
    )
