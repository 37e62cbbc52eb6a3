"""What would go and what would stay if she left, and whether somebody has written down that she wants to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise

from stegvis.areas.people import api as people
from stegvis.kernel import journal, personal_data, rows_about
from stegvis.kernel.actor import Actor
from stegvis.kernel.personal_data import Erase
from stegvis.kernel.query import query

from .. import policy
from ..models import LeavingWish, telling
from ..texts import ALWAYS_STAYS

NOT_NAMED = frozenset({"people.User", "people.Seat"})
"""What goes with her code, and would only be one more word for it."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """What she decides upon. `goes`: headings of what is there and goes at once, for herself alone.

    `stays`: what stays, each with why. `told_by`: the name of the adviser who wrote the wish down, empty when nobody
    did. `nickname` and `has_login`: for whoever helps her.
    """

    nickname: str
    has_login: bool
    goes: tuple[Promise | str, ...]
    stays: tuple[tuple[Promise, Promise], ...]
    told_by: str
    noted_at: datetime | None


@query
def my_leaving(actor: Actor) -> Leaving:
    """For herself. No look: it is hers. Raises NotAllowed for anybody else."""
    policy.require_may_leave(actor)
    mine = people.my_participant(actor)
    return _leaving(actor, mine, tuple(_goes(actor.organisation_id, mine.id)))


@query
def leaving_of(actor: Actor, participant_id: UUID, *, now: datetime) -> Leaving:
    """For an adviser who helps her. A look. Raises NotAllowed, NotFound for somebody else's participant."""
    policy.require_may_note_leaving(actor)
    participant = people.participant_shown(actor, participant_id)
    journal.seen(actor, about=[participant_id], why="privacy.leaving", at=now)
    return _leaving(actor, participant, ())


def _leaving(actor: Actor, participant: people.ParticipantShown, goes: tuple[Promise | str, ...]) -> Leaving:
    wish = LeavingWish.objects.visible_to(actor).filter(participant_id=participant.id).first()
    names = people.seat_names(actor, [wish.told_by_seat_id]) if wish else {}
    return Leaving(
        participant.nickname,
        participant.has_login,
        goes,
        (*ALWAYS_STAYS, *telling.what_stays()),
        names.get(wish.told_by_seat_id, "") if wish else "",
        wish.noted_at if wish else None,
    )


def _goes(organisation_id: UUID, participant_id: UUID) -> list[Promise | str]:
    """What she is known as first; then the rest, in the order of the areas."""
    found: list[Promise | str] = []
    for table in rows_about.in_reading_order():
        words = personal_data.words_of(table.label)
        if words is None or table.erase() is Erase.KEEP_UNTIL_AGED or table.label in NOT_NAMED:
            continue
        if rows_about.rows(table, organisation_id=organisation_id, participant_id=participant_id).exists():
            found.append(words)
    return list(dict.fromkeys(found))
