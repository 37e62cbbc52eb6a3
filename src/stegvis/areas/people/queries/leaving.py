"""What is to be known about a login before somebody goes, and who has not been here for a year."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from stegvis.kernel.actor import Actor
from stegvis.kernel.models import JournalEntry
from stegvis.kernel.query import query
from stegvis.kernel.roles import Role

from .. import policy
from ..models import Participant
from ..rules.keeping import unused_before


def user_of(actor: Actor, participant_id: UUID) -> UUID | None:
    """Whose login a participant of the actor's organisation has, for an action that takes both away."""
    hers = Participant.objects.filter(organisation_id=actor.organisation_id, pk=participant_id)
    return hers.values_list("user_id", flat=True).first()


@query
def unused(actor: Actor, *, now: datetime) -> list[UUID]:
    """Participants who have neither been here nor been met by anybody for twelve months, as far as logins tell.

    Whoever has no login is here when somebody who works here writes something down for her.
    """
    policy.require(policy.may_set_up(actor))
    before = unused_before(timezone.localtime(now).date())
    quiet = Participant.objects.visible_to(actor).filter(
        Q(here_in__lt=before) | Q(here_in=None), came_on__lt=before
    )
    lately = timezone.make_aware(datetime(before.year, before.month, 1))  # noqa: DTZ001  # made aware here
    met = set(
        JournalEntry.objects.filter(
            organisation_id=actor.organisation_id, about__in=quiet.values("pk"), at__gte=lately
        )
        .exclude(role=Role.HOUSEKEEPER)
        .values_list("about", flat=True)
    )
    return [pk for pk in quiet.order_by("came_on", "pk").values_list("pk", flat=True) if pk not in met]
