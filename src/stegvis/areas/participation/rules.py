"""When a working group has decided, and when a text may say that users have read it. Pure."""

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


class DraftKind(StrEnum):
    """What sort of text somebody reads before it goes out (S1-08)."""

    INVITATION = "invitation"
    RULE = "rule"
    POSTER = "poster"
    OTHER = "other"


class SuggestionState(StrEnum):
    """What became of what a reader would say otherwise."""

    OPEN = "open"
    TAKEN = "taken"
    LEFT = "left"


class Refusal(StrEnum):
    NOTHING_WRITTEN = "nothing_written"
    NOT_OPEN = "not_open"
    NOT_TO_DECIDE = "not_to_decide"
    NO_USER_AGREES = "no_user_agrees"
    NOT_TO_COME = "not_to_come"
    GROUP_HAS_ENDED = "group_has_ended"
    NOTHING_TO_ANSWER = "nothing_to_answer"
    NOT_ASKED_HERE = "not_asked_here"
    NOT_READ = "not_read"
    SUGGESTIONS_OPEN = "suggestions_open"
    SUGGESTION_TAKEN = "suggestion_taken"
    NOTHING_CHANGED = "nothing_changed"


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


def not_read_by_users(*, readings: int, suggestions: Collection[SuggestionState]) -> Refusal | None:
    """Why this version may not say that users have read it; None when it may (S1-08).

    `readings`: how many of those who come here have read exactly this version; `suggestions`: to exactly this version.
    One that was taken belongs into a new version, and that one nobody has read yet.
    """
    if not readings:
        return Refusal.NOT_READ
    if SuggestionState.OPEN in suggestions:
        return Refusal.SUGGESTIONS_OPEN
    if SuggestionState.TAKEN in suggestions:
        return Refusal.SUGGESTION_TAKEN
    return None
