"""Counting contacts. The journal is told that something was counted, by nobody: no number of anybody's comes of it."""

from __future__ import annotations

import json
import os
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db.models import F
from django.utils import timezone

from stegvis.areas.admission import api as admission
from stegvis.areas.directory import api as directory
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, Refused
from stegvis.kernel.once import once

from . import policy
from .models import ByHand, KnownToday, Tally
from .rules import Kind, Refusal, Source, Unit, Way, mark

SECRET_BYTES = 32
WAY_OF_TALK = {
    admission.Way.COME_BY: Way.VISIT,
    admission.Way.CALL: Way.PHONE,
    admission.Way.WRITE: Way.MESSAGE,
}


@action
def count(actor: Actor, *, kind: Kind, key: UUID | None = None, now: datetime) -> None:
    """Count one contact of this kind today. With the same `key` it counts once. Raises NotAllowed."""
    policy.require_may_count(actor)
    if _first(key, now):
        _add(actor, kind, now, counted=1)


@action
def count_talk(actor: Actor, *, on: date, way: admission.Way, now: datetime) -> None:
    """A talk was held on this day, today or earlier: it counts by itself, and nobody taps (F1). Raises NotAllowed.

    From here on it is a number, and nothing leads back to whose talk it was.
    """
    policy.require_may_count(actor)
    kind = Kind(WAY_OF_TALK[way], Source.USER, directory.ServiceKind.INDIVIDUAL_TALKS)
    _add(actor, kind, now, on=on, counted=1)


@action
def say_more(actor: Actor, *, kind: Kind, instead: Kind, key: UUID | None = None, now: datetime) -> None:
    """What was counted as this kind today was of another: whom it came from, or what it was about.

    Raises NotAllowed, Refused when nothing of this kind is counted today.
    """
    policy.require_may_count(actor)
    if kind != instead and _first(key, now):
        _take(actor, kind, now)
        _add(actor, instead, now, counted=1)


@action
def same_again(actor: Actor, *, kind: Kind, key: UUID | None = None, now: datetime) -> None:
    """The one counted was the same person again today: it stands beside the number, and is no second first.

    Raises NotAllowed, Refused when nothing of this kind is counted today, and for partner services: each one counts.
    """
    policy.require_may_count(actor)
    if not kind.once_a_day:
        raise Refused(Refusal.EVERY_ONE_COUNTS)
    if _first(key, now):
        _take(actor, kind, now)
        _add(actor, kind, now, again=1)


@action
def take_back(
    actor: Actor, *, kind: Kind, again: bool = False, key: UUID | None = None, now: datetime
) -> None:
    """It was none: one less of this kind today, or (`again`) one less of the same person again.

    Raises NotAllowed, Refused when nothing is there.
    """
    policy.require_may_count(actor)
    if _first(key, now):
        _take(actor, kind, now, again=again)


@action
def known_by(actor: Actor, *, kind: Kind, nickname: str, key: UUID | None = None, now: datetime) -> bool:
    """The one counted goes by this nickname: when she has been counted today, she counts once. Gives whether she had.

    The name is kept nowhere: for today there is a keyed mark in one text of the whole house, gone in the night.
    Contacts and visits are counted each once a day. Raises NotAllowed for anybody but an adviser, Refused where
    nothing is written about people (X-15), without a name, for partner services, and when nothing of this kind is
    counted today.
    """
    policy.require_may_know_names(actor)
    if not _may_write_about_people(actor):
        raise Refused(Refusal.NO_NICKNAMES)
    if not nickname.strip():
        raise Refused(Refusal.NOTHING_WRITTEN)
    if not kind.once_a_day:
        raise Refused(Refusal.EVERY_ONE_COUNTS)
    if not _first(key, now):
        return False
    if not _been_here_today(actor, kind.unit, nickname, now):
        return False
    _take(actor, kind, now)
    _add(actor, kind, now, again=1)
    return True


