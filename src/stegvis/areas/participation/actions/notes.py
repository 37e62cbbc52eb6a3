"""Notes to a working group from anybody who comes here, and what the group answers to everybody (S1-05)."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.once import made_once

from .. import policy
from ..models import Note, Reply, hers
from ..rules import Refusal
from .groups import my_seat, running_group

NOTE_KEPT = timedelta(days=365)
ANSWERED_KEPT = timedelta(days=30)


@action
def tell(
    actor: Actor,
    *,
    group_id: UUID,
    words: str,
    signed: str = "",
    wanted_id: UUID | None = None,
    now: datetime,
) -> UUID:
    """Tell a working group something, without sitting in it. Gives the note's id; sent twice, it is one (S1-05).

    `signed`: the name she writes under; empty for no name, and then neither the note nor the journal knows who she is.
    Raises NotAllowed for anybody but a participant, NotFound, Refused for no words and a group that has ended.
    """
    policy.require_may_take_part(actor)
    participant = people.my_participant(actor)
    group = running_group(actor, group_id)
    if not words.strip():
        raise Refused(Refusal.NOTHING_WRITTEN)
    name = signed.strip()

    def make(key: UUID) -> UUID:
        Note.objects.create(
            pk=key,
            organisation_id=actor.organisation_id,
            group=group,
            participant_id=participant.id if name else None,
            words=words.strip(),
            signed=name,
            on=timezone.localtime(now).date(),
        )
        _write(actor, "participation.note_written", group_id, now)
        return key

    return made_once(wanted_id, make=make, there=lambda key: key if _same(actor, key, group_id) else None)


@action
def take_note_back(actor: Actor, *, note_id: UUID, now: datetime) -> None:
    """She takes back what she wrote under a name: it is gone for everybody. Raises NotFound for what is not hers."""
    policy.require_may_take_part(actor)
    note = Note.objects.visible_to(actor).filter(hers(actor), pk=note_id).first()
    if note is None:
        raise NotFound
    note.delete()
    _write(actor, "participation.note_taken_back", note.group_id, now)


@action
def reply(
    actor: Actor, *, group_id: UUID, said: str, answer: str, wanted_id: UUID | None = None, now: datetime
) -> UUID:
    """Answer all notes that wait, before everybody who comes here: what was said, in the group's own words, and what
    it makes of it. Somebody who works here and sits in the group writes it. Gives its id; sent twice, it is one.

    Raises NotAllowed, NotFound for whoever does not sit there, Refused without words or without a note that waits.
    """
    policy.require_may_run(actor)
    running_group(actor, group_id)
    my_seat(actor, group_id)
    if not (said.strip() and answer.strip()):
        raise Refused(Refusal.NOTHING_WRITTEN)

    def make(key: UUID) -> UUID:
        waiting = Note.objects.visible_to(actor).filter(group_id=group_id, reply=None)
        ids = list(waiting.values_list("pk", flat=True))
        if not ids:
            raise Refused(Refusal.NOTHING_TO_ANSWER)
        row = Reply.objects.create(
            pk=key,
            organisation_id=actor.organisation_id,
            group_id=group_id,
            said=said.strip(),
            answer=answer.strip(),
            on=timezone.localtime(now).date(),
        )
        Note.objects.visible_to(actor).filter(pk__in=ids).update(reply=row)
        journal.written(actor, "participation.notes_answered", about=group_id, at=now)
        return key

    there = Reply.objects.visible_to(actor).filter(group_id=group_id)
    return made_once(wanted_id, make=make, there=lambda key: key if there.filter(pk=key).exists() else None)


@action
def forget_old_notes(actor: Actor, *, now: datetime) -> int:
    """The clock's chore: notes go a month after the group has answered, and a year after they came. How many went."""
    policy.require_may_tidy(actor)
    today = timezone.localtime(now).date()
    answered = Q(reply__on__lte=today - ANSWERED_KEPT)
    old = Note.objects.visible_to(actor).filter(answered | Q(on__lte=today - NOTE_KEPT))
    ids = list(old.values_list("pk", flat=True))
    if ids:
        Note.objects.visible_to(actor).filter(pk__in=ids).delete()
        journal.written(actor, "participation.notes_forgotten", about=actor.organisation_id, at=now)
    return len(ids)


def _same(actor: Actor, key: UUID, group_id: UUID) -> bool:
    """Whether a note with this key is there already: the key was made for one page, and nobody else knows it."""
    return Note.objects.filter(pk=key, group_id=group_id, organisation_id=actor.organisation_id).exists()


def _write(actor: Actor, what: str, group_id: UUID, now: datetime) -> None:
    """The journal knows that the group was told something, by nobody, and of which day, not of which minute: else a
    note without a name could be found by when she was logged in.
    """
    nobody = Actor.housekeeper(actor.organisation_id)
    at = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    journal.written(nobody, what, about=group_id, at=at)
