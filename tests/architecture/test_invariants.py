"""What must always hold is shown over generated histories: tests/invariants.tsv says by which test, and says true.

The invariants stand in docs/spec/requirements.tsv. Those of the services that are built (S1, S2) each need a test here.
"""

from __future__ import annotations

import ast
import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, tree
from tools.docs import requirements

TESTS = ROOT / "tests"
TABLE = TESTS / "invariants.tsv"
BUILT = ("S1-", "S2-")


def invariants() -> set[str]:
    """The requirements that say what must always hold."""
    with requirements.TABLE.open(newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {row["id"] for row in rows if row["invariant"] and row["id"].startswith(BUILT)}


def shown_by(table: Path = TABLE) -> dict[str, list[str]]:
    """The tests of each invariant, as "areas/groups/test_x.py: test_y"."""
    found: dict[str, list[str]] = defaultdict(list)
    with table.open(newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            found[row["id"]].append(row["test"])
    return found


def untrue(id_: str, test: str) -> str:
    """What is wrong about a line of the table; empty when the test is there, is marked, and is generated."""
    path, name = TESTS / test.partition(": ")[0], test.partition(": ")[2]
    if not path.is_file():
        return "no such file"
    module = tree(path)
    found = next((one for one in module.body if isinstance(one, ast.FunctionDef) and one.name == name), None)
    if found is None:
        return "no such test"
    if (id_, name) not in set(requirements.shown_in(path.read_text())):
        return "without its mark"
    return "" if is_generated(module, found) else "not over generated histories"


def is_generated(module: ast.Module, test: ast.FunctionDef) -> bool:
    """Whether hypothesis makes up what happens: by `given`, under whatever name, or by a state machine."""
    drawing = set(_names_of(module, "hypothesis", "given"))
    running = set(_names_of(module, "hypothesis.stateful", "run_state_machine_as_test"))
    decorators = {_called(decorator) for decorator in test.decorator_list}
    return bool(decorators & drawing) or bool({_called(node) for node in ast.walk(test)} & running)


def _names_of(module: ast.Module, package: str, what: str) -> Iterator[str]:
    for node in module.body:
        if isinstance(node, ast.ImportFrom) and node.module == package:
            yield from (name.asname or name.name for name in node.names if name.name == what)


def _called(node: ast.AST) -> str:
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""


def test_each_invariant_has_its_test():
    assert set(shown_by()) == invariants()


@pytest.mark.parametrize(
    ("id_", "test"), [(id_, test) for id_, tests in shown_by().items() for test in tests]
)
def test_what_the_table_says_is_so(id_: str, test: str):
    assert untrue(id_, test) == ""


ARRIVING = "faces/test_arriving_histories.py"


@pytest.mark.parametrize(
    ("id_", "test", "wrong"),
    [
        ("S2-05", "faces/test_gone.py: test_a", "no such file"),
        ("S2-05", f"{ARRIVING}: test_gone", "no such test"),
        ("S2-04", f"{ARRIVING}: test_a_chosen_name_is_enough_in_any_history_of_arriving", "without its mark"),
        (
            "S1-16",
            "areas/remarks/test_showing.py: test_a_poster_in_the_room_is_enough_and_taking_it_down_is_noticed",
            "not over generated histories",
        ),
    ],
)
def test_a_line_that_is_not_so_is_noticed(id_: str, test: str, wrong: str):
    assert untrue(id_, test) == wrong
