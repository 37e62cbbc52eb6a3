"""Drafts that people who come here read before they go out, and what they would say otherwise (S1-08)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from stegvis.areas.messages import api as messages
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotFound, Refused
from stegvis.kernel.once import made_once_by

from .. import policy
from ..models import Draft, DraftVersion, Reader, Reading, Suggestion
from ..rules import DraftKind, Refusal, SuggestionState
from ..texts import TO_READ

STARTED = "participation.draft_started"
SUGGESTED = "participation.suggested"


@action
def become_reader(actor: Actor, *, now: datetime) -> None:
    """She gladly reads drafts. Saying so twice is fine. Raises NotAllowed for anybody but a participant."""
    policy.require_may_take_part(actor)
    her = people.my_participant(actor).id
    _, new = Reader.objects.get_or_create(
        organisation_id=actor.organisation_id,
        participant_id=her,
        defaults={"since_on": timezone.localdate(now)},
    )
    if new:
        journal.written(actor, "participation.reads_drafts", about=her, at=now)


@action
def stop_reading(actor: Actor, *, now: datetime) -> None:
    """She would rather not read drafts any more; nothing says that she did. Raises NotAllowed."""
    policy.require_may_take_part(actor)
    Reader.objects.visible_to(actor).delete()
    journal.written(actor, "participation.reads_no_drafts", about=people.my_participant(actor).id, at=now)


@action
def start_draft(
    actor: Actor,
    *,
    title: str,
    kind: DraftKind,
    language: str,
    words: str,
    wanted_id: UUID | None = None,
    now: datetime,
) -> UUID:
    """Put a text before those who gladly read. Each of them is told. Gives its id; sent twice, it is one.

    Raises NotAllowed for whoever does not work here, Refused without a title or words.
    """
    policy.require_may_run(actor)
    if not (title.strip() and words.strip()):
        raise Refused(Refusal.NOTHING_WRITTEN)

    def make(key: UUID) -> UUID:
        row = Draft.objects.create(
            pk=key,
            organisation_id=actor.organisation_id,
            title=title.strip(),
            kind=kind,
            language=language,
        )
        _version(actor, row, 1, words, now)
        journal.written(actor, STARTED, about=key, at=now)
        return key

    return made_once_by(actor, STARTED, wanted_id, make)


@action
def write_version(actor: Actor, *, draft_id: UUID, words: str, version: int, now: datetime) -> int:
    """Write the text anew: a new version, which nobody has read yet. Gives its number; the old one stays as it was.

    `version` is the one that the writer saw. Raises NotAllowed, NotFound, Changed when there is a newer one, Refused
    without words and when they are the same.
    """
    policy.require_may_run(actor)
    row = Draft.objects.select_for_update(of=("self",)).one_visible_to(actor, draft_id)
    newest = _newest(actor, row)
    if newest.number != version:
        raise Changed
    if not words.strip():
        raise Refused(Refusal.NOTHING_WRITTEN)
    if newest.words == words.strip():
        raise Refused(Refusal.NOTHING_CHANGED)
    _version(actor, row, version + 1, words, now)
    journal.written(actor, "participation.draft_rewritten", about=draft_id, at=now)
    return version + 1


@action
def suggest(
    actor: Actor,
    *,
    draft_id: UUID,
    version: int,
    about_words: str,
    words: str,
    wanted_id: UUID | None = None,
    now: datetime,
) -> UUID:
    """A reader says what she would say otherwise in this version. Gives its id; sent twice, it is one.

    Raises NotAllowed, NotFound for whoever does not read drafts, Changed when there is a newer version, Refused
    without words.
    """
    policy.require_may_take_part(actor)
    read = _to_read(actor, draft_id, version)
    if not words.strip():
        raise Refused(Refusal.NOTHING_WRITTEN)

    def make(key: UUID) -> UUID:
        Suggestion.objects.create(
            pk=key,
            organisation_id=actor.organisation_id,
            version=read,
            participant_id=people.my_participant(actor).id,
            about_words=about_words.strip(),
            words=words.strip(),
            at=now,
        )
        journal.written(actor, SUGGESTED, about=key, at=now)
        return key

    return made_once_by(actor, SUGGESTED, wanted_id, make)


@action
def take_suggestion_back(actor: Actor, *, suggestion_id: UUID, now: datetime) -> None:
    """She takes back what she suggested, as long as nobody has answered it. Raises NotFound otherwise."""
    policy.require_may_take_part(actor)
    row = Suggestion.objects.one_visible_to(actor, suggestion_id)
    if row.state != SuggestionState.OPEN:
        raise NotFound
    row.delete()
    journal.written(actor, "participation.suggestion_taken_back", about=suggestion_id, at=now)


@action
def say_read(actor: Actor, *, draft_id: UUID, version: int, now: datetime) -> None:
    """A reader has read this very version. Saying so twice is fine. Raises as `suggest`."""
    policy.require_may_take_part(actor)
    read = _to_read(actor, draft_id, version)
    Reading.objects.get_or_create(
        organisation_id=actor.organisation_id, version=read, participant_id=people.my_participant(actor).id
    )
    journal.written(actor, "participation.draft_read", about=draft_id, at=now)


@action
def answer_suggestion(actor: Actor, *, suggestion_id: UUID, state: SuggestionState, now: datetime) -> None:
    """Whoever writes the text takes a suggestion, or leaves it; she sees which. Raises NotAllowed, NotFound."""
    policy.require_may_run(actor)
    row = Suggestion.objects.select_for_update(of=("self",)).one_visible_to(actor, suggestion_id)
    row.state = state
    row.save(update_fields=["state"])
    journal.written(actor, "participation.suggestion_answered", about=suggestion_id, outcome=state, at=now)


@action
def publish(actor: Actor, *, draft_id: UUID, version: int, as_read: bool, now: datetime) -> None:
    """This version goes out; `as_read`: it says that users have read it (S1-08). It can go out once more, as read.

    Raises NotAllowed, NotFound, Changed when there is a newer version, and with `as_read` Refused unless somebody who
    comes here has read exactly these words and each of her suggestions is answered.
    """
    policy.require_may_run(actor)
    row = _to_read(actor, draft_id, version, lock=True)
    if as_read and (reason := row.lacks_for_claim()):
        raise Refused(reason)
    row.out_on = timezone.localtime(now).date()
    row.read_by_users = as_read
    row.save(update_fields=["out_on", "read_by_users"])
    journal.written(
        actor, "participation.draft_published", about=draft_id, outcome="read" if as_read else "", at=now
    )


def _version(actor: Actor, draft: Draft, number: int, words: str, now: datetime) -> None:
    row = DraftVersion.objects.create(
        organisation_id=actor.organisation_id,
        draft=draft,
        number=number,
        words=words.strip(),
        written_on=timezone.localtime(now).date(),
    )
    for participant_id in Reader.objects.visible_to(actor).values_list("participant_id", flat=True):
        messages.send(
            actor,
            participant_id=participant_id,
            kind=TO_READ,
            about=draft.pk,
            arguments={"draft": str(draft.pk)},
            key=f"{TO_READ}:{row.pk}:{participant_id}",
            now=now,
        )


def _newest(actor: Actor, draft: Draft) -> DraftVersion:
    row = DraftVersion.objects.visible_to(actor).filter(draft=draft).order_by("-number").first()
    if row is None:
        raise NotFound
    return row


def _to_read(actor: Actor, draft_id: UUID, version: int, *, lock: bool = False) -> DraftVersion:
    """The newest version, when it is the one that was seen. The draft is locked where what follows depends on it."""
    rows = Draft.objects.select_for_update(of=("self",)) if lock else Draft.objects.all()
    newest = _newest(actor, rows.one_visible_to(actor, draft_id))
    if newest.number != version:
        raise Changed
    return newest
