"""An outing as a participant reads it: what it has become, and what she has said herself. Never what others said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from .. import policy
from ..models import Capacity, Outing
from ..rules import NOTHING_SAID, Frame, Needs, frame_of, from_words


@dataclass(frozen=True, slots=True)
class FrameShown:
    """What an outing has become, for one who comes: the plan, what has settled, and her own words at once (S1-30)."""

    session_id: UUID
    frame: Frame
    route: str
    meeting_point: str


@dataclass(frozen=True, slots=True)
class MyOuting:
    """`planner`: who alone reads what she says. `told_by`: who wrote it down for her, until she has read it."""

    meeting: groups.MeetingPlanned
    shown: FrameShown
    needs: Needs
    has_said: bool
    planner: str
    told_by: str


@query
def my_outing(actor: Actor, session_id: UUID, now: datetime, language: str) -> MyOuting:
    """Raises NotFound for an outing that is over, is called off, or of a group where she has no place; NotAllowed."""
    policy.require_may_say(actor)
    mine = people.my_participant(actor)
    row = Outing.objects.visible_to(actor).filter(_holds_a_place(mine.id), session_id=session_id).first()
    if row is None:
        raise NotFound
    meetings = groups.meetings(actor, [session_id], language=language)
    if not meetings or not _is_to_come(meetings[0], now):
        raise NotFound
    said = Capacity.objects.visible_to(actor).filter(outing=row).first()
    wrote = said.told_by_seat_id if said else None
    names = people.seat_names(actor, {row.planner_id, wrote or row.planner_id})
    needs = from_words(said.said) if said else NOTHING_SAID
    return MyOuting(
        meeting=meetings[0],
        shown=_shown(row, needs),
        needs=needs,
        has_said=said is not None,
        planner=names.get(row.planner_id, ""),
        told_by=names.get(wrote, "") if wrote else "",
    )


@query
def my_frame(actor: Actor, session_id: UUID) -> FrameShown | None:
    """The same for the page of one meeting, which has asked whether she holds a place: None when it is no outing."""
    policy.require_may_say(actor)
    row = Outing.objects.visible_to(actor).filter(session_id=session_id).first()
    return _with_mine(actor, row) if row else None


@query
def my_next_frame(actor: Actor, round_id: UUID, now: datetime) -> FrameShown | None:
    """The next meeting of a group in which she has a place, when it is an outing; else None."""
    policy.require_may_say(actor)
    to_come = Outing.objects.visible_to(actor).filter(session__round_id=round_id, session__ends_at__gt=now)
    to_come = to_come.exclude(session__state=groups.SessionState.CALLED_OFF)
    row = to_come.order_by("session__starts_at").first()
    return _with_mine(actor, row) if row else None


def _with_mine(actor: Actor, row: Outing) -> FrameShown:
    said = Capacity.objects.visible_to(actor).filter(outing=row).first()
    return _shown(row, from_words(said.said) if said else NOTHING_SAID)


def _shown(row: Outing, needs: Needs) -> FrameShown:
    frame = frame_of(row.plan(), [row.settled(), needs])
    return FrameShown(row.session_id, frame, row.route, row.meeting_point)


def _holds_a_place(participant_id: UUID) -> Q:
    return Q(
        session__round__places__participant_id=participant_id,
        session__round__places__state=groups.PlaceState.HELD,
    )


def _is_to_come(meeting: groups.MeetingPlanned, now: datetime) -> bool:
    return meeting.ends_at > now and meeting.state is not groups.SessionState.CALLED_OFF
