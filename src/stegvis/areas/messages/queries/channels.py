"""How somebody wants to be reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import Reach
from ..rules import Hours, House, Wanted, Way


@dataclass(frozen=True, slots=True)
class ReachShown:
    """How she wants to be reached. `told_by` names the adviser who wrote it down, until she confirms it.

    `still_right_at`: when she last said that it is right; None while she chose none.
    """

    wanted: Wanted
    told_by: str
    still_right_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReachOf:
    """The same, as an adviser sees it: whose it is, and whether she can log in."""

    participant_id: UUID
    nickname: str
    has_login: bool
    reach: ReachShown


@query
def my_reach(actor: Actor) -> ReachShown:
    """The participant's own. Raises NotAllowed for anybody else."""
    policy.require_may_read_own(actor)
    return _shown(actor, Reach.objects.visible_to(actor).first())


@query
def reach_of(actor: Actor, participant_id: UUID, now: datetime) -> ReachOf:
    """How this person wants to be reached. A look. Raises NotAllowed for anybody but an adviser, NotFound."""
    policy.require_may_answer(actor)
    participant = people.participant_shown(actor, participant_id)
    journal.seen(actor, about=[participant_id], why="messages.reach", at=now)
    row = Reach.objects.visible_to(actor).filter(participant_id=participant_id).first()
    return ReachOf(participant_id, participant.nickname, participant.has_login, _shown(actor, row))


def house_hours(actor: Actor) -> House:
    """The hours in which this house lets people be: what she chooses has to leave something beside them."""
    return policy.house_of(actor)


def _shown(actor: Actor, row: Reach | None) -> ReachShown:
    if row is None:
        return ReachShown(Wanted(Way.HERE), told_by="")
    told_by = ""
    if row.told_by_seat_id is not None:
        told_by = people.seat_names(actor, [row.told_by_seat_id]).get(row.told_by_seat_id, "")
    hours = Hours(row.safe_from, row.safe_until)
    wanted = Wanted(Way(row.way), row.address, row.phone, row.others_may_see, hours, row.code_word)
    return ReachShown(wanted, told_by=told_by, still_right_at=row.still_right_at)
