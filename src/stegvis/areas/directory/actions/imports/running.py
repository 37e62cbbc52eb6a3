"""An import from the staging file to the public page: many short steps, and one moment in which everything shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from stegvis.kernel.actor import Actor

from ...rules.hsds import Service
from . import reads, steps
from .pace import Pace
from .reads import Shown, SourceKnown
from .rows import rows, understood
from .staging import Staging

AT_A_TIME = 200
"""Services that are looked up together."""
START = UUID(int=0)

Progress = Callable[[int], None]


@dataclass(slots=True)
class Counts:
    """Services by what the import does with them. `closed`: they were shown, and the file has them no more."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    closed: int = 0

    def changes(self) -> int:
        return self.created + self.updated + self.closed


def compare(actor: Actor, staged: Staging, *, source_name: str, complete: bool) -> Counts:
    """What `apply` would do. Writes nothing."""
    source = reads.source_named(actor, source_name) or SourceKnown(START, 0)
    counts, place = Counts(), 0
    while services := staged.after(place, AT_A_TIME):
        _count(counts, services, reads.shown(actor, source, [service.reference for service in services]))
        place += len(services)
    if complete:
        counts.closed = sum(len(gone) for gone in _gone(actor, staged, source))
    return counts


def apply(
    actor: Actor,
    staged: Staging,
    *,
    source_name: str,
    language: str,
    complete: bool,
    now: datetime,
    progress: Progress,
) -> Counts:
    """Let the source show what is staged. `complete` says that the file holds everything the source has: listings
    it does not mention end. `progress` is told the services done so far.

    Until the last step nothing shows; an import that was stopped is cleaned up by the next one. Nothing is written
    when nothing has changed. Raises Changed when another import of the same source came first.
    """
    source = reads.source_named(actor, source_name) or steps.add_source(actor, name=source_name, now=now)
    pace, counts, place = Pace(), Counts(), 0
    _tidy(actor, source, pace, now)
    while services := staged.after(place, AT_A_TIME):
        shown = reads.shown(actor, source, [service.reference for service in services])
        changed = _count(counts, services, shown)
        while changed:
            some, changed = changed[: pace.size], changed[pace.size :]
            _write(actor, source, some, shown, pace, language, now)
        place += len(services)
        progress(place)
    if complete:
        for gone in _gone(actor, staged, source):
            with pace.write():
                steps.end_batch(actor, source=source, gone=gone, now=now)
            counts.closed += len(gone)
    if counts.changes():
        source = steps.show_next(actor, source=source, now=now)
        _remove_outdated(actor, source, pace, now)
    return counts


def _count(counts: Counts, services: Iterable[Service], shown: dict[str, Shown]) -> list[Service]:
    """Add these services to the counts; the answer is those that have to be written."""
    changed = []
    for service in services:
        before = shown.get(service.reference)
        if before is None:
            counts.created += 1
            changed.append(service)
        elif before.fingerprint != service.fingerprint:
            counts.updated += 1
            changed.append(service)
        else:
            counts.unchanged += 1
    return changed


def _write(
    actor: Actor,
    source: SourceKnown,
    changed: list[Service],
    shown: dict[str, Shown],
    pace: Pace,
    language: str,
    now: datetime,
) -> None:
    """Write these services for the next generation. All that can be is made ready before the write."""
    replaced = [shown[service.reference] for service in changed if service.reference in shown]
    slugs = {before.reference: before.slug for before in replaced}
    written = [
        understood(service, source_id=source.id, slug=slugs.get(service.reference, "")) for service in changed
    ]
    made = rows(
        written,
        organisation_id=actor.organisation_id,
        source_id=source.id,
        generation=source.generation + 1,
        language=language,
        now=now,
    )
    with pace.write():
        steps.write_batch(
            actor, source=source, made=made, replaced=[before.id for before in replaced], now=now
        )


def _gone(actor: Actor, staged: Staging, source: SourceKnown) -> Iterator[list[Shown]]:
    """Listings that the source shows and the file does not mention."""
    after = ""
    while shown := reads.shown_after(actor, source, after, AT_A_TIME):
        after = shown[-1].reference
        held = staged.holds([one.reference for one in shown])
        if gone := [one for one in shown if one.reference not in held]:
            yield gone


def _tidy(actor: Actor, source: SourceKnown, pace: Pace, now: datetime) -> None:
    """Take back what an import that was stopped has left, then what it had no time to remove."""
    after = START
    while ids := reads.unfinished(actor, source, after, pace.size):
        with pace.write():
            steps.undo_batch(actor, source=source, listing_ids=ids, now=now)
        after = ids[-1]
    _remove_outdated(actor, source, pace, now)


def _remove_outdated(actor: Actor, source: SourceKnown, pace: Pace, now: datetime) -> None:
    after = START
    while ids := reads.outdated(actor, source, after, pace.size):
        with pace.write():
            steps.remove_batch(actor, source=source, listing_ids=ids, now=now)
        after = ids[-1]
