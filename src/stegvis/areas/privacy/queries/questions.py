"""What participants ask about looks: for herself beside the look, for advisers as a list and one by one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.functional import Promise

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query
from stegvis.kernel.roles import Role

from .. import policy
from ..models import Question
from ..texts import reason

HOW_MANY_ANSWERED = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """What she asked, and the answer: empty words while nobody has answered."""

    words: str
    asked_at: datetime
    answer: str
    answered_by: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """A question as an adviser sees it: who asked, whose looks it is about, `mine` when they were one's own."""

    question_id: UUID
    nickname: str
    name: str
    role: Promise
    why: Promise
    on: date
    mine: bool
    asked: Asked


AskedAbout = Mapping[tuple[UUID | None, str, str, date], Asked]


def asked_about(actor: Actor, since: date, until: date) -> AskedAbout:
    """Her questions about looks of these days, by seat, role, reason and day. To a participant only her own show."""
    rows = list(Question.objects.visible_to(actor).filter(on__gte=since, on__lte=until))
    names = people.seat_names(actor, {row.answered_by_id for row in rows if row.answered_by_id})
    return {(row.about_seat_id, row.role, row.why, row.on): _asked(row, names) for row in rows}


@query
def questions(actor: Actor, now: datetime) -> tuple[list[QuestionShown], list[QuestionShown]]:
    """Those that wait, the longest first; and the last ones with an answer. A look at each participant named.

    Raises NotAllowed for anybody but an adviser.
    """
    policy.require_may_answer_questions(actor)
    rows = Question.objects.visible_to(actor)
    waiting = list(rows.filter(answered_at=None).order_by("asked_at", "pk"))
    answered = list(rows.filter(answered_at__isnull=False).order_by("-answered_at", "pk")[:HOW_MANY_ANSWERED])
    shown = _shown(actor, [*waiting, *answered], now)
    return shown[: len(waiting)], shown[len(waiting) :]


@query
def question(actor: Actor, question_id: UUID, now: datetime) -> QuestionShown:
    """One question. A look. Raises NotAllowed for anybody but an adviser, NotFound."""
    policy.require_may_answer_questions(actor)
    return _shown(actor, [Question.objects.all().one_visible_to(actor, question_id)], now)[0]


def _shown(actor: Actor, rows: Collection[Question], now: datetime) -> list[QuestionShown]:
    nicknames = people.nicknames(actor, {row.participant_id for row in rows})
    journal.seen(actor, about=nicknames, why="privacy.questions", at=now)
    seats = {row.about_seat_id for row in rows} | {row.answered_by_id for row in rows}
    names = people.seat_names(actor, {seat_id for seat_id in seats if seat_id})
    return [
        QuestionShown(
            question_id=row.pk,
            nickname=nicknames.get(row.participant_id, ""),
            name=names.get(row.about_seat_id, "") if row.about_seat_id else "",
            role=people.ROLES[Role(row.role)],
            why=reason(row.why),
            on=row.on,
            mine=row.about_seat_id is not None and row.about_seat_id == actor.seat_id,
            asked=_asked(row, names),
        )
        for row in rows
    ]


def _asked(row: Question, names: Mapping[UUID, str]) -> Asked:
    by = names.get(row.answered_by_id, "") if row.answered_by_id else ""
    return Asked(row.words, row.asked_at, row.answer, by, row.answered_at)
