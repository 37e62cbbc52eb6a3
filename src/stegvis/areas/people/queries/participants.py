"""Participants as their organisation knows them. A page that shows several logs the look itself, once (X-06)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from .. import policy
from ..models import Participant
from ..rules import Language, names
from ..texts import nickname_since


@dataclass(frozen=True, slots=True)
class ParticipantShown:
    """`language` is the one the person wants to be met in; without a login there is no page of her own to read on."""

    id: UUID
    nickname: str
    language: Language
    has_login: bool


@query
def my_participant(actor: Actor) -> ParticipantShown:
    """The participant whose seat this is. Raises NotFound for every other seat."""
    if actor.user_id is None:
        raise NotFound
    row = Participant.objects.visible_to(actor).filter(user_id=actor.user_id).first()
    if row is None:
        raise NotFound
    return _shown(row)


@query
def participant_shown(actor: Actor, participant_id: UUID) -> ParticipantShown:
    """Raises NotFound for one this seat may not know of. A look, unless it is one's own."""
    return _shown(Participant.objects.all().one_visible_to(actor, participant_id))


@query
def nicknames(actor: Actor, participant_ids: Collection[UUID]) -> dict[UUID, str]:
    """Nickname by id, for those that this seat may know of; the others are left out. A look at each.

    Two that would be taken for one another get the day beside the name on which each came.
    """
    rows = Participant.objects.visible_to(actor).filter(pk__in=participant_ids)
    came_on: dict[UUID, date] = {}
    named: dict[UUID, str] = {}
    for key, nickname, day in rows.values_list("pk", "nickname", "came_on"):
        named[key], came_on[key] = nickname, day
    for key, (day, number) in names.told_apart(named, came_on).items():
        named[key] = nickname_since(named[key], day, number)
    return named


@query
def called(house: Actor, participant_ids: Collection[UUID]) -> list[str]:
    """What these people are called, and nothing of who is who: for the house's own comparing, shown to nobody."""
    rows = Participant.objects.visible_to(house).filter(pk__in=participant_ids).exclude(nickname="")
    return list(rows.values_list("nickname", flat=True))


@query
def who_may_be_let_in(actor: Actor) -> list[ParticipantShown]:
    """Participants who ticked that an adviser who knows them may let them in again, by nickname. A look at each."""
    policy.require(policy.may_let_in_again(actor))
    rows = Participant.objects.visible_to(actor).filter(user__code__adviser_may_let_in=True)
    return sorted((_shown(row) for row in rows), key=lambda shown: shown.nickname.casefold())


def _shown(row: Participant) -> ParticipantShown:
    return ParticipantShown(row.pk, row.nickname, Language(row.language), has_login=row.user_id is not None)
