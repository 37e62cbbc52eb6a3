"""What she said she wants to share, written down by an adviser: it counts only when she has confirmed it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel import journal, once
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused

from .. import policy
from ..models import Grant
from ..rules.sharing import ShareRefusal, ShareState, may_be_noted, state_of
from .giving import Wish, beside, columns_of, end, local_day, locked, name_items, refuse_wrong


@action
def note_share(
    actor: Actor, *, participant_id: UUID, wish: Wish, now: datetime, wanted_id: UUID | None = None
) -> UUID:
    """An adviser writes down what she wants to share. Opens nothing until she confirms, on screen or on paper.

    Raises Refused where only she herself may share, NotAllowed for anybody but an adviser, NotFound.
    """
    policy.require_may_note(actor)
    participant = people.participant_shown(actor, participant_id)
    recipient = people.helper(actor, wish.recipient_id, now=now)
    refusal = may_be_noted(
        in_office=people.organisation(actor.organisation_id).kind is people.OrganisationKind.MUNICIPAL_OFFICE,
        recipient=recipient.role,
        recipient_id=recipient.seat_id,
        by_seat_id=actor.seat_id,
    )
    if refusal is not None:
        raise Refused(refusal, name=recipient.name)
    refuse_wrong(wish, recipient, today=local_day(now))

    def make(grant_id: UUID) -> UUID:
        columns = columns_of(actor, participant.id, wish)
        grant = Grant.objects.create(id=grant_id, **columns, given_at=now, told_by_seat_id=actor.seat_id)
        name_items(grant, wish.items)
        journal.written(actor, "privacy.share_noted", about=grant.pk, at=now)
        return grant.pk

    return once.made_once_by(actor, "privacy.share_noted", wanted_id, make)


@action
def answer_noted(actor: Actor, *, grant_id: UUID, right: bool, now: datetime) -> None:
    """She says whether what an adviser wrote down is right. If not, it is gone, and no trace says that she said no.

    It takes the place of what she shared before of the same items with the same person. Confirming twice is fine.
    Raises Refused when its time is over, NotFound for somebody else's or one that is gone, NotAllowed for staff.
    """
    policy.require_may_share(actor)
    grant = locked(actor, grant_id)
    if grant.confirmed_at is not None:
        return
    if right:
        _confirm(actor, grant, now)
    else:
        grant.delete()
    journal.written(actor, "privacy.noted_share_answered", about=grant_id, at=now)


@action
def confirm_on_paper(actor: Actor, *, grant_id: UUID, now: datetime) -> None:
    """An adviser has the print with her signature. The page of hers names who says so.

    Raises Refused when its time is over or the adviser is the one who would read, NotFound when she has answered by
    now, NotAllowed for anybody but an adviser.
    """
    policy.require_may_note(actor)
    grant = _noted(actor, grant_id)
    if grant.recipient_id == actor.seat_id:
        raise Refused(ShareRefusal.NOT_TO_ONESELF)
    grant.paper_seat_id = actor.seat_id
    _confirm(actor, grant, now)
    journal.written(actor, "privacy.share_signed_on_paper", about=grant.pk, at=now)


@action
def drop_noted(actor: Actor, *, grant_id: UUID, now: datetime) -> None:
    """It was written down wrongly, or she has changed her mind: it is gone. Raises as above."""
    policy.require_may_note(actor)
    _noted(actor, grant_id).delete()
    journal.written(actor, "privacy.noted_share_answered", about=grant_id, at=now)


def _noted(actor: Actor, grant_id: UUID) -> Grant:
    grant = locked(actor, grant_id)
    if grant.confirmed_at is not None:
        raise NotFound
    return grant


def _confirm(actor: Actor, grant: Grant, now: datetime) -> None:
    if state_of(grant.share(), today=local_day(now)) is not ShareState.NOTED:
        raise Refused(ShareRefusal.IS_OVER)
    end(beside(grant), now)
    grant.confirmed_at = now
    grant.save(update_fields=["confirmed_at", "paper_seat"])
