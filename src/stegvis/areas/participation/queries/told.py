"""What things of this area are called in a participant's own copy. The actor is the house itself."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from ..models import DraftVersion, Matter, Reply, WorkingGroup


@query
def groups_told(actor: Actor, group_ids: Collection[UUID], language: str) -> dict[UUID, str]:
    """What groups are called, for a member's own copy. The actor is the house itself."""
    rows = WorkingGroup.objects.filter(organisation_id=actor.organisation_id, pk__in=group_ids)
    return dict(rows.values_list("pk", "name"))


@query
def matters_told(actor: Actor, matter_ids: Collection[UUID], language: str) -> dict[UUID, str]:
    """What a group talked about, for the own copy of somebody who agreed with it. The actor is the house itself."""
    rows = Matter.objects.filter(organisation_id=actor.organisation_id, pk__in=matter_ids)
    return dict(rows.values_list("pk", "words"))


@query
def replies_told(actor: Actor, reply_ids: Collection[UUID], language: str) -> dict[UUID, str]:
    """What a group has answered, for the own copy of somebody who wrote to it. The actor is the house itself."""
    rows = Reply.objects.filter(organisation_id=actor.organisation_id, pk__in=reply_ids)
    return dict(rows.values_list("pk", "answer"))


@query
def draft_versions_told(actor: Actor, version_ids: Collection[UUID], language: str) -> dict[UUID, str]:
    """What the drafts are called that she has read. The actor is the house itself."""
    rows = DraftVersion.objects.filter(organisation_id=actor.organisation_id, pk__in=version_ids)
    return dict(rows.values_list("pk", "draft__title"))
