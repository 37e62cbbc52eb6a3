"""Whether the way into groups is open for somebody, and what she has said about offerings (S1-12, S1-13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query
from stegvis.kernel.roles import Role

from .. import policy
from ..models import OfferingChoice, Talk, TalkRequest
from ..rules import Choice, ChoiceSaid, RequestState, Way, latest_choices


@dataclass(frozen=True, slots=True)
class Clarification:
    """The talk that opens the way: when it was last held, by which adviser's seat, and what she says today."""

    held_on: date
    adviser_seat_id: UUID
    now: frozenset[UUID]
    later: frozenset[UUID]
    not_for_me: frozenset[UUID]


def held_talks(actor: Actor) -> QuerySet[Talk]:
    """Talks that an adviser has held, oldest first. No other role's seat counts, whoever it is (S1-12)."""
    rows = Talk.objects.visible_to(actor).filter(held_on__isnull=False, adviser__role=Role.ADVISER)
    return rows.order_by("held_on", "started_at")


@query
def has_had_talk(actor: Actor) -> bool:
    """Whether an adviser has held a talk with this participant. Raises NotAllowed for anybody else."""
    policy.require_may_read_own(actor)
    return held_talks(actor).exists()


@query
def met_for_a_talk(actor: Actor, from_on: date, until_on: date) -> dict[date, frozenset[UUID]]:
    """Whom the house met in person for a talk, by day, both days included: for the house's own comparing, so that
    somebody who was here twice counts once. Shown to nobody; two questions.
    """
    here = Talk.objects.filter(organisation_id=actor.organisation_id, held_before=False)
    rows = here.filter(held_on__gte=from_on, held_on__lte=until_on).values_list("held_on", "participant_id")
    elsewhere = TalkRequest.objects.filter(
        organisation_id=actor.organisation_id, state=RequestState.TALK_HELD, way__in=(Way.CALL, Way.WRITE)
    )
    not_in_person = set(elsewhere.values_list("participant_id", flat=True))
    met: dict[date, set[UUID]] = {}
    for on, participant_id in rows:
        if on and participant_id not in not_in_person:
            met.setdefault(on, set()).add(participant_id)
    return {on: frozenset(there) for on, there in met.items()}


@query
def clarification_of(actor: Actor, participant_id: UUID) -> Clarification | None:
    """What the held talks with this participant came to; None without one, or when the actor may not know."""
    talks = list(held_talks(actor).filter(participant_id=participant_id).prefetch_related("choices"))
    if not talks:
        return None
    said = latest_choices([said_in(row) for row in talk.choices.all()] for talk in talks)
    return Clarification(
        held_on=talks[-1].held_on,  # type: ignore[arg-type]  # the filter leaves out talks without a day
        adviser_seat_id=talks[-1].adviser_id,
        now=_with(said, Choice.NOW),
        later=_with(said, Choice.MAYBE_LATER),
        not_for_me=_with(said, Choice.NOT_FOR_ME),
    )


@query
def said_now(actor: Actor, listing_id: UUID) -> list[UUID]:
    """The participants who have said "now" to this offering in a held talk, in the order of their talks."""
    policy.require_may_hold_talk(actor)
    rows = OfferingChoice.objects.visible_to(actor).filter(
        talk__held_on__isnull=False, talk__adviser__role=Role.ADVISER, listing_id=listing_id
    )
    latest: dict[UUID, str] = {}
    for participant_id, choice in rows.order_by("talk__held_on", "talk__started_at").values_list(
        "talk__participant_id", "choice"
    ):
        latest[participant_id] = choice
    return [participant_id for participant_id, choice in latest.items() if choice == Choice.NOW]


def said_in(row: OfferingChoice) -> ChoiceSaid:
    """One stored choice as the rules read it."""
    return ChoiceSaid(
        listing_id=row.listing_id,
        choice=Choice(row.choice),
        expectations_said_by_person=row.expectations_said_by_person,
        expectations_said_by_adviser=row.expectations_said_by_adviser,
    )


def _with(said: dict[UUID, Choice], choice: Choice) -> frozenset[UUID]:
    return frozenset(listing_id for listing_id, word in said.items() if word is choice)
