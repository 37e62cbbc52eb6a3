"""The parts that tasks add to other pages. None where the house has no such tasks: then nothing more is asked."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.areas.groups import api as groups
from stegvis.areas.staffing import api as staffing
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import OwnedQuerySet
from stegvis.kernel.panels import Panel
from stegvis.kernel.query import query
from stegvis.ui.answers import language

from .. import policy
from ..models import Responsibility, Task
from ..policy.house import House, house, name_of
from ..rules import is_hers
from .desk import in_short


@query
def on_session(actor: Actor, session_id: UUID, now: datetime) -> Panel | None:
    """The staff's page of a meeting: whose task is what this time, or that the staff do it all (S1-28). Nothing once it
    is over: who did what then is nobody's to look up.
    """
    if not policy.may_guide(actor) or not _has_tasks(actor):
        return None
    for meeting in groups.meetings(actor, [session_id]):
        offered = _offered(actor).filter(offering__listing_id=meeting.listing_id)
        if meeting.ends_at <= now or not offered.exists():
            return None
        told = staffing.staffed(actor, [session_id], now).get(session_id)
        here = house(actor, [meeting.listing_id], language(), now)
        rows = _hers(_of_listing(actor, meeting.listing_id), meeting, here, told)
        journal.seen(
            actor, about={row.participant_id for row in rows}, why="responsibilities.at_meeting", at=now
        )
        shown = [{"id": row.pk, "called": row.called, "name": name_of(row.task)} for row in rows]
        context = {
            "enough": told is not None and told.can_be_held,
            "on_duty": told.on_duty if told else 0,
            "needed": told.needed if told else 0,
            "tasks": shown,
            "round_id": meeting.round_id,
            "may_note": policy.may_note(actor),
        }
        return Panel("responsibilities/on_session.html", context)
    return None


@query
def on_round(actor: Actor, round_id: UUID, now: datetime) -> Panel | None:
    """The staff's page of a round: the way to write down a wish, for advisers where there are such tasks."""
    if not policy.may_note(actor) or not _has_tasks(actor):
        return None
    for meeting in groups.meetings_of_round(actor, round_id)[:1]:
        if _offered(actor).filter(offering__listing_id=meeting.listing_id).exists():
            return Panel("responsibilities/on_round.html", {"round_id": round_id})
    return None


@query
def on_place(actor: Actor, round_id: UUID, now: datetime) -> Panel | None:
    """Her page of a place: what she does there, and that she could. Only where the house has decided so."""
    if not policy.may_take_on(actor) or not _has_tasks(actor):
        return None
    keeper = Actor.housekeeper(actor.organisation_id)
    for meeting in groups.meetings_of_round(keeper, round_id)[:1]:
        here = _of_listing(actor, meeting.listing_id)
        own = [{"id": row.pk, "name": name_of(row.task)} for row in here]
        if own or _offered(actor).filter(offering__listing_id=meeting.listing_id).exists():
            return Panel("responsibilities/on_place.html", {"own": own})
    return None


@query
def on_meeting(actor: Actor, session_id: UUID, now: datetime) -> Panel | None:
    """Her page of one meeting: what she does this time, or that the staff do it; nothing where she has no task."""
    if not policy.may_take_on(actor) or not Responsibility.objects.visible_to(actor).exists():
        return None
    keeper = Actor.housekeeper(actor.organisation_id)
    for meeting in groups.meetings(keeper, [session_id]):
        rows = [row for row in _of_listing(actor, meeting.listing_id) if row.own_yes_on]
        if not rows:
            return None
        told = staffing.staffed(keeper, [session_id], now).get(session_id)
        here = house(actor, [], language(), now)
        hers = _hers(rows, meeting, here, told)
        shown = [{"id": row.pk, "name": name_of(row.task), "is_hers": row in hers} for row in rows]
        return Panel("responsibilities/on_meeting.html", {"tasks": shown})
    return None


@query
def on_desk_page(actor: Actor, organisation_id: UUID, now: datetime) -> Panel | None:
    """The desk's first page: how many wishes wait, how many talks are due, and what came back. Numbers, never who."""
    if not policy.may_guide(actor):
        return None
    short = in_short(actor, now, language())
    return Panel("responsibilities/on_desk.html", {"short": short}, first=True) if short else None


def _has_tasks(actor: Actor) -> bool:
    return _offered(actor).exists()


def _offered(actor: Actor) -> OwnedQuerySet[Task]:
    return Task.objects.visible_to(actor).filter(offered=True, offering__possible=True)


def _of_listing(actor: Actor, listing_id: UUID) -> list[Responsibility]:
    rows = Responsibility.objects.visible_to(actor).filter(task__offering__listing_id=listing_id)
    return list(rows.select_related("task__offering").order_by("wished_on", "pk"))


def _hers(
    rows: list[Responsibility], meeting: groups.MeetingPlanned, here: House, told: staffing.Staffed | None
) -> list[Responsibility]:
    """Those of these tasks that are somebody's at this meeting. None where it cannot be held by the staff alone."""
    if told is None:
        return []
    return [
        row
        for row in rows
        if is_hers(
            here.facts(row),
            meeting.on,
            enough_staff=told.can_be_held,
            guide_is_there=row.guide_id in told.seats,
        )
    ]
