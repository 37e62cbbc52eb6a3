"""Which groups anybody here can tell something, what was told, and what the groups have answered (S1-05)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from .. import policy
from ..models import Note, Reply, WorkingGroup, hers

LATEST = 20


@dataclass(frozen=True, slots=True)
class GroupToTell:
    group_id: UUID
    name: str
    purpose: str


@dataclass(frozen=True, slots=True)
class MyNote:
    """What she wrote under a name; what she wrote without one is nobody's."""

    note_id: UUID
    words: str
    signed: str
    on: date
    answered: bool


@dataclass(frozen=True, slots=True)
class ReplyShown:
    """What a group has answered everybody. `said`: what was told, in the group's own words."""

    group: str
    said: str
    answer: str
    on: date


@query
def groups_to_tell(actor: Actor) -> list[GroupToTell]:
    """The groups that go on, by name; she need not sit in any. Raises NotAllowed."""
    policy.require_may_take_part(actor)
    rows = WorkingGroup.objects.visible_to(actor).filter(ended_on=None).order_by("name", "pk")
    return [GroupToTell(*row) for row in rows.values_list("pk", "name", "purpose")]


@query
def group_to_tell(actor: Actor, group_id: UUID) -> GroupToTell:
    """Raises NotAllowed, NotFound for an unknown group and one that has ended."""
    for one in groups_to_tell(actor):
        if one.group_id == group_id:
            return one
    raise NotFound


@query
def my_notes(actor: Actor, group_id: UUID) -> list[MyNote]:
    """What she wrote to this group under a name, newest first. Raises NotAllowed."""
    policy.require_may_take_part(actor)
    rows = Note.objects.visible_to(actor).filter(hers(actor), group_id=group_id)
    return [
        MyNote(row.pk, row.words, row.signed, row.on, row.reply_id is not None)
        for row in rows.order_by("-on", "pk")
    ]


@query
def replies(actor: Actor, group_id: UUID | None = None) -> list[ReplyShown]:
    """What groups have answered, newest first, at most the latest twenty: for everybody here. Raises NotAllowed."""
    policy.require_may_speak(actor)
    rows = Reply.objects.visible_to(actor)
    if group_id is not None:
        rows = rows.filter(group_id=group_id)
    latest = rows.select_related("group").order_by("-on", "pk")[:LATEST]
    return [ReplyShown(row.group.name, row.said, row.answer, row.on) for row in latest]
