"""Whether the log of looks is what was sealed: what was changed, taken out, moved or put in later is named.

What only a head kept elsewhere can show: that the end of the chain was cut off, or all of it made anew. What nothing
can show: a look that was taken out before it was sealed, within the minute; those that wait for a seal are counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Exists, Min, OuterRef

from .actor import Actor
from .models import Look, Seal
from .query import query
from .sealing import (
    BATCH,
    KEPT_FOR,
    Gone,
    Head,
    LookRow,
    SealRow,
    commitment_of,
    commitment_to_gone,
    first_link,
    from_ranges,
    link_of,
)


class Fault(StrEnum):
    """What is wrong at one number of a chain."""

    EDITED = "edited"  # what stands there is not what was sealed
    DELETED = "deleted"  # the look is gone, and no seal says that it went lawfully
    MISSING = "missing"  # the seal itself is gone
    OUT_OF_ORDER = "out of order"  # it does not follow from the one before: moved, put in, or made anew
    SLIPPED_IN = "slipped in"  # a look that claims a seal it never had, or is back after it went
    TOO_EARLY = "too early"  # it went for its age before it was old enough
    CUT_OFF = "cut off"  # the head kept elsewhere lies beyond the end
    MADE_ANEW = "made anew"  # the head kept elsewhere had another link at this number


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """One fault, at the number of a seal."""

    number: int
    fault: Fault


@dataclass(frozen=True, slots=True)
class Verified:
    """What verifying one organisation's log came to. `head` is the end to keep elsewhere; `gone` counts lawful ends.

    `unsealed` looks wait for their seal, the oldest of them since `unsealed_since`.
    """

    looks: int
    gone: Mapping[Gone, int]
    unsealed: int
    unsealed_since: datetime | None
    head: Head
    found: tuple[Found, ...]

    def __bool__(self) -> bool:
        return not self.found


@dataclass(frozen=True, slots=True)
class _Went:
    why: Gone
    at: datetime


@query
def verify(actor: Actor, *, against: Head | None = None) -> Verified:
    """Walk the chain of the actor's organisation from its first seal. `against`: a head of it, kept elsewhere."""
    went, found = _went(actor), set[Found]()
    looks, gone, head = 0, dict.fromkeys(Gone, 0), Head(0, first_link(actor.organisation_id))
    absent = list[int]()
    for seal, look in _sealed(actor):
        found.update(_in_chain(seal, head))
        head = Head(seal.number, bytes(seal.link))
        if against and against.number == head.number and against.link != head.link:
            found.add(Found(head.number, Fault.MADE_ANEW))
        if seal.look_id is None:
            continue
        end = went.get(seal.number)
        if look is not None:
            looks += 1
            found.update(_as_sealed(seal, look, end))
        elif end is None:
            absent.append(seal.number)
        else:
            gone[end.why] += 1
            found.update(_old_enough(seal, end))
    if absent:  # they may have gone while we were walking
        went = _went(actor)
        found.update(Found(number, Fault.DELETED) for number in absent if number not in went)
    found.update(_never_sealed(actor))
    if against and against.number > head.number:
        found.add(Found(head.number, Fault.CUT_OFF))
    unsealed, since = _waiting(actor)
    return Verified(looks, gone, unsealed, since, head, tuple(sorted(found)))


def _sealed(actor: Actor) -> Iterator[tuple[SealRow, LookRow | None]]:
    """Every seal by its number, with its look where that is there."""
    last = -1
    while True:
        chain = Seal.objects.filter(organisation_id=actor.organisation_id, number__gt=last).order_by("number")
        seals = [SealRow._make(row) for row in chain.values_list(*SealRow._fields)[:BATCH]]
        if not seals:
            return
        behind = Look.objects.filter(pk__in=[seal.look_id for seal in seals if seal.look_id])
        looks = {row[0]: LookRow._make(row) for row in behind.values_list(*LookRow._fields)}
        for seal in seals:
            yield seal, looks.get(seal.look_id) if seal.look_id else None
        last = seals[-1].number


def _went(actor: Actor) -> dict[int, _Went]:
    """The numbers that are said to have gone, and by which seal. What makes no sense is said by nobody."""
    went: dict[int, _Went] = {}
    ends = Seal.objects.filter(organisation_id=actor.organisation_id, look_id=None)
    for seal in ends.order_by("number"):
        try:
            why, runs = Gone(seal.why), list(from_ranges(seal.gone))
        except ValueError:
            continue
        for run in runs:
            went.update((number, _Went(why, seal.sealed_at)) for number in run if number < seal.number)
    return went


def _in_chain(seal: SealRow, before: Head) -> Iterator[Found]:
    if seal.number != before.number + 1:
        yield Found(before.number + 1, Fault.MISSING)
    elif bytes(seal.link) != link_of(before.link, seal):
        yield Found(seal.number, Fault.OUT_OF_ORDER)
    if seal.look_id is None and bytes(seal.commitment) != commitment_to_gone(seal.gone, seal.why):
        yield Found(seal.number, Fault.EDITED)
    if seal.look_id is not None and (seal.gone or seal.why):
        yield Found(seal.number, Fault.EDITED)


def _as_sealed(seal: SealRow, look: LookRow, end: _Went | None) -> Iterator[Found]:
    if end is not None:
        yield Found(seal.number, Fault.SLIPPED_IN)
    if commitment_of(look) != bytes(seal.commitment):
        yield Found(seal.number, Fault.EDITED)
    if look.number != seal.number:
        yield Found(seal.number, Fault.OUT_OF_ORDER)


def _old_enough(seal: SealRow, end: _Went) -> Iterator[Found]:
    if end.why is Gone.AGED and end.at - seal.sealed_at < KEPT_FOR:
        yield Found(seal.number, Fault.TOO_EARLY)


def _never_sealed(actor: Actor) -> Iterator[Found]:
    seals = Seal.objects.filter(organisation_id=actor.organisation_id, look_id=OuterRef("pk"))
    claiming = Look.objects.filter(organisation_id=actor.organisation_id, number__isnull=False)
    for number in claiming.filter(~Exists(seals)).values_list("number", flat=True):
        yield Found(number or 0, Fault.SLIPPED_IN)


def _waiting(actor: Actor) -> tuple[int, datetime | None]:
    seals = Seal.objects.filter(organisation_id=actor.organisation_id, look_id=OuterRef("pk"))
    waiting = Look.objects.filter(~Exists(seals), organisation_id=actor.organisation_id, number=None)
    return waiting.count(), waiting.aggregate(oldest=Min("at"))["oldest"]
