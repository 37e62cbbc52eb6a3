"""What the participant and the advisers write to each other."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.models import OwnedQuerySet
from stegvis.kernel.once import made_once_by

from .. import policy
from ..models import Letter
from ..rules import Refusal
from ..texts import ANSWER
from .sending import send

WRITTEN = "messages.letter_written"
"""What the journal says when a letter was written, by the letter's id."""


@action
def write(actor: Actor, *, words: str, wanted_id: UUID | None = None, now: datetime) -> UUID:
    """The participant writes to those who work here; gives the id of her letter. No role but an adviser reads it.

    `wanted_id` is the key that the form carried: sent twice, it is one letter. Raises NotAllowed for anybody but a
    participant, Refused when nothing is written.
    """
    policy.require_may_read_own(actor)
    participant = people.my_participant(actor)
    return made_once_by(
        actor,
        WRITTEN,
        wanted_id,
        lambda key: _keep(actor, key, participant.id, words, by_seat_id=None, now=now),
    )


@action
def answer(
    actor: Actor, *, participant_id: UUID, words: str, wanted_id: UUID | None = None, now: datetime
) -> UUID:
    """An adviser answers what she wrote; she is told the way she chose. Gives the id of the letter.

    Only in answer to her: staff do not begin to write about a person (X-15). Raises NotAllowed for anybody but an
    adviser, NotFound for an unknown person, Refused when she has not written or nothing is written.
    """
    policy.require_may_answer(actor)
    hers = _hers(actor, participant_id)
    if not hers.exists():
        raise Refused(Refusal.SHE_HAS_NOT_WRITTEN)

    def make(key: UUID) -> UUID:
        letter_id = _keep(actor, key, participant_id, words, by_seat_id=actor.seat_id, now=now)
        hers.filter(answered_at=None).update(answered_at=now)
        send(
            actor,
            participant_id=participant_id,
            kind=ANSWER,
            about=letter_id,
            arguments={},
            key=f"{ANSWER}:{letter_id}",
            now=now,
        )
        return letter_id

    return made_once_by(actor, WRITTEN, wanted_id, make)


@action
def settle(actor: Actor, *, participant_id: UUID, now: datetime) -> None:
    """An adviser has talked with her about what she wrote; it waits no longer. Nothing is noted about what was said.

    Raises NotAllowed for anybody but an adviser, NotFound for an unknown person.
    """
    policy.require_may_answer(actor)
    waiting = _hers(actor, participant_id).filter(answered_at=None)
    if waiting.exists():
        waiting.update(answered_at=now)
        journal.written(actor, "messages.talked_instead", about=participant_id, at=now)


@action
def take_back(actor: Actor, *, letter_id: UUID, now: datetime) -> None:
    """The participant takes back what she wrote: it is gone for everybody. Raises NotFound for what is not hers."""
    policy.require_may_read_own(actor)
    letter = Letter.objects.visible_to(actor).filter(pk=letter_id, by_seat=None).first()
    if letter is None:
        raise NotFound
    letter.delete()
    journal.written(actor, "messages.letter_taken_back", about=letter_id, at=now)


def _hers(actor: Actor, participant_id: UUID) -> OwnedQuerySet[Letter]:
    people.participant_shown(actor, participant_id)
    return Letter.objects.visible_to(actor).filter(participant_id=participant_id, by_seat=None)


def _keep(
    actor: Actor, key: UUID, participant_id: UUID, words: str, *, by_seat_id: UUID | None, now: datetime
) -> UUID:
    if not words.strip():
        raise Refused(Refusal.NOTHING_WRITTEN)
    Letter.objects.create(
        pk=key,
        organisation_id=actor.organisation_id,
        participant_id=participant_id,
        by_seat_id=by_seat_id,
        words=words.strip(),
        at=now,
    )
    journal.written(actor, WRITTEN, about=key, at=now)
    return key
