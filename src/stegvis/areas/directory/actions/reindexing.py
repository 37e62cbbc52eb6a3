"""Letting search read listings again, when the words it knows have changed with a new version."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor

from .. import policy
from .indexing import index_listings


@action
def reindex(actor: Actor, *, listing_ids: Collection[UUID], now: datetime) -> None:
    """Read these listings of the actor's organisation anew. What has not changed stays untouched."""
    policy.require_may_import(actor)
    index_listings(listing_ids)
    journal.written(actor, "directory.reindexed", about=actor.organisation_id, at=now)
