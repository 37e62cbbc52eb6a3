"""Places for people of whom nothing is written: in documentation mode `none` a place is a number (X-15)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from django.utils import timezone

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused

from .. import policy
from ..models import Round
from ..rules import InLine, decide_unnamed, is_her_turn
from . import line


@action
def keep_unnamed_place(actor: Actor, *, round_id: UUID, now: datetime) -> None:
    """An adviser keeps one more place for somebody she has talked with, without a name. It overtakes nobody.

    Raises Refused where people come by their nickname and where there is no room, NotFound, NotAllowed.
    """
    policy.require_may_give_place(actor)
    row = line.lock(actor, round_id)
    places = line.places_in(row)
    facts = line.facts_of(actor, row.listing_id)
    newest = InLine(uuid4(), row.last_number + 1)
    refusal = decide_unnamed(
        keeps_names=line.keeps_names(facts),
        offering_published=facts is not None and facts.state == "published",
        open_for_new=row.open_for_new,
        until_on=row.until_on,
        capacity=row.capacity,
        taken=line.taken_in(row, places),
        others_wait=not is_her_turn(
            newest.place_id, [*line.waiting_in(places), newest], free=line.free_in(row, places)
        ),
        today=timezone.localtime(now).date(),
    )
    if refusal:
        raise Refused(refusal)
    _set(actor, row, row.unnamed + 1, now)


@action
def give_back_unnamed_place(actor: Actor, *, round_id: UUID, now: datetime) -> None:
    """One place that was kept without a name is free again, and offered to the next. Nothing happens without one."""
    policy.require_may_give_place(actor)
    row = line.lock(actor, round_id)
    if row.unnamed == 0:
        return
    _set(actor, row, row.unnamed - 1, now)
    line.wake(actor, row, now)
    line.offer_next(actor, row, now)


def _set(actor: Actor, row: Round, unnamed: int, now: datetime) -> None:
    row.unnamed = unnamed
    row.save(update_fields=["unnamed"])
    journal.written(actor, "groups.unnamed_places_counted", about=row.pk, at=now)
