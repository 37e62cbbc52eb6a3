"""Those who stopped working here, once what they did has aged out: their names and logins go."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils import timezone

from stegvis.kernel import journal, personal_data
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.database import within
from stegvis.kernel.personal_data import KeepFor

from .. import policy
from ..models import Seat, User, lasting
from ..rules.keeping import years_before

JOURNAL_YEARS = 5
"""How long it can be asked who did something: as long as journal and looks are kept (KeepFor.FIVE_YEARS)."""


@action
def aged_seats(actor: Actor, *, now: datetime) -> list[UUID]:
    """Seats that ended so long ago that nothing is left of what was done in them, and still have a name or login."""
    policy.require(policy.may_set_up(actor))
    long_ago = years_before(timezone.localtime(now).date(), JOURNAL_YEARS)
    named = ~Q(name="") | ~Q(user__email=None)
    ended = Seat.objects.visible_to(actor).filter(named, until_on__lt=long_ago).select_related("user")
    return [seat.pk for seat in ended if seat.name or not _works_elsewhere(actor, seat, long_ago)]


@action
def forget_aged_seats(actor: Actor, *, now: datetime) -> int:
    """Empty their names, and the login of whoever has no other seat. The seat itself stays, as a bare key. How many."""
    aged = aged_seats(actor, now=now)
    long_ago = years_before(timezone.localtime(now).date(), JOURNAL_YEARS)
    for seat in Seat.objects.visible_to(actor).filter(pk__in=aged).select_related("user"):
        seat.name = ""
        seat.save(update_fields=["name"])
        if not _works_elsewhere(actor, seat, long_ago):
            _forget_user(seat.user)
        journal.written(actor, "people.seat_forgotten", about=seat.pk, at=now)
    return len(aged)


def _works_elsewhere(actor: Actor, seat: Seat, long_ago: date) -> bool:
    """Whether this login has a seat that runs or ended lately, in any organisation."""
    with within(organisation_id=actor.organisation_id, user_id=seat.user_id):
        others = Seat.objects.filter(user_id=seat.user_id).exclude(pk=seat.pk)
        return others.filter(lasting(long_ago)).exists()


def _forget_user(user: User) -> None:
    """The row stays, because its seats do: without address, without a way in, without second steps."""
    for model in hanging_on_users():
        model._default_manager.filter(user=user).delete()
    user.email, user.password, user.is_active = None, "!", False  # nobody logs in with this any more
    user.save(update_fields=["email", "password", "is_active"])


def hanging_on_users() -> list[type[models.Model]]:
    """Tables kept as long as somebody works here, whose rows belong to a login: second steps and the like."""
    while_in_seat = {one.model for one in personal_data.register() if one.keep_for is KeepFor.WHILE_IN_SEAT}
    related = [relation.related_model for relation in User._meta.related_objects]
    return [
        model
        for model in related
        if not isinstance(model, str) and model._meta.label in while_in_seat - {"people.Seat"}
    ]


def kept_while_in_seat() -> list[str]:
    """The tables that this looks after."""
    return ["people.Seat", "people.User", *(model._meta.label for model in hanging_on_users())]
