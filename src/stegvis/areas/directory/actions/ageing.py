"""The names of those who work here leave offerings that were closed long ago."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor

from .. import policy
from ..models import Offering
from ..personal_data import PURPOSES
from ..rules import State

KEPT_FOR = timedelta(days=5 * 365)
"""As long as it can be asked who answered for something (KeepFor.WHILE_IN_SEAT)."""


@action
def forget_names(actor: Actor, *, now: datetime) -> int:
    """Empty what may name somebody in offerings that nobody has touched since. How many were emptied."""
    policy.require_may_import(actor)
    named = Q()
    for field in PURPOSES:
        named |= ~Q(**{field: ""})
    old = Offering.objects.filter(
        named,
        organisation_id=actor.organisation_id,
        listing__state=State.CLOSED,
        listing__changed_at__lt=now - KEPT_FOR,
    )
    keys = list(old.values_list("pk", flat=True))
    if keys:
        Offering.objects.filter(pk__in=keys).update(**dict.fromkeys(PURPOSES, ""))
        journal.written(actor, "directory.names_forgotten", about=actor.organisation_id, at=now)
    return len(keys)
