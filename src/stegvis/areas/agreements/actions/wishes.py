"""A private wish not to be greeted outside (S1-23). The journal is told by nobody that somebody has one."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound

from .. import policy
from ..models import Agreement, GreetingWish


@action
def wish_no_greeting(actor: Actor, *, round_id: UUID, wish: bool, now: datetime) -> None:
    """She would rather not be greeted by the others in this group outside, or does not mind after all.

    Nothing happens when it stands so. Raises NotFound for a group in which she holds no place, NotAllowed for
    anybody but a participant.
    """
    policy.require_may_take_part(actor)
    if not Agreement.objects.visible_to(actor).filter(round_id=round_id).exists():
        raise NotFound
    mine = people.my_participant(actor)
    if wish:
        GreetingWish.objects.get_or_create(
            organisation_id=actor.organisation_id, round_id=round_id, participant_id=mine.id
        )
    else:
        GreetingWish.objects.visible_to(actor).filter(round_id=round_id).delete()
    house = Actor.housekeeper(actor.organisation_id)
    journal.written(house, "agreements.wish_said", about=round_id, at=now)


@action
def forget_wishes(actor: Actor, *, now: datetime) -> int:
    """Wishes go with the round they were for, the day after it is over. Gives how many went. Raises NotAllowed."""
    policy.require_may_tidy(actor)
    today = timezone.localtime(now).date()
    over = GreetingWish.objects.visible_to(actor).filter(round__until_on__lt=today)
    count = over.count()
    if count:
        over.delete()
        journal.written(actor, "agreements.wishes_forgotten", about=actor.organisation_id, at=now)
    return count
