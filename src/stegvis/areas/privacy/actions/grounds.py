"""Choosing the legal grounds (X-05)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused

from .. import policy
from ..models import LegalBasis
from ..rules.grounds import KeptFor, LegalGround, decide_grounds


@action
def choose_grounds(
    actor: Actor, *, grounds: Mapping[KeptFor, LegalGround], sure: bool = False, now: datetime
) -> None:
    """A manager says on which ground each of these purposes rests. Nothing about anybody changes or goes by it.

    Raises NotAllowed; Refused for a ground that cannot carry a purpose, and for consent in an authority that is not
    `sure`.
    """
    policy.require_may_choose_grounds(actor)
    house = people.organisation(actor.organisation_id)
    is_authority = house.kind is people.OrganisationKind.MUNICIPAL_OFFICE
    if refusal := decide_grounds(grounds, is_authority=is_authority, sure=sure):
        raise Refused(refusal)
    for purpose, ground in grounds.items():
        LegalBasis.objects.update_or_create(
            organisation_id=actor.organisation_id, purpose=purpose, defaults={"ground": ground}
        )
    journal.written(actor, "privacy.grounds_chosen", about=actor.organisation_id, at=now)
