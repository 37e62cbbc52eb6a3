"""The participant's own view of one meeting: what she has said about it, and what is written about her."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from .. import policy
from ..models import Attendance, NotToday, Place, Session, SmallAim
from ..rules import PlaceState, SessionState
from .rounds import SessionShown, session_shown


@dataclass(frozen=True, slots=True)
class ThisTime:
    """One meeting to come, for one who has a place. `aim` is hers; `shared`: the adviser who meets her sees it too.
    `was_here`: the days she is noted as having been there, hers to know.
    """

    place_id: UUID
    session: SessionShown
    not_today: bool
    aim: str
    shared: bool
    was_here: tuple[date, ...]


@query
def this_time(actor: Actor, session_id: UUID, now: datetime) -> ThisTime:
    """Raises NotFound for a meeting that is over or of a group where she has no place; NotAllowed."""
    policy.require_may_take_place(actor)
    people.my_participant(actor)
    held = Place.objects.visible_to(actor).filter(state=PlaceState.HELD, round__sessions=session_id)
    place = held.first()
    row = Session.objects.visible_to(actor).filter(pk=session_id, ends_at__gt=now).first() if place else None
    if row is None or place is None:
        raise NotFound
    return _this_time(actor, row, place.pk)


@query
def next_time(actor: Actor, place_id: UUID, now: datetime) -> ThisTime | None:
    """The next meeting of the group in which she has this place; None when there is none, or it is not held yet."""
    policy.require_may_take_place(actor)
    place = Place.objects.visible_to(actor).filter(pk=place_id, state=PlaceState.HELD).first()
    if place is None:
        return None
    to_come = Session.objects.visible_to(actor).filter(round_id=place.round_id, ends_at__gt=now)
    row = to_come.exclude(state=SessionState.CALLED_OFF).order_by("starts_at").first()
    return _this_time(actor, row, place.pk) if row else None


def _this_time(actor: Actor, row: Session, place_id: UUID) -> ThisTime:
    aim = SmallAim.objects.visible_to(actor).filter(session=row).first()
    there = Attendance.objects.visible_to(actor).filter(session__round_id=row.round_id)
    return ThisTime(
        place_id=place_id,
        session=session_shown(row),
        not_today=NotToday.objects.visible_to(actor).filter(session=row).exists(),
        aim=aim.words if aim else "",
        shared=aim.shared if aim else False,
        was_here=tuple(there.order_by("session__on").values_list("session__on", flat=True)),
    )
