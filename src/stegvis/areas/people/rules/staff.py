"""Who works here: which seats a kind of organisation has, and that somebody is always left who can give them. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from uuid import UUID

from stegvis.kernel.roles import Role

from .kinds import OrganisationKind, Reason

FURTHEST_AHEAD = timedelta(days=366)
"""How far ahead a seat's first or last day can be set."""

_HOUSE = (
    Role.ADVISER,
    Role.EMPLOYEE,
    Role.COORDINATOR,
    Role.VOLUNTEER,
    Role.HOST,
    Role.FACILITATOR,
    Role.MANAGER,
)
SEATS_OF: Mapping[OrganisationKind, tuple[Role, ...]] = {
    OrganisationKind.CENTRE: _HOUSE,
    OrganisationKind.RECOVERY_PROGRAMME: _HOUSE,
    OrganisationKind.VOLUNTEER_CENTRE: _HOUSE,
    OrganisationKind.ASSOCIATION: (Role.ASSOCIATION_CONTACT, Role.HOST, Role.VOLUNTEER, Role.MANAGER),
    OrganisationKind.MUNICIPAL_OFFICE: (
        Role.FRONT_LINE,
        Role.AMBASSADOR,
        Role.EMPLOYEE,
        Role.FACILITATOR,
        Role.MANAGER,
    ),
}
"""Which seats a manager can give. An office that decides over people has no advisers: nobody's talk is read there."""


def decide_days(*, from_on: date, today: date) -> Reason | None:
    """None when somebody can be given a seat from this day on."""
    return None if today <= from_on <= today + FURTHEST_AHEAD else Reason.FIRST_DAY_CANNOT_BE


def decide_last_day(*, last_on: date | None, from_on: date, today: date) -> Reason | None:
    """None when this can be somebody's last day; no day means at once."""
    if last_on is None:
        return None
    first_possible = max(today, from_on)
    return None if first_possible <= last_on <= today + FURTHEST_AHEAD else Reason.LAST_DAY_CANNOT_BE


def decide_ending(seat_id: UUID, role: Role, *, is_taken: bool, managers: Collection[UUID]) -> Reason | None:
    """None when this seat may end. `managers`: seats of managers who have been in, run now and have no last day.

    A seat that nobody has taken yet kept no door open, so it may always end.
    """
    if role is Role.MANAGER and is_taken and not set(managers) - {seat_id}:
        return Reason.LAST_MANAGER
    return None
