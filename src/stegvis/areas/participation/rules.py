"""When a working group has decided. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Wish(StrEnum):
    """What somebody wants with a matter."""

    TALK = "talk"
    DECIDE = "decide"


class MatterState(StrEnum):
    OPEN = "open"
    DECIDED = "decided"
    PUT_AWAY = "put_away"


class How(StrEnum):
    """How a decision came about."""

    ALL_AGREED = "all_agreed"
    IN_MEETING = "in_meeting"


class Refusal(StrEnum):
    NOTHING_WRITTEN = "nothing_written"
    NOT_OPEN = "not_open"
    NOT_TO_DECIDE = "not_to_decide"
    NO_USER_AGREES = "no_user_agrees"
    NOT_TO_COME = "not_to_come"
    GROUP_HAS_ENDED = "group_has_ended"


@dataclass(frozen=True, slots=True)
class Seated:
    """Somebody in a working group. `is_user`: she comes here as a participant, not to work."""

    member_id: UUID
    is_user: bool


def all_agree(members: Collection[Seated], agreed: Collection[UUID]) -> bool:
    """Whether it is decided: two or more sit in the group, all of them agree, and one of them is a user (S1-06)."""
    return (
        len(members) > 1
        and any(member.is_user for member in members)
        and all(member.member_id in agreed for member in members)
    )


def a_user_agrees(members: Collection[Seated], agreed: Collection[UUID]) -> bool:
    """Whether a decision can be noted as made in a meeting: not over the heads of all users (S1-06)."""
    return any(member.is_user and member.member_id in agreed for member in members)
