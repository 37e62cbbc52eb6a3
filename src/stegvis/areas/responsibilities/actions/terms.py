"""What staff write down for her to say yes to, and whether they can just now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from stegvis.areas.messages import api as messages
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused

from ..models import Responsibility, Task
from ..policy.house import house
from ..policy.meetings import next_meetings
from ..rules import Purpose, Refusal, refuse_to_give
from ..texts import WRITTEN_DOWN


@dataclass(frozen=True, slots=True)
class Terms:
    """Who goes along with her, what it is for, and when they talk about how it is. None: not chosen yet."""

    guide_seat_id: UUID | None
    purpose: Purpose | None
    review_on: date | None


def require_can_give(actor: Actor, task: Task, terms: Terms, now: datetime) -> None:
    """Raises Refused when something is missing (S1-27), and when the next meeting has too few staff: a task never
    starts from a gap (S1-28).
    """
    here = house(actor, [], "nb", now)
    reason = refuse_to_give(
        possible=here.allows(task),
        guide_works_here=None if terms.guide_seat_id is None else terms.guide_seat_id in here.staff,
        purpose=terms.purpose,
        review_on=terms.review_on,
        today=here.today,
    )
    if reason is not None:
        raise Refused(reason)
    coming = next_meetings(actor, [task.offering.listing_id], now).get(task.offering.listing_id)
    if coming is not None and not coming.enough:
        raise Refused(Refusal.TOO_FEW_STAFF)


def tell_to_answer(actor: Actor, row: Responsibility, now: datetime) -> None:
    """She is told that there is something to say yes or no to, once for each version."""
    messages.send(
        actor,
        participant_id=row.participant_id,
        kind=WRITTEN_DOWN,
        about=row.pk,
        arguments={},
        key=f"{WRITTEN_DOWN}:{row.pk}:{row.version}",
        now=now,
    )
