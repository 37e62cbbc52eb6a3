"""`stegvis verify-log`: whether the log of who looked is what was sealed, organisation by organisation."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.sealing import Head
from stegvis.kernel.verifying import Found, Verified, verify

MOST_NAMED = 20
Heads = Mapping[UUID, Head]


class Command(BaseCommand):
    help = "Verify the log of who looked at whom: name what was changed, deleted, moved or cut off since it was sealed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--head", metavar="FILE", help="a head written earlier and kept elsewhere")
        parser.add_argument(
            "--write-head",
            metavar="FILE",
            help="write the ends of the chains there, when all is as it was sealed",
        )
        parser.add_argument("--json", action="store_true", help="print one object, for machines")

    def handle(self, *args: Any, **options: Any) -> None:
        known = _read(Path(options["head"])) if options["head"] else {}
        target = Path(options["write_head"]) if options["write_head"] else None
        if target is not None and target.exists():
            known = {**_read(target), **known}
        done, lost = _verify_all(known)
        self.stdout.write(json.dumps(_as_object(done, lost)) if options["json"] else _in_words(done, lost))
        wrong = sum(len(one.found) for one in done.values()) + len(lost)
        if wrong:
            raise CommandError(f"{wrong} faults in the log of looks. No head was written." if target else
                               f"{wrong} faults in the log of looks.")  # fmt: skip
        if target is not None:
            _write(target, {organisation.id: one.head for organisation, one in done.items()})


def _verify_all(known: Heads) -> tuple[dict[people.OrganisationShown, Verified], list[UUID]]:
    """What each log came to, and the organisations that had one and are no longer there."""
    done = {
        organisation: verify(Actor.housekeeper(organisation.id), against=known.get(organisation.id))
        for organisation in people.organisations()
    }
    return done, sorted(known.keys() - {organisation.id for organisation in done})


def _in_words(done: Mapping[people.OrganisationShown, Verified], lost: list[UUID]) -> str:
    lines = [line for organisation, one in done.items() for line in _of_one(organisation.name, one)]
    lines += [f"{organisation_id}: cut off: the organisation is no longer there" for organisation_id in lost]
    return "\n".join(lines) or "There is no organisation yet."


def _of_one(name: str, one: Verified) -> list[str]:
    gone = "".join(f", {count} {why}" for why, count in one.gone.items() if count)
    waiting = (
        f", {one.unsealed} not sealed yet since {one.unsealed_since:%Y-%m-%d %H:%M} UTC"
        if one.unsealed
        else ""
    )
    lines = [f"{name}: {'as sealed' if one else 'NOT as sealed'}: {one.looks} looks{gone}{waiting}"]
    lines += [f"  number {found.number}: {found.fault}" for found in one.found[:MOST_NAMED]]
    more = len(one.found) - MOST_NAMED
    return [*lines, f"  and {more} more"] if more > 0 else lines


def _as_object(done: Mapping[people.OrganisationShown, Verified], lost: list[UUID]) -> dict[str, Any]:
    return {
        "as_sealed": all(done.values()) and not lost,
        "organisations": [
            {
                "organisation": organisation.slug,
                "as_sealed": bool(one),
                "looks": one.looks,
                "gone": {why.value: count for why, count in one.gone.items()},
                "not_sealed_yet": one.unsealed,
                "not_sealed_since": one.unsealed_since.isoformat() if one.unsealed_since else None,
                "head": {"number": one.head.number, "link": one.head.link.hex()},
                "found": [_fault(found) for found in one.found],
            }
            for organisation, one in done.items()
        ],
        "no_longer_there": [str(organisation_id) for organisation_id in lost],
    }


def _fault(found: Found) -> dict[str, Any]:
    return {"number": found.number, "fault": found.fault.value}


def _read(path: Path) -> dict[UUID, Head]:
    """Raises CommandError for a file that is not a head of ours."""
    try:
        kept = json.loads(path.read_text())["heads"]
        return {UUID(key): Head(int(one["number"]), bytes.fromhex(one["link"])) for key, one in kept.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CommandError(f"{path} is not a head that verify-log wrote.") from error


def _write(path: Path, heads: Heads) -> None:
    """All or nothing: a head half written would prove nothing."""
    kept = {str(key): {"number": head.number, "link": head.link.hex()} for key, head in heads.items()}
    beside = path.with_name(f"{path.name}.new")
    beside.write_text(json.dumps({"written_at": timezone.now().isoformat(), "heads": kept}, indent=1) + "\n")
    os.replace(beside, path)
