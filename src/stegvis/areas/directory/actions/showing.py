"""Letting people find an offering, and taking it away again."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused

from .. import policy
from ..models import Notice, Offering
from ..rules import Move, Refusal, State, after, first_review, missing, why_not_told
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
    if offering.listing.state != State.PUBLISHED:
        Notice.objects.filter(listing=offering.listing).delete()
    if offering.review_on is None:
        offering.review_on = first_review(today)
        offering.save(update_fields=["review_on"])
    _move(actor, offering, Move.PUBLISH, "directory.published", now)


@action
def pause(actor: Actor, *, listing_id: UUID, told: str, now: datetime) -> None:
    """Take an offering out of sight for a while. `told` is what people read at its address meanwhile (S2-09).

    Pressing twice does no harm. Raises Refused for a draft or a closed one, with `field` when people are told nothing
    or have nowhere to go; NotAllowed; NotFound.
    """
    policy.require_may_publish(actor)
    _end(actor, offering_to_change(actor, listing_id), Move.PAUSE, "directory.paused", told, now)


@action
def close(actor: Actor, *, listing_id: UUID, told: str = "", now: datetime) -> None:
    """End an offering for good; a copy can start again (S2-11). `told` as in `pause`; nobody has seen a draft.

    Raises Refused with `field` when people are told nothing or have nowhere to go; NotAllowed; NotFound.
    """
    policy.require_may_publish(actor)
    _end(actor, offering_to_change(actor, listing_id), Move.CLOSE, "directory.closed", told, now)


@action
def tell(actor: Actor, *, listing_id: UUID, told: str, now: datetime) -> None:
    """What people read on top of an offering that they see: that it has become less (S2-09); "" for nothing any more.

    Raises Refused with `field` when they have nowhere else to go; NotAllowed; NotFound.
    """
    policy.require_may_publish(actor)
    offering = offering_to_change(actor, listing_id)
    if told.strip():
        _write_notice(offering, told, now)
    else:
        Notice.objects.filter(listing=offering.listing).delete()
    journal.written(actor, "directory.told", about=listing_id, at=now)


@action
def set_review(actor: Actor, *, listing_id: UUID, on: date, now: datetime) -> None:
    """Say when it is next considered whether this offering should be, and how (S2-15). Raises NotAllowed, NotFound."""
    policy.require_may_publish(actor)
    offering = offering_to_change(actor, listing_id)
    offering.review_on = on
    offering.save(update_fields=["review_on"])
    journal.written(actor, "directory.review_set", about=listing_id, at=now)


def _end(actor: Actor, offering: Offering, move: Move, what: str, told: str, now: datetime) -> None:
    before = State(offering.listing.state)
    if _refuse_impossible(offering, move) == before:
        return
    if before is not State.DRAFT:
        _write_notice(offering, told, now)
    _move(actor, offering, move, what, now)


def _write_notice(offering: Offering, told: str, now: datetime) -> None:
    listing = offering.listing
    today = timezone.localdate(now)
    if refusal := why_not_told(offering.description(today), told):
        raise Refused(refusal.reason, field=refusal.field, limit=refusal.limit)
    Notice.objects.update_or_create(
        listing=listing,
        defaults={
            "organisation_id": listing.organisation_id,
            "slug": listing.slug,
            "title": offering.original_text().title,
            "language": listing.language,
            "words": told.strip(),
            "since_on": today,
        },
    )


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
