"""The clock's chores: what people have said becomes what all can read, and goes when the outing is over."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from stegvis.areas.groups import api as groups
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor

from .. import policy
from ..models import Capacity, Outing
from ..policy.hearing import said_of
from ..rules import as_words, gentlest, last_settling

AHEAD = timedelta(days=60)
"""How far ahead what is said settles: what is further away is not near enough to matter yet."""


@action
def settle(actor: Actor, *, now: datetime) -> int:
    """What people have said for outings to come settles, where its moment has come since the last time (S1-30).

    It only ever becomes gentler. Gives how many outings settled. Raises NotAllowed.
    """
    policy.require_may_tidy(actor)
    when = {one.session_id: one for one in groups.meeting_times(actor, from_at=now, until_at=now + AHEAD)}
    rows = Outing.objects.select_for_update(of=("self",)).visible_to(actor)
    local = timezone.localtime(now)
    due = [
        row
        for row in rows.filter(session_id__in=when).order_by("pk")
        if row.settled_at is None or row.settled_at < last_settling(when[row.session_id].starts_at, local)
    ]
    said = said_of(actor, {row.pk: when[row.session_id].round_id for row in due})
    for row in due:
        row.heard, row.settled_at = as_words(gentlest([row.settled(), *said.get(row.pk, [])])), now
    Outing.objects.bulk_update(due, ["heard", "settled_at"])
    if due:
        journal.written(actor, "outings.settled", about=actor.organisation_id, at=now)
    return len(due)


@action
def forget(actor: Actor, *, now: datetime) -> int:
    """What was said for outings that are over goes, and what was said by those who have left. How many rows went.

    Route, points and numbers stay for the next outing. Raises NotAllowed.
    """
    policy.require_may_tidy(actor)
    said = list(Capacity.objects.visible_to(actor).select_related("outing"))
    heard = list(Outing.objects.visible_to(actor).exclude(heard=""))
    sessions = {row.outing.session_id for row in said} | {row.session_id for row in heard}
    to_come = {one.session_id: one for one in groups.meetings(actor, sessions) if one.ends_at > now}
    holding = groups.holding(actor, {one.round_id for one in to_come.values()})
    gone = [
        row.pk
        for row in said
        if row.outing.session_id not in to_come
        or row.participant_id not in holding[to_come[row.outing.session_id].round_id].participant_ids
    ]
    over = [row for row in heard if row.session_id not in to_come]
    for row in over:
        row.heard = ""
    Capacity.objects.visible_to(actor).filter(pk__in=gone).delete()
    Outing.objects.bulk_update(over, ["heard"])
    if gone or over:
        journal.written(actor, "outings.forgotten", about=actor.organisation_id, at=now)
    return len(gone)
