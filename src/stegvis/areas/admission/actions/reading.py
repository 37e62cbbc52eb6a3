"""The participant answers to her copy of the talk: it is right, or it should say something else."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor

from .. import policy
from ..models import Talk


@action
def confirm_read(actor: Actor, *, talk_id: UUID, now: datetime) -> None:
    """She has read her copy. Once is enough. Raises NotAllowed for staff, NotFound for somebody else's talk."""
    policy.require_may_read_own(actor)
    talk = Talk.objects.one_visible_to(actor, talk_id)
    if talk.read_by_participant_at is not None and not talk.wish_for_change:
        return
    talk.read_by_participant_at = now
    talk.wish_for_change = ""
    talk.save(update_fields=["read_by_participant_at", "wish_for_change"])
    journal.written(actor, "admission.talk_read", about=talk.participant_id, at=now)


@action
def ask_for_change(actor: Actor, *, talk_id: UUID, words: str, now: datetime) -> None:
    """She would like it to say something else; the adviser sees her words. Empty words take the wish back."""
    policy.require_may_read_own(actor)
    talk = Talk.objects.one_visible_to(actor, talk_id)
    talk.wish_for_change = words.strip()
    talk.save(update_fields=["wish_for_change"])
    journal.written(actor, "admission.change_asked_for", about=talk.participant_id, at=now)
