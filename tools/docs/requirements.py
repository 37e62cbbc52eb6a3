"""docs/requirements.md: every requirement, and the tests that show it, or "not yet"."""

import ast
import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "docs" / "spec" / "requirements.tsv"
PRIORITIES = {"M": "must", "S": "should", "C": "could"}
SOURCES = {
    "S1": "S1: a social, low-threshold service",
    "S2": "S2: offerings and their order",
    "S3": "S3: bridging and meetings",
    "S4": "S4: talks, plans and voices",
    "S5": "S5: reflection",
    "X": "X: for all of them",
}


@dataclass(frozen=True, slots=True)
class Requirement:
    id: str
    priority: str
    words: str

    @property
    def source(self) -> str:
        return self.id.split("-")[0]


class UnknownRequirement(Exception):
    """A test names a requirement that docs/spec/requirements.tsv does not have."""


def requirements(table: Path = TABLE) -> list[Requirement]:
    with table.open(newline="") as file:
        return [
            Requirement(row["id"], PRIORITIES[row["priority"]], row["requirement"])
            for row in csv.DictReader(file, delimiter="\t")
        ]


def shown_in(source: str) -> Iterator[tuple[str, str]]:
    """(requirement id, test name) for every mark in one test file."""
    module = ast.parse(source)
    for_all = [
        node for node in module.body if isinstance(node, ast.Assign) and _names(node) == ["pytestmark"]
    ]
    for node in ast.walk(module):
        if not isinstance(node, ast.FunctionDef) or not node.name.startswith("test_"):
            continue
        for marked in (*node.decorator_list, *for_all):
            for id_ in _marks(marked):
                yield id_, node.name


def _names(node: ast.Assign) -> list[str]:
    return [target.id for target in node.targets if isinstance(target, ast.Name)]


def _marks(node: ast.AST) -> Iterator[str]:
    for call in ast.walk(node):
        if (
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)
            and call.func.attr == "requirement"
        ):
            yield from (word.value for word in call.args if isinstance(word, ast.Constant))


def tests_by_requirement(files: Iterable[Path]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for path in files:
        for id_, name in shown_in(path.read_text()):
            found[id_].add(f"{path.relative_to(ROOT / 'tests')}: {name}")
    return {id_: sorted(names) for id_, names in found.items()}


def text() -> str:
    """The whole document. Raises UnknownRequirement for a mark that names nothing."""
    known, tests = requirements(), tests_by_requirement(sorted((ROOT / "tests").rglob("test_*.py")))
    if strays := set(tests) - {requirement.id for requirement in known}:
        raise UnknownRequirement(", ".join(sorted(strays)))
    return write(known, tests)


def write(known: list[Requirement], tests: Mapping[str, list[str]]) -> str:
    lines = [
        "# Requirements",
        "",
        "Each requirement of the field, and the tests that show it.",
        "",
        *_totals(known, tests),
    ]
    for source in dict.fromkeys(requirement.source for requirement in known):
        lines += ["", f"## {SOURCES.get(source, source)}", "", "| id | priority | requirement | shown by |"]
        lines += ["|---|---|---|---|"]
        lines += [_row(each, tests.get(each.id, [])) for each in known if each.source == source]
    return "\n".join(lines) + "\n"


def _totals(known: list[Requirement], tests: Mapping[str, list[str]]) -> Iterator[str]:
    yield "| priority | requirements | shown | not yet |"
    yield "|---|---:|---:|---:|"
    for priority in (*PRIORITIES.values(), "all"):
        of_it = [each for each in known if priority in {each.priority, "all"}]
        shown = sum(each.id in tests for each in of_it)
        yield f"| {priority} | {len(of_it)} | {shown} | {len(of_it) - shown} |"


def _row(requirement: Requirement, tests: list[str]) -> str:
    shown = "<br>".join(f"`{name}`" for name in tests) or "not yet"
    words = requirement.words.replace("|", "\\|")
    return f"| {requirement.id} | {requirement.priority} | {words} | {shown} |"
