"""What an organisation decides about itself, and what it needs for that. Pure: no Django, no clock."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from datetime import time
from uuid import UUID

from .kinds import Reason

OF_AGE = 18
WITHOUT_SPECIAL_COMPETENCE = 16
"""Below this only who is specially competent gives talks or groups (public advice to the centres, S2-01)."""
YOUNGEST, OLDEST = 12, 30

LIMITS: dict[str, int] = {
    "phone": 30,
    "address": 200,
    "place": 80,
    "open_hours": 200,
    "guidelines": 4000,
    "age_policy": 2000,
}
"""Characters at most."""


@dataclass(frozen=True, slots=True)
class House:
    """An organisation's own limits and texts (S1-35). Ages in years; the quiet hours may pass midnight.

    `age_policy`, `age_responsible` and `specially_competent` only mean something where younger people come.
    """

    minimum_age: int
    age_policy: str
    age_responsible: UUID | None
    specially_competent: bool
    quiet_from: time
    quiet_until: time
    phone: str
    address: str
    place: str
    open_hours: str
    guidelines: str


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why limits cannot be: the reason, the field it is said beside, and how long a text may be at most."""

    reason: Reason
    field: str
    limit: int = 0


def why_not(house: House, *, employed_now: bool) -> WhyNot | None:
    """Why these limits cannot be; None when they can. Younger people need a policy and somebody responsible (S2-01).

    `employed_now`: whether `age_responsible` works here now.
    """
    for name, limit in LIMITS.items():
        if len(getattr(house, name)) > limit:
            return WhyNot(Reason.TOO_LONG, name, limit)
    if not YOUNGEST <= house.minimum_age <= OLDEST:
        return WhyNot(Reason.AGE_CANNOT_BE, "minimum_age")
    if house.minimum_age >= OF_AGE:
        return None
    if not house.age_policy:
        return WhyNot(Reason.AGE_NEEDS_POLICY, "age_policy")
    if house.age_responsible is None or not employed_now:
        return WhyNot(Reason.AGE_NEEDS_RESPONSIBLE, "age_responsible")
    if house.minimum_age < WITHOUT_SPECIAL_COMPETENCE and not house.specially_competent:
        return WhyNot(Reason.AGE_NEEDS_COMPETENCE, "specially_competent")
    return None


def mark_of(house: House) -> str:
    """What tells one state of the house from another, for a form that is open while somebody else saves."""
    told = "\x1f".join(f"{field.name}={getattr(house, field.name)}" for field in fields(House))
    return hashlib.sha256(told.encode()).hexdigest()[:16]
