"""The chain over who looked: each look is sealed within a minute, and no later change to it goes unnoticed (X-06).

Looks are written without touching the chain, so that nobody waits for anybody. The worker's clock seals them. What has
been kept long enough goes by `age_out` alone, which is itself a link of the chain: see verifying for what is checked.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q

from .action import changing, running
from .actor import Actor
from .database import as_actor
from .models import Look, Seal

BATCH = 2000
KEPT_FOR = timedelta(days=5 * 365)
"""How long a look is kept; one that went earlier because it was old is a fault (see KeepFor.FIVE_YEARS)."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Gone(StrEnum):
    """Why looks were taken out of the log lawfully."""

    AGED = "aged"  # kept as long as they had to be
    ERASED = "erased"  # she wanted everything about her deleted, and nothing demands that they stay


@dataclass(frozen=True, slots=True)
class Head:
    """The end of an organisation's chain. Kept elsewhere, it shows a chain that was cut short or made anew."""

    number: int
    link: bytes


class LookRow(NamedTuple):
    """What verifying reads of a look. A tuple, since it reads all there are."""

    id: UUID
    organisation_id: UUID
    seat_id: UUID | None
    role: str
    about: UUID
    why: str
    at: datetime
    salt: bytes
    number: int | None


class SealRow(NamedTuple):
    """What verifying reads of a seal."""

    number: int
    look_id: UUID | None
    gone: str
    why: str
    commitment: bytes
    link: bytes
    sealed_at: datetime


def commitment_of(look: Look | LookRow) -> bytes:
    """SHA-256 of salt and row: fits this look alone, and says nothing about it once the salt is gone."""
    row = (
        look.id.hex,
        look.organisation_id.hex,
        look.seat_id.hex if look.seat_id else None,
        look.role,
        look.about.hex,
        look.why,
        _microseconds(look.at),
    )
    return hashlib.sha256(bytes(look.salt) + json.dumps(row).encode()).digest()


def commitment_to_gone(gone: str, why: str) -> bytes:
    return hashlib.sha256(json.dumps(("gone", gone, why)).encode()).digest()


def first_link(organisation_id: UUID) -> bytes:
    """What the first seal is linked to: a chain cannot be passed off as another organisation's."""
    return hashlib.sha256(organisation_id.bytes).digest()


def link_of(before: bytes, seal: Seal | SealRow) -> bytes:
    """SHA-256 of the link before, the number, the commitment, and what else the seal says."""
    about = seal.look_id.bytes if seal.look_id else bytes(16)
    said = seal.number.to_bytes(8, "big") + _microseconds(seal.sealed_at).to_bytes(8, "big", signed=True)
    return hashlib.sha256(before + said + about + bytes(seal.commitment)).digest()


def seal_looks(actor: Actor, *, now: datetime) -> int:
    """Seal the looks of the actor's organisation that have none yet, the oldest first. Returns how many."""
    sealed = 0
    while True:
        with changing(), as_actor(actor):
            _alone(actor)
            looks = _unsealed(actor)
            _append(actor, looks, now=now)
        sealed += len(looks)
        if len(looks) < BATCH:
            return sealed


def age_out(actor: Actor, which: Q, *, why: Gone, now: datetime) -> int:
    """Take looks of the actor's organisation out of the log lawfully. Returns how many.

    `which` chooses among them, `Q(at__lt=...)` or `Q(about=...)`; of those that are to go for their age, only the ones
    sealed long enough ago do. In one transaction everything is sealed, a seal is written that says which numbers go and
    why, and the rows go. Called by retention and erasure, inside their action.
    """
    with changing(), as_actor(actor):
        _alone(actor)
        while looks := _unsealed(actor):
            _append(actor, looks, now=now)
        going = Look.objects.filter(which, organisation_id=actor.organisation_id, number__isnull=False)
        if why is Gone.AGED:
            old = Seal.objects.filter(
                organisation_id=actor.organisation_id, look_id=OuterRef("pk"), sealed_at__lte=now - KEPT_FOR
            )
            going = going.filter(Exists(old))
        numbers = sorted(number for number in going.values_list("number", flat=True) if number is not None)
        if not numbers:
            return 0
        head = head_of(actor)
        gone = as_ranges(numbers)
        seal = Seal(organisation_id=actor.organisation_id, number=head.number + 1, gone=gone, why=why)
        seal.commitment, seal.sealed_at = commitment_to_gone(gone, why), now
        seal.link = link_of(head.link, seal)
        seal.save(force_insert=True)
        going.delete()
        _written()
        return len(numbers)


def head_of(actor: Actor) -> Head:
    """The last seal of the actor's organisation; number 0 where nothing has been sealed yet."""
    last = Seal.objects.filter(organisation_id=actor.organisation_id).order_by("-number").first()
    return Head(last.number, bytes(last.link)) if last else Head(0, first_link(actor.organisation_id))


def as_ranges(numbers: Sequence[int]) -> str:
    """Rising numbers in short: 3, 4, 5, 9 as "3-5,9"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ",".join(f"{first}" if first == last else f"{first}-{last}" for first, last in runs)


def from_ranges(text: str) -> Iterable[range]:
    """The other way. Raises ValueError for what `as_ranges` never wrote."""
    for run in text.split(","):
        first, _, last = run.partition("-")
        yield range(int(first), int(last or first) + 1)


def _unsealed(actor: Actor) -> list[Look]:
    """A look that claims to be unsealed but has a seal was tampered with: left as it is, for verifying to find."""
    waiting = Look.objects.filter(organisation_id=actor.organisation_id, number=None)
    rows = list(waiting.order_by("at", "pk")[:BATCH])
    sealed = Seal.objects.filter(organisation_id=actor.organisation_id, look_id__in=[row.pk for row in rows])
    known = set(sealed.values_list("look_id", flat=True))
    return [row for row in rows if row.pk not in known]


def _append(actor: Actor, looks: Sequence[Look], *, now: datetime) -> None:
    if not looks:
        return
    head = head_of(actor)
    number, link, seals = head.number, head.link, []
    for look in looks:
        number += 1
        seal = Seal(organisation_id=actor.organisation_id, number=number, look_id=look.pk)
        seal.commitment, seal.sealed_at = commitment_of(look), now
        seal.link = link = link_of(link, seal)
        seals.append(seal)
        look.number = number
    Seal.objects.bulk_create(seals, batch_size=500)
    Look.objects.bulk_update(looks, ["number"], batch_size=200)
    _written()


def _alone(actor: Actor) -> None:
    """One at a time makes the chain longer. SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"chain {actor.organisation_id}"])


def _written() -> None:
    change = running.get()
    if change is not None:
        change.written += 1


def _microseconds(moment: datetime) -> int:
    return (moment - EPOCH) // MICROSECOND
