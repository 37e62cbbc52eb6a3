"""The staff's part: writing down what she said, going along with her, and her signature on paper."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, Refused

from .. import policy
from ..models import OwnWords, Responsibility
from ..policy.house import local_day
from ..rules import Missing, Refusal, Said, missing, yes_stands
from .reading import facts_of, keeps_words, locked, task_of
from .terms import Terms, require_can_give, tell_to_answer

WISH_NOTED = "responsibilities.wish_noted"


@action
def note_wish(actor: Actor, *, task_id: UUID, participant_id: UUID, terms: Terms, now: datetime) -> UUID:
    """An adviser writes down that this person would like a task, with all that it needs. Nothing counts before her own
    yes (S1-27). Gives its id; when she has wished for it already, what she wished for is there to agree on.

    Raises NotAllowed, NotFound, Refused where something is missing, where the next meeting has too few staff (S1-28),
    and where the service writes nothing about people (X-15).
    """
    seat_id = policy.require_may_note(actor)
    task = task_of(actor, task_id)
    person = people.participant_shown(actor, participant_id)
    if not keeps_words(actor, task.offering.listing_id):
        raise Refused(Refusal.KEEPS_NOTHING)
    require_can_give(actor, task, terms, now)
    row, is_new = Responsibility.objects.get_or_create(
        organisation_id=actor.organisation_id,
        task=task,
        participant_id=participant_id,
        defaults={
            "called": person.nickname,
            "told_by_seat_id": seat_id,
            "wished_on": local_day(now),
            "guide_id": terms.guide_seat_id,
            "purpose": terms.purpose,
            "review_on": terms.review_on,
        },
    )
    if is_new:
        tell_to_answer(actor, row, now)
        journal.written(actor, WISH_NOTED, about=row.pk, at=now)
    return row.pk


@action
def agree_on(actor: Actor, *, responsibility_id: UUID, terms: Terms, version: int, now: datetime) -> bool:
    """Write down who goes along with her, what it is for and when they talk about it. Gives whether her yes stands.

    It is a new question to her, unless only the day is new and she has said that it is good for her (S1-29). Raises
    NotAllowed, NotFound, Changed when somebody else wrote meanwhile, and Refused as `note_wish`.
    """
    policy.require_may_guide(actor)
    row = locked(actor, responsibility_id)
    if row.version != version:
        raise Changed
    listing_id = row.task.offering.listing_id
    if terms.purpose != row.purpose and terms.purpose and not keeps_words(actor, listing_id):
        raise Refused(Refusal.KEEPS_NOTHING)
    require_can_give(actor, row.task, terms, now)
    stands = row.own_yes_on is not None and yes_stands(
        same_guide=row.guide_id == terms.guide_seat_id,
        same_purpose=row.purpose == terms.purpose,
        said=Said(row.said) if row.said else None,
    )
    if not stands:
        row.own_yes_on = row.paper_seat = None
    row.guide_id, row.review_on = terms.guide_seat_id, terms.review_on
    row.purpose, row.said, row.version = terms.purpose or "", "", version + 1
    row.save()
    OwnWords.objects.filter(responsibility=row).delete()
    if not stands:
        tell_to_answer(actor, row, now)
    journal.written(actor, "responsibilities.agreed_on", about=row.pk, at=now)
    return stands


@action
def sign_on_paper(
    actor: Actor, *, responsibility_id: UUID, version: int, signed_on: date, now: datetime
) -> None:
    """An adviser has the print with her signature: her own yes, of that day. Her page names who says so.

    Raises NotAllowed for anybody but an adviser, NotFound, Changed when it reads otherwise than the print, Refused for
    a day to come and when something is missing.
    """
    seat_id = policy.require_may_note(actor)
    row = locked(actor, responsibility_id)
    if row.version != version:
        raise Changed
    if signed_on > local_day(now):
        raise Refused(Refusal.SIGNED_TO_COME)
    if missing(facts_of(actor, row, now), local_day(now)) - {Missing.OWN_YES}:
        raise Refused(Refusal.NOT_COMPLETE)
    row.own_yes_on, row.paper_seat_id = signed_on, seat_id
    row.save(update_fields=["own_yes_on", "paper_seat"])
    journal.written(actor, "responsibilities.signed_on_paper", about=row.pk, at=now)
