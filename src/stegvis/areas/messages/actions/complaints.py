"""Complaining to somebody outside the line, and being answered (X-18)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.once import made_once_by

from .. import policy
from ..models import Complaint, NamedPerson
from ..rules import AnswerBy, Named, Refusal, wrong_with_complaint, wrong_with_named
from ..texts import COMPLAINT_ANSWERED, COMPLAINT_RECEIVED
from .sending import send

COMPLAINED = "messages.complained"
"""What the journal says when somebody complained, by the complaint's id."""


@action
def name_reader(actor: Actor, *, named: Named, seat_id: UUID | None, now: datetime) -> None:
    """Name whom people complain to. What was sent to somebody named before stays with that one alone.

    Raises NotAllowed for anybody but a manager, NotFound for a seat that has ended or is elsewhere, Refused for
    somebody who cannot be named.
    """
    policy.require_may_name_reader(actor)
    seat = people.helper(actor, seat_id, now=now) if seat_id is not None else None
    refusal = wrong_with_named(named, seat_role=seat.role if seat is not None else None)
    if refusal is not None:
        raise Refused(refusal)
    row, _ = NamedPerson.objects.update_or_create(
        organisation_id=actor.organisation_id,
        defaults={
            "name": named.name.strip(),
            "phone": named.phone.strip(),
            "address": named.address.strip(),
            "seat_id": seat_id,
            "named_at": now,
        },
    )
    journal.written(actor, "messages.reader_named", about=row.pk, at=now)


@action
def forget_reader(actor: Actor, *, now: datetime) -> int:
    """Let go of the one named when the seat that read has ended. How many went: none or one.

    Until somebody else is named, people find the ways outside the house. For the house's own chores.
    """
    policy.require_may_deliver(actor)
    named = NamedPerson.objects.visible_to(actor).exclude(seat=None).first()
    if named is None or named.seat_id is None or _still_there(actor, named.seat_id, now):
        return 0
    named.delete()
    journal.written(actor, "messages.reader_forgotten", about=named.seat_id, at=now)
    return 1


def _still_there(actor: Actor, seat_id: UUID, now: datetime) -> bool:
    try:
        people.helper(actor, seat_id, now=now)
    except NotFound:
        return False
    return True


@action
def complain(
    actor: Actor,
    *,
    words: str,
    answer_by: AnswerBy,
    phone: str,
    about_reader: bool,
    wanted_id: UUID | None = None,
    now: datetime,
) -> UUID:
    """The participant complains; gives the id of the complaint. A receipt goes the way she hears from us.

    `about_reader`: it is about the one who would read it; then nothing is kept. Raises NotAllowed for anybody but a
    participant, Refused for that, for nothing written, and while nobody reads complaints on screen.
    """
    policy.require_may_read_own(actor)
    participant = people.my_participant(actor)
    refusal = wrong_with_complaint(words, answer_by=answer_by, phone=phone, about_reader=about_reader)
    if refusal is not None:
        raise Refused(refusal)
    reader = _reader(actor, now)

    def make(key: UUID) -> UUID:
        Complaint.objects.create(
            pk=key,
            organisation_id=actor.organisation_id,
            participant_id=participant.id,
            seat_id=reader,
            words=words.strip(),
            answer_by=answer_by,
            phone=phone.strip() if answer_by is AnswerBy.CALL else "",
            at=now,
        )
        journal.written(actor, COMPLAINED, about=key, at=now)
        _tell(actor, participant.id, COMPLAINT_RECEIVED, key, now)
        return key

    return made_once_by(actor, COMPLAINED, wanted_id, make)


@action
def answer_complaint(actor: Actor, *, complaint_id: UUID, words: str, now: datetime) -> None:
    """The one who was named answers: in writing, or with a note of what was said on the phone; both stand on her page.

    Raises NotFound for anybody else, Refused when nothing is written.
    """
    policy.require_may_open_complaints(actor)
    complaint = Complaint.objects.all().one_visible_to(actor, complaint_id)
    if not words.strip():
        raise Refused(Refusal.NOTHING_WRITTEN)
    complaint.answer, complaint.answered_at = words.strip(), now
    complaint.save(update_fields=["answer", "answered_at"])
    journal.written(actor, "messages.complaint_answered", about=complaint.pk, at=now)
    _tell(actor, complaint.participant_id, COMPLAINT_ANSWERED, complaint.pk, now)


@action
def send_again(actor: Actor, *, complaint_id: UUID, now: datetime) -> None:
    """She sends what nobody answered to the one who is named now: whoever was named before may have left.

    Raises NotAllowed for anybody but a participant, NotFound for what is not hers, Refused while nobody reads.
    """
    policy.require_may_read_own(actor)
    complaint = Complaint.objects.all().one_visible_to(actor, complaint_id)
    if complaint.answered_at is None:
        complaint.seat_id = _reader(actor, now)
        complaint.save(update_fields=["seat"])
        journal.written(actor, "messages.complaint_sent_again", about=complaint.pk, at=now)


def _reader(actor: Actor, now: datetime) -> UUID:
    named = NamedPerson.objects.visible_to(actor).first()
    running = {seat.seat_id for seat in people.helpers(actor, now=now)}
    if named is None or named.seat_id is None or named.seat_id not in running:
        raise Refused(Refusal.NOBODY_READS)
    return named.seat_id


def _tell(actor: Actor, participant_id: UUID, kind: str, complaint_id: UUID, now: datetime) -> None:
    send(
        actor,
        participant_id=participant_id,
        kind=kind,
        about=complaint_id,
        arguments={},
        key=f"{kind}:{complaint_id}:{now.isoformat()}",
        now=now,
    )
