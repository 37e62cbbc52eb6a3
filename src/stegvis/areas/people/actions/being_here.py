"""That a participant is here, by the month: what she does not use for a year goes by itself (X-07)."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role

from ..models import Participant
from ..rules.keeping import first_of_month


@action
def note_here(actor: Actor, *, now: datetime) -> None:
    """A participant is here this month. The day is nobody's business; the month tells when unused things go (X-07)."""
    month = first_of_month(timezone.localtime(now).date())
    if actor.role is not Role.PARTICIPANT or actor.user_id is None:
        return
    mine = Participant.objects.visible_to(actor).filter(
        ~Q(here_in=month) | Q(here_in=None), user_id=actor.user_id
    )
    if not mine.exists():
        return
    about = mine.values_list("pk", flat=True)[0]
    mine.update(here_in=month)
    journal.written(actor, "people.here_this_month", about=about, at=_midnight(month))


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day))  # noqa: DTZ001  # made aware here
