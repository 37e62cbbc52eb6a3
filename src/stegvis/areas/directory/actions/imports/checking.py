"""Reading a file into staging. Nothing of ours changes here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from ...rules.hsds import Fault, Item, Problem, Service, items, services_in
from .staging import Staging

PROBLEMS_TOLD = 50
"""Problems that are told one by one; of the rest, how many."""


@dataclass(slots=True)
class Checked:
    """What a file held: services read, of them refused, and what is wrong (the first fifty, and how many in all)."""

    read: int = 0
    refused: int = 0
    problems: list[Problem] = field(default_factory=list)
    problem_count: int = 0

    def tell(self, problem: Problem) -> None:
        self.problem_count += 1
        if len(self.problems) < PROBLEMS_TOLD:
            self.problems.append(problem)


def check(stream: BinaryIO, into: Staging, *, language: str, progress: Callable[[int], None]) -> Checked:
    """Read all of a seekable stream of HSDS 3.1, check every service and keep the good ones in staging.

    `language` is that of the texts. `progress` is told the bytes read so far. Never raises for what a file holds.
    """
    checked = Checked()
    for found in items(stream):
        if isinstance(found, Problem):
            checked.read += 1
            checked.refused += 1
            checked.tell(found)
        else:
            _check_item(found, into, checked, language)
        progress(stream.tell())
    if not checked.read:
        checked.tell(Problem(Fault.EMPTY, 1))
    return checked


def _check_item(item: Item, into: Staging, checked: Checked, language: str) -> None:
    broken: set[str] = set()
    for found in services_in(item, language=language):
        if isinstance(found, Problem):
            service = found.field.split(".")[0] if found.field.startswith("services[") else ""
            checked.tell(found)
            first_of_its_service = service not in broken
            broken.add(service)
            checked.read += first_of_its_service
            checked.refused += first_of_its_service
            continue
        checked.read += 1
        if problem := _kept(found, into):
            checked.refused += 1
            checked.tell(problem)


def _kept(service: Service, into: Staging) -> Problem | None:
    first = into.add(service)
    if first is None:
        return None
    return Problem(
        Fault.SAME_ID,
        service.line,
        service.item,
        "id",
        f"{service.reference}, line {first[1]}, item {first[0]}",
    )
