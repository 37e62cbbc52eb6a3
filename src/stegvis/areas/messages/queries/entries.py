"""One thread, as its two sides see it: what the house told her, and what they wrote to each other."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Q

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import Letter, Message
from ..rules import DeliveryState, Words, known_kind
from ..texts import ANSWER, NO_LONGER, reader_language


class From(StrEnum):
    """Who an entry is from."""

    HER = "her"
    STAFF = "staff"
    HOUSE = "house"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a thread. `subject`, `href` and `action` only for what the house tells; `name` for an adviser.

    `is_new`: she has not opened it. `waits`: she wrote it, and nobody has answered. `letter_id` of what was written
    by hand.
    """

    of: From
    text: str
    at: datetime
    subject: str = ""
    href: str = ""
    action: str = ""
    name: str = ""
    is_new: bool = False
    waits: bool = False
    letter_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread as an adviser sees it. She may be answered once she `has_written`; she `waits` without an answer."""

    participant_id: UUID
    nickname: str
    entries: list[Entry]
    has_written: bool
    waits: bool


@query
def my_thread(actor: Actor) -> list[Entry]:
    """Everything the participant was told and wrote, newest first. Raises NotAllowed for anybody else."""
    policy.require_may_read_own(actor)
    return _entries(actor, people.my_participant(actor).id)


@query
def thread(actor: Actor, participant_id: UUID, now: datetime) -> Thread:
    """This person's thread, newest first. A look. Raises NotAllowed for anybody but an adviser, NotFound."""
    policy.require_may_answer(actor)
    participant = people.participant_shown(actor, participant_id)
    journal.seen(actor, about=[participant_id], why="messages.thread", at=now)
    hers = Letter.objects.visible_to(actor).filter(participant_id=participant_id, by_seat=None)
    answered = list(hers.values_list("answered_at", flat=True))
    return Thread(
        participant_id,
        participant.nickname,
        _entries(actor, participant_id),
        has_written=bool(answered),
        waits=None in answered,
    )


def _entries(actor: Actor, participant_id: UUID) -> list[Entry]:
    called_to_it = Q(delivery__state=DeliveryState.SENT)
    told = Message.objects.visible_to(actor).filter(participant_id=participant_id)
    messages = list(told.filter(Q(withdrawn_at=None) | called_to_it))
    letters = list(Letter.objects.visible_to(actor).filter(participant_id=participant_id))
    unopened = {row.about for row in messages if row.kind == ANSWER and row.reached_at is None}
    names = people.seat_names(actor, [row.by_seat_id for row in letters if row.by_seat_id])
    found = [_told(row) for row in messages if row.kind != ANSWER]
    found += [_written(row, names, is_new=row.pk in unopened) for row in letters]
    return sorted(found, key=lambda entry: entry.at, reverse=True)


def _told(row: Message) -> Entry:
    """What was taken back stays where an e-mail has called her to it: she finds that there is nothing to do."""
    words = words_of(row) if row.withdrawn_at is None else Words(str(NO_LONGER), "")
    return Entry(
        of=From.HOUSE,
        text=words.text,
        at=row.at,
        subject=words.subject,
        href=words.href,
        action=words.action,
        is_new=row.reached_at is None and row.withdrawn_at is None,
    )


def words_of(row: Message) -> Words:
    """What a message says, in the language of whoever reads the page."""
    kind = known_kind(row.kind)
    if kind is None:
        return Words(str(NO_LONGER), "")
    return kind.words(json.loads(row.arguments or "{}"), reader_language())


def _written(row: Letter, names: dict[UUID, str], *, is_new: bool) -> Entry:
    return Entry(
        of=From.HER if row.by_seat_id is None else From.STAFF,
        text=row.words,
        at=row.at,
        name=names.get(row.by_seat_id, "") if row.by_seat_id else "",
        is_new=is_new,
        waits=row.by_seat_id is None and row.answered_at is None,
        letter_id=row.pk,
    )
