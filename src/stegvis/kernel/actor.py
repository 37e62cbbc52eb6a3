"""Who acts: one user in one seat of one organisation, with that seat's rights and no others."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from . import rights
from .errors import NotAllowed
from .roles import Role

NO_ORGANISATION = UUID(int=0)
"""Owns nothing: what a visitor of a page without an organisation acts in."""


@dataclass(frozen=True, slots=True)
class Actor:
    organisation_id: UUID
    role: Role
    rights: frozenset[str]
    user_id: UUID | None = None
    seat_id: UUID | None = None

    def may(self, right: str) -> bool:
        return right in self.rights

    def require(self, right: str) -> None:
        """Raises NotAllowed without this right."""
        if not self.may(right):
            raise NotAllowed

    def require_seat(self, right: str) -> UUID:
        """The seat that has this right. Raises NotAllowed without it, and for whoever sits in none."""
        self.require(right)
        if self.seat_id is None:
            raise NotAllowed
        return self.seat_id

    @classmethod
    def in_seat(cls, *, organisation_id: UUID, role: Role, user_id: UUID, seat_id: UUID) -> Actor:
        return cls(organisation_id, role, rights.of_role(role), user_id, seat_id)

    @classmethod
    def visitor(cls, organisation_id: UUID = NO_ORGANISATION) -> Actor:
        """Somebody who has not said who they are, standing at this organisation's door (X-03)."""
        return cls(organisation_id, Role.VISITOR, rights.of_role(Role.VISITOR))

    @classmethod
    def housekeeper(cls, organisation_id: UUID) -> Actor:
        """The worker's clock or the command line, doing this organisation's chores."""
        return cls(organisation_id, Role.HOUSEKEEPER, rights.of_role(Role.HOUSEKEEPER))
