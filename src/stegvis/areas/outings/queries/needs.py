"""What people have said they can, by name: for the one who plans that outing, each time as a look (A.7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from stegvis.areas.directory import api as directory
from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from .. import policy
from ..models import Capacity, Outing
from ..rules import NOTHING_SAID, Needs, from_words


@dataclass(frozen=True, slots=True)
class PersonAlong:
    """Somebody with a place. `needs`: what she has said, nothing for most; `by_staff`: written down for her."""

    participant_id: UUID
    nickname: str
    needs: Needs
    by_staff: bool


@dataclass(frozen=True, slots=True)
class NeedsTold:
    """Everybody who has a place on one outing. `may_note`: staff may write down what somebody tells them (X-15)."""

    people: tuple[PersonAlong, ...]
    unnamed: int
    may_note: bool


@query
def needs_told(actor: Actor, session_id: UUID, now: datetime, *, only: UUID | None = None) -> NeedsTold:
    """Who has said what; `only`: one of them.

    Raises NotAllowed for anybody but this outing's planner, NotFound for what is no outing.
    """
    row = Outing.objects.visible_to(actor).filter(session_id=session_id).first()
    meetings = groups.meetings(actor, [session_id]) if row else []
    if row is None or not meetings:
        raise NotFound
    policy.require_is_planner(actor, row.planner_id)
    held = groups.holding(actor, [meetings[0].round_id])[meetings[0].round_id]
    names = people.nicknames(actor, held.participant_ids & {only} if only else held.participant_ids)
    journal.seen(actor, about=names, why="outings.needs", at=now)
    said = {one.participant_id: one for one in Capacity.objects.visible_to(actor).filter(outing=row)}
    along = [
        PersonAlong(
            participant_id=one,
            nickname=name,
            needs=from_words(said[one].said) if one in said else NOTHING_SAID,
            by_staff=one in said and said[one].told_by_seat_id is not None,
        )
        for one, name in names.items()
    ]
    facts = directory.joining_facts(actor, meetings[0].listing_id)
    return NeedsTold(
        people=tuple(sorted(along, key=lambda one: (one.nickname.casefold(), str(one.participant_id)))),
        unnamed=held.unnamed,
        may_note=facts.documentation is not directory.DocumentationMode.NONE,
    )
