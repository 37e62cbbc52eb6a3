"""Letting people find an offering, and taking it away again."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused

from .. import policy
from ..models import Offering
from ..rules import Move, Refusal, State, after, missing
from .following import tell_followers
from .indexing import index_listings
from .loading import offering_to_change


@action
def publish(actor: Actor, *, listing_id: UUID, now: datetime) -> None:
    """Show an offering to people. Pressing twice does no harm.

    Raises Refused with `missing` (a list of rules.Missing) until it is complete, and when it is closed; NotAllowed;
    NotFound.
    """
    policy.require_may_publish(actor)
    offering = offering_to_change(actor, listing_id)
    today = timezone.localdate(now)
    _refuse_impossible(offering, Move.PUBLISH)
    if lacking := missing(offering.description(today)):
        raise Refused(Refusal.NOT_COMPLETE, missing=lacking)
    offering.listing.checked_on = today
    _move(actor, offering, Move.PUBLISH, "directory.published", now)


@action
def pause(actor: Actor, *, listing_id: UUID, now: datetime) -> None:
    """Take an offering out of sight for a while. Raises Refused for a draft or a closed one; NotAllowed; NotFound."""
    policy.require_may_publish(actor)
    _move(actor, offering_to_change(actor, listing_id), Move.PAUSE, "directory.paused", now)


@action
def close(actor: Actor, *, listing_id: UUID, now: datetime) -> None:
    """End an offering for good; a copy can start again (S2-11). Raises NotAllowed, NotFound."""
    policy.require_may_publish(actor)
    _move(actor, offering_to_change(actor, listing_id), Move.CLOSE, "directory.closed", now)


def _refuse_impossible(offering: Offering, move: Move) -> State:
    state = after(State(offering.listing.state), move)
    if isinstance(state, Refusal):
        raise Refused(state)
    return state


def _move(actor: Actor, offering: Offering, move: Move, what: str, now: datetime) -> None:
    listing = offering.listing
    state = _refuse_impossible(offering, move)
    if state == listing.state:
        return
    listing.state = state
    listing.changed_at = now
    listing.version += 1
    listing.save()
    index_listings([listing.pk])
    journal.written(actor, what, about=listing.pk, at=now)
    tell_followers(actor, listing.pk, state, now)
