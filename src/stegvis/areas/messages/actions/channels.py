"""How somebody wants to be reached: her own choice, or what she said to an adviser."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused

from .. import policy
from ..models import Delivery, Reach
from ..rules import DeliveryState, Wanted, Way, Why, first_delivery, kept, what_is_wrong


@action
def choose_reach(actor: Actor, *, wanted: Wanted, now: datetime) -> None:
    """The participant chooses how she hears from us; what was to go out another way follows her choice.

    Raises NotAllowed for anybody but a participant, Refused for what cannot be kept.
    """
    policy.require_may_read_own(actor)
    _keep(actor, people.my_participant(actor), wanted, told_by_seat_id=None, now=now)


@action
def record_reach(actor: Actor, *, participant_id: UUID, wanted: Wanted, now: datetime) -> None:
    """An adviser writes down how she said she wants to be reached. It shows as told by her until she confirms it.

    Raises NotAllowed for anybody but an adviser, NotFound for an unknown person, Refused for what cannot be kept.
    """
    policy.require_may_answer(actor)
    participant = people.participant_shown(actor, participant_id)
    _keep(actor, participant, wanted, told_by_seat_id=actor.seat_id, now=now)


@action
def confirm_reach(actor: Actor, *, now: datetime) -> None:
    """The participant says that what an adviser wrote down is right. Nothing happens when it is confirmed already."""
    policy.require_may_read_own(actor)
    participant = people.my_participant(actor)
    told = Reach.objects.visible_to(actor).filter(participant_id=participant.id, told_by_seat__isnull=False)
    if told.exists():
        told.update(told_by_seat=None, still_right_at=now)
        journal.written(actor, "messages.reach_confirmed", about=participant.id, at=now)


@action
def note_still_right(actor: Actor, *, participant_id: UUID, now: datetime) -> None:
    """She was asked, and says that the way she is reached is still right. Changes nothing when she has chosen none.

    Raises NotAllowed for anybody but an adviser, NotFound for an unknown person.
    """
    policy.require_may_answer(actor)
    people.participant_shown(actor, participant_id)
    hers = Reach.objects.visible_to(actor).filter(participant_id=participant_id)
    if hers.update(still_right_at=now):
        journal.written(actor, "messages.reach_still_right", about=participant_id, at=now)


def _keep(
    actor: Actor,
    participant: people.ParticipantShown,
    wanted: Wanted,
    *,
    told_by_seat_id: UUID | None,
    now: datetime,
) -> None:
    refusal = what_is_wrong(wanted, has_login=participant.has_login, house=policy.house_of(actor))
    if refusal is not None:
        raise Refused(refusal)
    stored = kept(wanted)
    Reach.objects.update_or_create(
        organisation_id=actor.organisation_id,
        participant_id=participant.id,
        defaults={
            "way": stored.way,
            "address": stored.address,
            "phone": stored.phone,
            "others_may_see": stored.others_may_see,
            "safe_from": stored.hours.start,
            "safe_until": stored.hours.end,
            "code_word": stored.code_word,
            "told_by_seat_id": told_by_seat_id,
            "chosen_at": now,
            "still_right_at": now,
        },
    )
    _follow(participant, stored, now)
    journal.written(actor, "messages.reach_chosen", about=participant.id, outcome=stored.way, at=now)


def _follow(participant: people.ParticipantShown, wanted: Wanted, now: datetime) -> None:
    """Let what waits to go out follow the new choice. What failed by e-mail is still told on the phone, unless she says
    never: then nothing that is under way goes on.
    """
    planned = first_delivery(has_login=participant.has_login, way=wanted.way)
    state, why = planned or (DeliveryState.DROPPED, None)
    hers = Delivery.objects.filter(message__participant_id=participant.id).exclude(state=state)
    mailed = Q(state=DeliveryState.WAITING)
    followed = list(Why) if wanted.way is Way.NEVER else [Why.CHOSEN, Why.NO_LOGIN]
    called = Q(state=DeliveryState.TO_CALL, why__in=followed)
    hers.filter(mailed | called).update(state=state, why=why or "", since=now)