@action
def correct(
    actor: Actor, *, on: date, unit: Unit, number: int | None, seen: int | None, now: datetime
) -> None:
    """Write the day's own number by hand; None takes it away again, and what was worked out counts.

    `seen` is the number by hand that the writer saw. Raises NotAllowed, Changed when there is another one by now,
    Refused for a day to come.
    """
    policy.require_may_count(actor)
    if on > _day(now):
        raise Refused(Refusal.NOT_TO_COME)
    row = ByHand.objects.visible_to(actor).select_for_update().filter(on=on, unit=unit).first()
    if (row.number if row else None) != seen:
        raise Changed
    if number is None:
        if row:
            row.delete()
    else:
        _, made = ByHand.objects.update_or_create(
            organisation_id=actor.organisation_id, on=on, unit=unit, defaults={"number": number}
        )
        if made and seen is not None:
            raise Changed
    journal.written(actor, "counting.corrected", about=actor.organisation_id, outcome=unit, at=now)


@action
def forget_known(actor: Actor, *, now: datetime) -> int:
    """The clock's chore: what is known of days that are over goes, and their secrets. How many days went."""
    policy.require_may_tidy(actor)
    over = list(KnownToday.objects.visible_to(actor).filter(on__lt=_day(now)).values_list("pk", flat=True))
    if over:
        KnownToday.objects.visible_to(actor).filter(pk__in=over).delete()
        _write(actor, "counting.day_forgotten", now)
    return len(over)


def may_know_by_nickname(actor: Actor) -> bool:
    """Whether this seat may know who comes, and something may be written about people here for a day (X-15)."""
    return policy.may_know_names(actor) and _may_write_about_people(actor)


def _may_write_about_people(actor: Actor) -> bool:
    return directory.strictest_documentation(actor) is not directory.DocumentationMode.NONE


def _first(key: UUID | None, now: datetime) -> bool:
    return once(f"counting:{key or uuid4()}", at=now)


def _add(
    actor: Actor, kind: Kind, now: datetime, *, on: date | None = None, counted: int = 0, again: int = 0
) -> None:
    row, _ = Tally.objects.get_or_create(
        organisation_id=actor.organisation_id,
        on=on or _day(now),
        way=kind.way,
        source=kind.source,
        service=kind.service,
    )
    Tally.objects.filter(pk=row.pk).update(counted=F("counted") + counted, again=F("again") + again)
    _write(actor, "counting.counted", now)


def _take(actor: Actor, kind: Kind, now: datetime, *, again: bool = False) -> None:
    """One less, in one statement: two who take the last back at the same moment take it once."""
    column = "again" if again else "counted"
    here = Tally.objects.visible_to(actor).filter(
        on=_day(now), way=kind.way, source=kind.source, service=kind.service
    )
    if not here.filter(**{f"{column}__gt": 0}).update(**{column: F(column) - 1}):
        raise Refused(Refusal.NOTHING_THERE)
    _write(actor, "counting.taken_back", now)


def _been_here_today(actor: Actor, unit: Unit, nickname: str, now: datetime) -> bool:
    """Whether this nickname was counted today. The house's one row is locked: two at the same moment come in turn."""
    fresh = json.dumps({"secret": os.urandom(SECRET_BYTES).hex(), "marks": []})
    made, _ = KnownToday.objects.get_or_create(
        organisation_id=actor.organisation_id, on=_day(now), defaults={"marks": fresh}
    )
    row = KnownToday.objects.select_for_update().get(pk=made.pk)
    known = json.loads(row.marks)
    hers = mark(bytes.fromhex(known["secret"]), unit, nickname)
    if hers in known["marks"]:
        return True
    row.marks = json.dumps({**known, "marks": sorted([*known["marks"], hers])})
    row.save(update_fields=["marks"])
    _write(actor, "counting.counted", now)
    return False


def _write(actor: Actor, what: str, now: datetime) -> None:
    nobody = Actor.housekeeper(actor.organisation_id)
    journal.written(nobody, what, about=actor.organisation_id, at=now)


def _day(now: datetime) -> date:
    return timezone.localtime(now).date()
