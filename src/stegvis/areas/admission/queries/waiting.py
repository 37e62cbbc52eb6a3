"""Who waits for a talk, in the order of asking, and whose talk is held."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import Talk, TalkRequest
from ..rules import RequestState, Way, keeps_words
from .clarification import held_talks
from .times import Booked, booked_by_wish

HOW_MANY_HELD = 30


@query
def staff_may_note(actor: Actor) -> bool:
    """Whether staff may note somebody down here who has not done so herself (X-15)."""
    return keeps_words(directory.strictest_documentation(actor))


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish for a talk as the person herself sees it. `way` None: she has not said how to reach her."""

    listing_title: str
    way: Way | None
    phone: str
    asked_at: datetime
    answer: str
    answered_by: str
    answered_at: datetime | None
    booked: Booked | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who waits for a talk, as an adviser sees it. `talk_id` when the talk is begun but not yet held."""

    participant_id: UUID
    nickname: str
    since: datetime
    wish_id: UUID | None
    listing_title: str
    way: Way | None
    phone: str
    answer: str
    talk_id: UUID | None
    booked: Booked | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A talk that is held, as the adviser's list shows it."""

    talk_id: UUID
    participant_id: UUID
    nickname: str
    held_on: date
    wishes_change: bool


@query
def waiting_for_talk(
    actor: Actor, now: datetime, language: str, *, without_a_time: bool = False
) -> list[Waiting]:
    """Everybody who has asked for a talk, or is in the middle of one, in the order of asking and nothing else.

    `without_a_time` leaves out those who have a time for it. Every participant named is logged as seen. Raises
    NotAllowed for anybody but an adviser.
    """
    policy.require_may_hold_talk(actor)
    wishes = list(
        TalkRequest.objects.visible_to(actor).filter(state=RequestState.ASKED).order_by("asked_at", "pk")
    )
    booked = booked_by_wish(actor, [wish.pk for wish in wishes])
    if without_a_time:
        wishes = [wish for wish in wishes if wish.pk not in booked]
    begun = {row.participant_id: row for row in Talk.objects.visible_to(actor).filter(held_on=None)}
    ids = list(dict.fromkeys([*(wish.participant_id for wish in wishes), *begun]))
    journal.seen(actor, about=ids, why="admission.waiting_for_talk", at=now)
    names = people.nicknames(actor, ids)
    titles = directory.titles(actor, {w.listing_id for w in wishes if w.listing_id}, language)
    rows = [_with_wish(wish, names, titles, begun.get(wish.participant_id), booked) for wish in wishes]
    asked = {wish.participant_id for wish in wishes}
    rows += [_begun(talk, names) for talk in begun.values() if talk.participant_id not in asked]
    return sorted(rows, key=lambda row: row.since)


@query
def talks_held(actor: Actor, now: datetime, *, looked_at: Collection[UUID] = ()) -> list[Held]:
    """The talks held last, newest first; those where somebody wishes her copy changed come before all.

    Every participant named is logged as seen, but for those in `looked_at`: the same page has logged them already, and
    a page is one look. Raises NotAllowed for anybody but an adviser.
    """
    policy.require_may_hold_talk(actor)
    talks = list(held_talks(actor).order_by("-held_on", "-started_at")[:HOW_MANY_HELD])
    ids = list(dict.fromkeys(talk.participant_id for talk in talks))
    new = [participant_id for participant_id in ids if participant_id not in set(looked_at)]
    journal.seen(actor, about=new, why="admission.talks_held", at=now)
    names = people.nicknames(actor, ids)
    rows = [_held(talk, names) for talk in talks]
    return sorted(rows, key=lambda row: not row.wishes_change)


def _held(talk: Talk, names: Mapping[UUID, str]) -> Held:
    return Held(
        talk_id=talk.pk,
        participant_id=talk.participant_id,
        nickname=names.get(talk.participant_id, ""),
        held_on=talk.held_on,  # type: ignore[arg-type]  # the filter leaves out talks without a day
        wishes_change=bool(talk.wish_for_change),
    )


def _with_wish(
    wish: TalkRequest,
    names: Mapping[UUID, str],
    titles: Mapping[UUID, str],
    talk: Talk | None,
    booked: Mapping[UUID, Booked],
) -> Waiting:
    return Waiting(
        participant_id=wish.participant_id,
        nickname=names.get(wish.participant_id, ""),
        since=wish.asked_at,
        wish_id=wish.pk,
        listing_title=titles.get(wish.listing_id, "") if wish.listing_id else "",
        way=Way(wish.way) if wish.way else None,
        phone=wish.phone,
        answer=wish.answer,
        talk_id=talk.pk if talk else None,
        booked=booked.get(wish.pk),
    )


def _begun(talk: Talk, names: Mapping[UUID, str]) -> Waiting:
    return Waiting(
        participant_id=talk.participant_id,
        nickname=names.get(talk.participant_id, ""),
        since=talk.started_at,
        wish_id=None,
        listing_title="",
        way=None,
        phone="",
        answer="",
        talk_id=talk.pk,
    )
