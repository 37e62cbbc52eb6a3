"""The short steps of an import: each one transaction, so that nobody waits for long."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed
from stegvis.kernel.journal import written as tell_journal

from ...models import ALWAYS, Alternative, Listing, Source
from ...policy import require_may_import
from ...rules import State
from ..indexing import index_listings
from .reads import Shown, SourceKnown
from .rows import Rows


@action
def add_source(actor: Actor, *, name: str, now: datetime) -> SourceKnown:
    """Make known where services come from. Shows nothing yet."""
    require_may_import(actor)
    source = Source.objects.create(organisation_id=actor.organisation_id, name=name)
    tell_journal(actor, "directory.added_source", about=source.pk, at=now)
    return SourceKnown(source.pk, source.generation)


@action
def write_batch(
    actor: Actor, *, source: SourceKnown, made: Rows, replaced: Collection[UUID], now: datetime
) -> None:
    """Write these rows of the source's next generation; the listings they replace end with this one.

    Nothing of it shows before `show_next`.
    """
    require_may_import(actor)
    _end(actor, replaced, source.generation + 1)
    for model, some in made.items():
        model._default_manager.bulk_create(some)
    index_listings([row.pk for row in made[Listing]])
    tell_journal(actor, "directory.wrote_imported", about=source.id, at=now)


@action
def end_batch(actor: Actor, *, source: SourceKnown, gone: Collection[Shown], now: datetime) -> None:
    """Let these listings, which the file has no more, end with this generation."""
    require_may_import(actor)
    _end(actor, [one.id for one in gone], source.generation + 1)
    tell_journal(actor, "directory.ended_imported", about=source.id, at=now)


@action
def show_next(actor: Actor, *, source: SourceKnown, now: datetime) -> SourceKnown:
    """Move the one number that decides what shows: all of the import, from this moment.

    Raises Changed when another import has moved it meanwhile.
    """
    require_may_import(actor)
    generation = source.generation + 1
    moved = Source.objects.visible_to(actor).filter(pk=source.id, generation=source.generation)
    if not moved.update(generation=generation, imported_at=now):
        raise Changed
    tell_journal(actor, "directory.showed_import", about=source.id, at=now)
    return SourceKnown(source.id, generation)


@action
def undo_batch(actor: Actor, *, source: SourceKnown, listing_ids: Collection[UUID], now: datetime) -> None:
    """Take back what a stopped import did with these rows: its own go, those it was to replace stay."""
    require_may_import(actor)
    rows = Listing.objects.visible_to(actor).filter(pk__in=listing_ids, source_id=source.id)
    _remove(list(rows.filter(valid_from__gt=source.generation).values_list("pk", flat=True)))
    rows.filter(valid_from__lte=source.generation, valid_to__gt=source.generation).update(valid_to=ALWAYS)
    tell_journal(actor, "directory.undid_import", about=source.id, at=now)


@action
def remove_batch(actor: Actor, *, source: SourceKnown, listing_ids: Collection[UUID], now: datetime) -> None:
    """Remove rows that nobody sees any more. An offering that led on to one leads on to what took its place."""
    require_may_import(actor)
    rows = Listing.objects.visible_to(actor).filter(
        pk__in=listing_ids, source_id=source.id, valid_to__lte=source.generation
    )
    old = dict(rows.values_list("source_reference", "pk"))
    for alternative in Alternative.objects.filter(listing_id__in=old.values()).select_related("listing"):
        _lead_on(alternative, actor, source)
    _remove(list(old.values()))
    tell_journal(actor, "directory.removed_outdated", about=source.id, at=now)


def _end(actor: Actor, listing_ids: Collection[UUID], generation: int) -> None:
    if listing_ids:
        Listing.objects.visible_to(actor).filter(pk__in=listing_ids).update(valid_to=generation)


def _lead_on(alternative: Alternative, actor: Actor, source: SourceKnown) -> None:
    successor = (
        Listing.objects.visible_to(actor)
        .filter(source_id=source.id, source_reference=alternative.listing.source_reference)
        .filter(valid_from__lte=source.generation, valid_to__gt=source.generation)
        .first()
    )
    if successor is not None:
        alternative.listing = successor
        alternative.save(update_fields=["listing"])


def _remove(listing_ids: Collection[UUID]) -> None:
    if listing_ids:
        rows = Listing.objects.filter(pk__in=listing_ids)
        rows.update(state=State.CLOSED)  # search forgets what is not published
        index_listings(listing_ids)
        rows.delete()
