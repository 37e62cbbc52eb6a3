"""Considering an offering, and what comes of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from stegvis.areas.directory import api as directory
from stegvis.areas.groups import api as groups
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, Refused
from stegvis.kernel.once import made_once_by

from . import policy
from .models import Review
from .rules import ENDS, TAKES_AWAY, Decision, Outcome, Standing, in_short, why_not

REVIEWED = "insight.reviewed"
AS_FAR_AS_CALENDARS_GO = timedelta(days=2 * 366)


@action
def review(
    actor: Actor,
    *,
    listing_id: UUID,
    decision: Decision,
    alternatives: Collection[UUID] = (),
    call_off: bool = False,
    seen: int,
    wanted_id: UUID | None = None,
    now: datetime,
) -> UUID:
    """Keep what a review of one offering ended in, and do it: go on, adjust, pause or close (S2-09, S2-15).

    `alternatives`: the other offerings that people are led to. `seen`: how many reviews the reader saw; when there are
    more by now, Changed is raised and nothing is done. `call_off`: the meetings to come of what rests or ends are
    called off too, and everybody with a place is told (S1-32). Sent twice, it is one.
    Raises NotAllowed, NotFound, Refused with `field` for what is missing, and Refused as the directory's own actions.
    """
    policy.require_may_review(actor)

    def make(key: UUID) -> UUID:
        today = timezone.localdate(now)
        offering = directory.desk_offering(actor, listing_id, today=today)
        lost = decision.outcome in TAKES_AWAY and offering.state is not directory.State.DRAFT
        _keep(actor, key, listing_id, decision, lost, now)
        _refuse_meanwhile(actor, key, listing_id, seen)
        asked = replace(decision, others=_others_shown(actor, listing_id))
        if refusal := why_not(asked, Standing(offering.state), today):
            raise Refused(refusal.reason, field=refusal.field, limit=refusal.limit)
        if decision.next_on is not None and decision.outcome is not Outcome.CLOSE:
            directory.set_review(actor, listing_id=listing_id, on=decision.next_on, now=now)
        if lost:
            _lead_on(actor, offering, alternatives, decision.contact, now)
        _do(actor, offering, decision, now)
        if call_off and decision.outcome in ENDS:
            _call_off(actor, listing_id, decision.told, now)
        _refuse_meanwhile(
            actor, key, listing_id, seen
        )  # whoever was a moment earlier held the offering until now
        journal.written(actor, REVIEWED, about=key, outcome=decision.outcome, at=now)
        return key

    return made_once_by(actor, REVIEWED, wanted_id, make)


def _others_shown(actor: Actor, listing_id: UUID) -> int:
    shown = (one for one in directory.portfolio(actor) if one.state is directory.State.PUBLISHED)
    return sum(one.listing_id != listing_id for one in shown)


def _refuse_meanwhile(actor: Actor, key: UUID, listing_id: UUID, seen: int) -> None:
    others = Review.objects.visible_to(actor).filter(listing_id=listing_id).exclude(pk=key)
    if others.count() != seen:
        raise Changed


def _lead_on(
    actor: Actor,
    offering: directory.DeskOffering,
    alternatives: Collection[UUID],
    contact: str,
    now: datetime,
) -> None:
    directory.save_step(
        actor,
        listing_id=offering.listing_id,
        step=directory.Step.OTHERWISE,
        values={"alternatives": alternatives, "contact_instead": contact},
        version=offering.versions[directory.Step.OTHERWISE],
        now=now,
    )


def _do(actor: Actor, offering: directory.DeskOffering, decision: Decision, now: datetime) -> None:
    """What people see of it. The directory's actions are the only writers of that."""
    key, told = offering.listing_id, decision.told
    paused = offering.state is directory.State.PAUSED
    if decision.outcome is Outcome.CLOSE:
        directory.close(actor, listing_id=key, told=told, now=now)
    elif decision.outcome is Outcome.PAUSE and not paused:
        directory.pause(actor, listing_id=key, told=told, now=now)
    elif decision.outcome is Outcome.CONTINUE and paused:
        directory.publish(actor, listing_id=key, now=now)
    elif decision.outcome in {Outcome.LESS, Outcome.PAUSE}:
        directory.tell(actor, listing_id=key, told=told, now=now)
    elif decision.outcome is Outcome.CONTINUE:
        directory.tell(actor, listing_id=key, told="", now=now)


def _call_off(actor: Actor, listing_id: UUID, told: str, now: datetime) -> None:
    meetings = groups.meeting_times(actor, from_at=now, until_at=now + AS_FAR_AS_CALENDARS_GO)
    planned = [one.session_id for one in meetings if one.listing_id == listing_id]
    why = groups.CallOffWhy.OTHER
    groups.call_off(actor, session_ids=planned, why=why, instead=in_short(told), now=now)


def _keep(actor: Actor, key: UUID, listing_id: UUID, decision: Decision, lost: bool, now: datetime) -> None:
    Review.objects.create(
        pk=key,
        organisation_id=actor.organisation_id,
        listing_id=listing_id,
        outcome=decision.outcome,
        why=decision.why or "" if lost else "",
        words=decision.words.strip(),
        told=decision.told.strip() if lost else "",
        reviewed_on=timezone.localdate(now),
        reviewed_at=now,
        next_on=None if decision.outcome is Outcome.CLOSE else decision.next_on,
    )
