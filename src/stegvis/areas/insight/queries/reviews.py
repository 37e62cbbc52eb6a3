"""All that a house offers, when each offering is considered next, what was decided and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import Review
from ..rules import Due, Outcome, Standing, Why, due


@dataclass(frozen=True, slots=True)
class Decided:
    """One review as it was kept."""

    listing_id: UUID
    outcome: Outcome
    why: Why | None
    words: str
    told: str
    on: date
    next_on: date | None


@dataclass(frozen=True, slots=True)
class Considered:
    """One offering, and when to look at it."""

    offering: directory.PortfolioLine
    due: Due


@dataclass(frozen=True, slots=True)
class Reminder:
    """A centre that runs no social offering just now (S2-03): the one that rested or ended last, and why. Nothing is
    blocked by it. `last` is None where nobody has written a reason.
    """

    last: Decided | None
    title: str
    language: str


@query
def considered(actor: Actor, *, today: date) -> list[Considered]:
    """Every offering of the house by title, with when to look at it (S2-15). Raises NotAllowed."""
    policy.require_may_see(actor)
    return [
        Considered(line, due(line.review_on, Standing(line.state), today))
        for line in directory.portfolio(actor)
    ]


@query
def history(actor: Actor, listing_id: UUID) -> list[Decided]:
    """What was decided about one offering, the last first. Raises NotAllowed."""
    policy.require_may_see(actor)
    rows = Review.objects.visible_to(actor).filter(listing_id=listing_id)
    return [_decided(row) for row in rows.order_by("-reviewed_at", "-pk")]


@query
def lost_in(actor: Actor, year: int) -> list[Decided]:
    """What became less, rested or ended in a year, and why (S2-09), in order of time. Raises NotAllowed."""
    policy.require_may_see(actor)
    rows = Review.objects.visible_to(actor).filter(reviewed_on__year=year, why__gt="")
    return [_decided(row) for row in rows.order_by("reviewed_at", "pk")]


@query
def reminder(actor: Actor, offerings: Sequence[Considered]) -> Reminder | None:
    """What reminds a centre without a social offering that it ought to have one (S2-03); None for all others.

    `offerings`: what `considered` gave. Asks the database nothing while one is shown. Raises NotAllowed.
    """
    policy.require_may_see(actor)
    social = {
        one.offering.listing_id: one.offering
        for one in offerings
        if one.offering.kind is directory.ServiceKind.SOCIAL_OFFERINGS
    }
    if any(line.state is directory.State.PUBLISHED for line in social.values()):
        return None
    if people.organisation(actor.organisation_id).kind is not people.OrganisationKind.CENTRE:
        return None
    rows = Review.objects.visible_to(actor).filter(listing_id__in=list(social), why__gt="")
    row = rows.order_by("-reviewed_at", "-pk").first()
    if row is None:
        return Reminder(None, "", "")
    line = social[row.listing_id]
    return Reminder(_decided(row), line.title, line.language)


def _decided(row: Review) -> Decided:
    return Decided(
        listing_id=row.listing_id,
        outcome=Outcome(row.outcome),
        why=Why(row.why) if row.why else None,
        words=row.words,
        told=row.told,
        on=row.reviewed_on,
        next_on=row.next_on,
    )
