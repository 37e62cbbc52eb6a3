"""A participant leaves for good: her places go to the next in line, and what was counted stays counted."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count
from django.utils import timezone

from stegvis.kernel import journal
from stegvis.kernel.actor import Actor

from ..models import Attendance, Place, Session
from ..rules import PlaceState
from . import line

A_YEAR = timedelta(days=365)


def free_places(actor: Actor, participant_id: UUID, now: datetime) -> None:
    """Before her rows go, in the same action: each round goes on as if she had left it herself.

    Rounds are locked in the order of their keys, so that two who leave at once never wait for each other.
    """
    hers = Place.objects.filter(organisation_id=actor.organisation_id, participant_id=participant_id)
    live = hers.exclude(state=PlaceState.LEFT)
    for round_id in sorted(set(live.values_list("round_id", flat=True))):
        row = line.lock(actor, round_id)
        for place in live.filter(round=row):
            held = place.state == PlaceState.HELD
            line.let_go(actor, place, now)
            if held:
                line.wake(actor, row, now)
        line.offer_next(actor, row, now)
    _keep_counts(actor, participant_id, now)


def _keep_counts(actor: Actor, participant_id: UUID, now: datetime) -> None:
    """How many came stays a number when the names go: it holds no link to anybody (X-07)."""
    attended = Session.objects.filter(
        organisation_id=actor.organisation_id, attendances__participant_id=participant_id, came=None
    )
    ids = list(attended.values_list("pk", flat=True))
    there = Attendance.objects.filter(organisation_id=actor.organisation_id, session_id__in=ids)
    for session_id, came in there.values_list("session_id").annotate(number=Count("pk")):
        Session.objects.filter(organisation_id=actor.organisation_id, pk=session_id).update(came=came)
    if ids:
        journal.written(actor, "groups.counts_kept", about=participant_id, at=now)


def still_used(actor: Actor, participant_ids: Collection[UUID], now: datetime) -> set[UUID]:
    """Of these participants, those with a place in a round that goes on or ended within a year, or who came since."""
    since = timezone.localtime(now - A_YEAR).date()
    places = Place.objects.filter(
        organisation_id=actor.organisation_id, participant_id__in=participant_ids, round__until_on__gte=since
    ).exclude(state=PlaceState.LEFT)
    came = Attendance.objects.filter(
        organisation_id=actor.organisation_id, participant_id__in=participant_ids, session__on__gte=since
    )
    return {*places.values_list("participant_id", flat=True), *came.values_list("participant_id", flat=True)}
