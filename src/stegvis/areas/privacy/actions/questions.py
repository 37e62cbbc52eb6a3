"""She asks why somebody looked; whoever looked or another adviser answers, and the answer stands on her page (X-06)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.models import Look

from .. import policy
from ..models import Question
from ..rules.doors import QuestionRefusal


@action
def ask_why(actor: Actor, look_id: UUID, *, words: str, now: datetime) -> UUID:
    """She asks about one look, and with it about the same ones of that day. Asking again changes nothing.

    `words` may be empty. Gives the question's id. Raises NotAllowed for anybody but a participant, NotFound for a look
    at somebody else.
    """
    policy.require_may_see_own_looks(actor)
    mine = people.my_participant(actor)
    look = Look.objects.filter(organisation_id=actor.organisation_id, about=mine.id, pk=look_id).first()
    if look is None:
        raise NotFound
    question, is_new = Question.objects.get_or_create(
        organisation_id=actor.organisation_id,
        participant_id=mine.id,
        about_seat_id=look.seat_id,
        role=look.role,
        why=look.why,
        on=timezone.localtime(look.at).date(),
        defaults={"words": words.strip(), "asked_at": now},
    )
    if is_new:
        journal.written(actor, "privacy.why_asked", about=mine.id, at=now)
    return question.pk


@action
def answer_question(actor: Actor, question_id: UUID, *, answer: str, now: datetime) -> None:
    """An adviser says why. Raises Refused without words or when somebody has answered, NotAllowed, NotFound."""
    policy.require_may_answer_questions(actor)
    question = Question.objects.select_for_update(of=("self",)).one_visible_to(actor, question_id)
    if not answer.strip():
        raise Refused(QuestionRefusal.NOTHING_WRITTEN)
    if question.answered_at is not None:
        raise Refused(QuestionRefusal.ALREADY_ANSWERED)
    question.answer, question.answered_by_id, question.answered_at = answer.strip(), actor.seat_id, now
    question.save(update_fields=["answer", "answered_by", "answered_at"])
    journal.written(actor, "privacy.why_answered", about=question.participant_id, at=now)
