"""Ill or away in one tap: no reason, no word, ever. The roster is worked out anew at once (S1-31)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused

from .. import policy
from ..models import Away, employees_of
from ..rules import Gone, Refusal, Span, week_of, without
from .checking import call_off_without
from .weeks import lock_week, zone_of

LATEST = timedelta(days=1)
"""Somebody who phoned yesterday can still be written down today."""
FAR = timedelta(days=3650)


@action
def report_away(
    actor: Actor,
    *,
    seat_id: UUID | None = None,
    from_at: datetime | None = None,
    until_at: datetime | None = None,
    now: datetime,
) -> UUID:
    """Somebody is ill or away: oneself, or a colleague who phoned. From now, until nobody knows when, unless said.

    Reported twice it is one, and its id is given again. What has too few by it is called off at once where the check
    time has passed. Raises Refused for times that make no sense, NotFound for whoever is not employed here, NotAllowed.
    """
    own = policy.require_may_plan(actor)
    who, since = seat_id or own, from_at or now
    if since < now - LATEST:
        raise Refused(Refusal.TOO_LONG_AGO)
    if until_at is not None and until_at <= since:
        raise Refused(Refusal.ENDS_BEFORE_IT_STARTS)
    employees, zone = employees_of(actor), zone_of(actor)
    if who not in employees:
        raise NotFound
    lock_week(actor, week_of(now, zone=zone), now)
    if known := _covered(actor, who, since, until_at):
        return known
    row = Away.objects.create(
        organisation_id=actor.organisation_id, seat_id=who, from_at=since, until_at=until_at
    )
    _write(actor, "staffing.roster_changed", row.pk, now)
    call_off_without(actor, who, from_at=since, until_at=until_at, zone=zone, employees=employees, now=now)
    return row.pk


@action
def take_back_away(actor: Actor, *, away_id: UUID, now: datetime) -> None:
    """The tap was a mistake: the row goes, and nothing says that it was there. Taking it back twice is fine.

    A meeting that was called off by it stays so: its people have been told. Raises NotAllowed.
    """
    policy.require_may_plan(actor)
    Away.objects.visible_to(actor).filter(pk=away_id).delete()
    _write(actor, "staffing.roster_changed", away_id, now)


@action
def back_again(actor: Actor, *, seat_id: UUID | None = None, now: datetime) -> None:
    """She is back: she counts from now on. A holiday later, apart from this time away, stays.

    Nothing happens for who is not away. Raises NotAllowed.
    """
    own = policy.require_may_plan(actor)
    hers = Away.objects.visible_to(actor).filter(_not_over(now), seat_id=seat_id or own)
    this_time = _unbroken(hers.order_by("from_at"), now)
    if not this_time:
        return
    hers.filter(pk__in=this_time, from_at__gte=now).delete()
    hers.filter(pk__in=this_time, from_at__lt=now).update(until_at=now)
    _write(actor, "staffing.roster_changed", actor.organisation_id, now)


def _unbroken(rows: Iterable[Away], now: datetime) -> list[UUID]:
    """Of these rows, in order, those that from now on follow each other without a gap."""
    found, reaches = [], now
    for row in rows:
        if row.from_at > reaches:
            break
        found.append(row.pk)
        reaches = max(reaches, row.until_at or now + FAR)
    return found


def _not_over(now: datetime) -> Q:
    return Q(until_at=None) | Q(until_at__gt=now)


def _covered(actor: Actor, seat_id: UUID, since: datetime, until_at: datetime | None) -> UUID | None:
    """What already says all of this."""
    rows = list(Away.objects.visible_to(actor).filter(seat_id=seat_id).order_by("from_at"))
    wanted = Span(since, until_at or since + FAR)
    if until_at is None:
        rows = [row for row in rows if row.until_at is None]
    known = [Gone(seat_id, row.from_at, row.until_at) for row in rows]
    return rows[-1].pk if rows and not without([wanted], known) else None


def _write(actor: Actor, what: str, about: UUID, now: datetime) -> None:
    """The journal is kept for years. It does not tell who was ill, nor who said so."""
    journal.written(Actor.housekeeper(actor.organisation_id), what, about=about, at=now)
