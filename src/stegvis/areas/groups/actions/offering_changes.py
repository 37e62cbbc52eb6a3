"""What an offering that is paused, closed or shown again means for those who wait: they are told, and kindly."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from stegvis.areas.directory import api as directory
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor

from ..models import Place, Round
from ..rules import PlaceState, Told
from . import line

Change = Callable[[Actor, Round, datetime], None]


@action
def follow_offering(actor: Actor, *, listing_id: UUID, state: directory.State, now: datetime) -> None:
    """What the directory calls within its own action, whenever an offering's state has changed.

    Paused: who waits keeps her number, and an offer waits with her. Closed: the line is over. Shown again: free places
    are offered. Whoever holds a place is not touched.
    """
    change = CHANGES.get(state)
    if change is None:
        return
    today = timezone.localtime(now).date()
    rounds = Round.objects.filter(
        organisation_id=actor.organisation_id, listing_id=listing_id, until_on__gte=today
    )
    for row in rounds.select_for_update(of=("self",)).order_by("pk"):
        change(actor, row, now)
        journal.written(actor, "groups.line_follows_offering", about=row.pk, outcome=state, at=now)


def _rest(actor: Actor, row: Round, now: datetime) -> None:
    title = line.title_of(actor, row)
    for place in _in_line(row):
        if place.state == PlaceState.OFFERED:
            line.take_offer_back(actor, place, rests=False, now=now)
        line.tell(
            actor, Told.OFFERING_RESTS, place, title=title, key=_key(Told.OFFERING_RESTS, place, now), now=now
        )


def _end(actor: Actor, row: Round, now: datetime) -> None:
    title = line.title_of(actor, row)
    for place in _in_line(row):
        line.let_go(actor, place, now)
        line.tell(
            actor,
            Told.OFFERING_HAS_ENDED,
            place,
            title=title,
            key=_key(Told.OFFERING_HAS_ENDED, place, now),
            now=now,
        )


def _go_on(actor: Actor, row: Round, now: datetime) -> None:
    line.wake(actor, row, now)
    line.offer_next(actor, row, now)


def _in_line(row: Round) -> list[Place]:
    return [place for place in line.places_in(row) if place.state != PlaceState.HELD]


def _key(kind: Told, place: Place, now: datetime) -> str:
    return f"{kind}:{place.pk}:{now.isoformat()}"


CHANGES: dict[directory.State, Change] = {
    directory.State.PAUSED: _rest,
    directory.State.CLOSED: _end,
    directory.State.PUBLISHED: _go_on,
}
