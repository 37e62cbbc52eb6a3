"""The wish not to be greeted: hers for herself, and for whoever leads a yes or a no about the whole group (S1-23)."""

from __future__ import annotations

from uuid import UUID

from stegvis.areas.groups import api as groups
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import GreetingWish
from ..rules import ENOUGH_TO_BE_ONE_OF


@query
def my_wish(actor: Actor, round_id: UUID) -> bool:
    """Whether she would rather not be greeted. Raises NotAllowed for anybody but a participant."""
    policy.require_may_take_part(actor)
    return GreetingWish.objects.visible_to(actor).filter(round_id=round_id).exists()


@query
def somebody_wishes_no_greeting(actor: Actor, round_id: UUID) -> bool:
    """Whether anybody in the group would rather not be greeted: never who, never how many. Raises NotAllowed.

    Not narrowed to rows that the seat may see, since it may see none: only the yes or no leaves. And a no, while the
    group is so small that a yes would say who.
    """
    policy.require_may_lead_talk(actor)
    wishes = GreetingWish.objects.filter(organisation_id=actor.organisation_id, round_id=round_id)
    who = frozenset(wishes.values_list("participant_id", flat=True))
    group = groups.holding(actor, [round_id]).get(round_id) if who else None
    return group is not None and group.number >= ENOUGH_TO_BE_ONE_OF and bool(who & group.participant_ids)
