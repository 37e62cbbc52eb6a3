"""Reading what somebody shares. It is an action, since what was read is written down with it, or it is not read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.functional import Promise

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound

from .. import policy
from ..models import Grant, Item, Part, Reading, Released, item
from ..rules.sharing import ShareFor, opens
from .giving import local_day


@dataclass(frozen=True, slots=True)
class ItemRead:
    """One item and what it says now; no parts when there is nothing yet."""

    words: Promise
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class SharedRead:
    """What somebody shares with the reader, as it is at this moment."""

    grant_id: UUID
    nickname: str
    purpose: ShareFor
    words: str
    until_on: date
    items: tuple[ItemRead, ...]


@action
def read_shared(actor: Actor, *, grant_id: UUID, language: str, now: datetime) -> SharedRead:
    """The items that this grant opens to this seat now, logged as a look and item by item for her (X-04, X-06).

    The grant is held while it is read: whoever takes it back at the same moment comes before, and there is nothing to
    read, or after, and finds the reading on her page. Raises NotFound when there is no such grant, whatever the
    reason; NotAllowed for participants and visitors.
    """
    policy.require_may_read_shared(actor)
    grant = Grant.objects.select_for_update().one_visible_to(actor, grant_id)
    share, today = grant.share(), local_day(now)
    opened = [
        one
        for one in map(item, sorted(share.items))
        if one is not None and opens(share, item=one.code, seat_id=actor.seat_id, today=today)
    ]
    if not opened:
        raise NotFound
    journal.seen(actor, about=[grant.participant_id], why="privacy.shared", at=now)
    Reading.objects.bulk_create(
        Reading(organisation_id=actor.organisation_id, grant=grant, item=one.code, at=now) for one in opened
    )
    key = Released(grant.organisation_id, grant.participant_id, reader=actor)
    return SharedRead(
        grant_id=grant.pk,
        nickname=grant.participant.nickname,
        purpose=ShareFor(grant.purpose),
        words=grant.words,
        until_on=grant.until_on,
        items=tuple(_read(one, key, language, now) for one in opened),
    )


def _read(one: Item, key: Released, language: str, now: datetime) -> ItemRead:
    return ItemRead(one.words, tuple(one.read(key, language, now)))
