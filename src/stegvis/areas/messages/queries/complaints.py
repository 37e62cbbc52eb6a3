"""Whom people complain to, what she has complained about, and what the one who was named reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import Complaint, NamedPerson
from ..rules import MAY_READ, AnswerBy


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom the organisation has named. `seat_id` of a seat that runs: who reads on screen.

    None: only by phone or letter. `has_left`: a seat was named, and has ended since.
    """

    name: str
    phone: str
    address: str
    seat_id: UUID | None
    has_left: bool


@dataclass(frozen=True, slots=True)
class ComplaintShown:
    """One complaint, as she and its reader see it; the reader learns no name but one that she writes herself.

    `reader`, for her, is the name of the seat it went to.
    """

    id: UUID
    reader: str
    words: str
    answer_by: AnswerBy
    phone: str
    at: datetime
    answer: str
    answered_at: datetime | None
    is_stuck: bool = False


@dataclass(frozen=True, slots=True)
class ComplaintLine:
    """One complaint in the list of its reader."""

    id: UUID
    at: datetime
    answered_at: datetime | None


@query
def reader(actor: Actor, now: datetime) -> Reader | None:
    """Whom people complain to here; None while nobody is named. For anybody."""
    row = NamedPerson.objects.visible_to(actor).first()
    if row is None:
        return None
    running = {seat.seat_id for seat in people.helpers(actor, now=now)} if row.seat_id else set()
    seat_id = row.seat_id if row.seat_id in running else None
    return Reader(
        row.name, row.phone, row.address, seat_id, has_left=row.seat_id is not None and seat_id is None
    )


@query
def readers_to_choose(actor: Actor, now: datetime) -> list[people.StaffShown]:
    """The seats that could be named. Raises NotAllowed for anybody but a manager."""
    policy.require_may_name_reader(actor)
    return [seat for seat in people.helpers(actor, now=now) if seat.role in MAY_READ]


@query
def my_complaints(actor: Actor, now: datetime) -> list[ComplaintShown]:
    """What she has complained about, newest first; `is_stuck` when its reader has left without an answer.

    Raises NotAllowed for anybody but a participant.
    """
    policy.require_may_read_own(actor)
    rows = list(Complaint.objects.visible_to(actor).order_by("-at", "pk"))
    if not rows:
        return []
    running = {seat.seat_id for seat in people.helpers(actor, now=now)}
    readers = people.seat_names(actor, list({row.seat_id for row in rows}))
    return [
        _shown(row, readers, is_stuck=row.answered_at is None and row.seat_id not in running) for row in rows
    ]


@query
def complaints_to_me(actor: Actor) -> list[ComplaintLine]:
    """What was sent to this very seat, what waits longest first, then what is answered: when, and nothing of it.

    Raises NotAllowed for seats that nobody names.
    """
    policy.require_may_open_complaints(actor)
    rows = Complaint.objects.visible_to(actor).order_by("at", "pk").values_list("pk", "at", "answered_at")
    found = [ComplaintLine(*row) for row in rows]
    return sorted(found, key=lambda line: line.answered_at is not None)


@query
def a_complaint_waits(actor: Actor) -> bool:
    """Whether something that was sent to this very seat is not answered yet; nothing of what, from whom or how many.

    Raises NotAllowed for seats that nobody names.
    """
    policy.require_may_open_complaints(actor)
    return Complaint.objects.visible_to(actor).filter(answered_at=None).exists()


@query
def complaint(actor: Actor, complaint_id: UUID, now: datetime) -> ComplaintShown:
    """One that was sent to this very seat. A look. Raises NotAllowed, and NotFound for anybody else's."""
    policy.require_may_open_complaints(actor)
    row = Complaint.objects.all().one_visible_to(actor, complaint_id)
    journal.seen(actor, about=[row.participant_id], why="messages.complaint", at=now)
    return _shown(row, {})


def _shown(row: Complaint, readers: dict[UUID, str], *, is_stuck: bool = False) -> ComplaintShown:
    return ComplaintShown(
        id=row.pk,
        reader=readers.get(row.seat_id, ""),
        words=row.words,
        answer_by=AnswerBy(row.answer_by),
        phone=row.phone,
        at=row.at,
        answer=row.answer,
        answered_at=row.answered_at,
        is_stuck=is_stuck,
    )
