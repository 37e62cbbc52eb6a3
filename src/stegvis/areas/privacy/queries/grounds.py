"""On which ground what is kept, for the manager who chooses and for the person herself (X-05)."""

from __future__ import annotations

from dataclasses import dataclass

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import LegalBasis
from ..rules.grounds import OF_PARTICIPANTS, POSSIBLE, KeptFor, LegalGround, ground_without_choice


@dataclass(frozen=True, slots=True)
class GroundShown:
    """What one purpose rests on. `possible`: what it could rest on; `is_chosen`: somebody here has said so."""

    purpose: KeptFor
    ground: LegalGround
    possible: tuple[LegalGround, ...]
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class GroundsHere:
    grounds: list[GroundShown]
    is_authority: bool


@query
def grounds_here(actor: Actor) -> GroundsHere:
    """All purposes, for whoever chooses. Raises NotAllowed for anybody but a manager."""
    policy.require_may_choose_grounds(actor)
    return GroundsHere(_grounds(actor, tuple(KeptFor)), _is_authority(actor))


@query
def my_grounds(actor: Actor) -> list[GroundShown]:
    """What is kept about a participant rests on this. Raises NotAllowed for anybody else."""
    policy.require_may_see_own_grounds(actor)
    return _grounds(actor, OF_PARTICIPANTS)


def _grounds(actor: Actor, purposes: tuple[KeptFor, ...]) -> list[GroundShown]:
    chosen = dict(LegalBasis.objects.visible_to(actor).values_list("purpose", "ground"))
    is_authority = _is_authority(actor)
    return [
        GroundShown(
            purpose=purpose,
            ground=LegalGround(
                chosen.get(purpose) or ground_without_choice(purpose, is_authority=is_authority)
            ),
            possible=POSSIBLE[purpose],
            is_chosen=purpose in chosen,
        )
        for purpose in purposes
    ]


def _is_authority(actor: Actor) -> bool:
    return people.organisation(actor.organisation_id).kind is people.OrganisationKind.MUNICIPAL_OFFICE
