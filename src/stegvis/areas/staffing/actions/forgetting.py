"""What goes by itself: that somebody was away after a week, who was on duty after a year."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor

from .. import policy
from ..models import Away, Duty
from ..rules import local_day
from .weeks import zone_of

AWAY_KEPT = timedelta(days=7)
DUTIES_KEPT = timedelta(days=365)


@action
def forget_old_aways(actor: Actor, *, now: datetime) -> int:
    """Every time away that ended a week ago, or whose seat ended a week ago. How many went. Raises NotAllowed."""
    policy.require_may_check(actor)
    long_ago = now - AWAY_KEPT
    left = Q(until_at=None, seat__until_on__lt=local_day(long_ago, zone=zone_of(actor)))
    old = Away.objects.visible_to(actor).filter(Q(until_at__lt=long_ago) | left)
    ids = list(old.values_list("pk", flat=True))
    if ids:
        Away.objects.visible_to(actor).filter(pk__in=ids).delete()
        journal.written(actor, "staffing.old_times_forgotten", about=actor.organisation_id, at=now)
    return len(ids)


@action
def forget_old_duties(actor: Actor, *, now: datetime) -> int:
    """Every duty that was over a year ago. How many went. Raises NotAllowed."""
    policy.require_may_check(actor)
    old = Duty.objects.visible_to(actor).filter(ends_at__lt=now - DUTIES_KEPT)
    ids = list(old.values_list("pk", flat=True))
    if ids:
        Duty.objects.visible_to(actor).filter(pk__in=ids).delete()
        journal.written(actor, "staffing.old_duties_forgotten", about=actor.organisation_id, at=now)
    return len(ids)
