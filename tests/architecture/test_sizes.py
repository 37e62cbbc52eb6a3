"""Short files, short functions: a newcomer opens four or five of them to change one use case."""

import ast
from pathlib import Path

import pytest

from tests.architecture.sources import functions, lines, python_files, shown, tree

FILE_LIMIT, FILE_AIM = 400, 200
FUNCTION_LIMIT, FUNCTION_AIM = 50, 25
SHARE_AIMED_FOR = 0.9


def too_long(path: Path, text: str) -> list[str]:
    """What is longer than it may be in one file, in words."""
    found = []
    if (count := len(text.splitlines())) > FILE_LIMIT:
        found.append(f"{path}: {count} lines, at most {FILE_LIMIT}")
    for name, length in functions(ast.parse(text)):
        if length > FUNCTION_LIMIT:
            found.append(f"{path}: {name} has {length} lines, at most {FUNCTION_LIMIT}")
    return found


@pytest.mark.parametrize("path", python_files(), ids=shown)
def test_no_file_and_no_function_is_too_long(path: Path):
    assert too_long(path, path.read_text()) == []


def test_nine_in_ten_are_as_short_as_we_aim_for(capsys: pytest.CaptureFixture[str]):
    files = [lines(path) for path in python_files("src")]
    lengths = [length for path in python_files("src") for _, length in functions(tree(path))]
    short_files = sum(length <= FILE_AIM for length in files) / len(files)
    short_functions = sum(length <= FUNCTION_AIM for length in lengths) / len(lengths)
    with capsys.disabled():
        print(f"\nfiles within {FILE_AIM} lines: {short_files:.0%}, "  # noqa: T201
              f"functions within {FUNCTION_AIM}: {short_functions:.0%}")  # fmt: skip
    assert short_files >= SHARE_AIMED_FOR
    assert short_functions >= SHARE_AIMED_FOR


def test_a_long_file_and_a_long_function_are_noticed():
    long_file = "\n".join(["x = 1"] * (FILE_LIMIT + 1))
    long_function = "def f():\n" + "    x = 1\n" * FUNCTION_LIMIT
    assert len(too_long(Path("long.py"), long_file)) == 1
    assert len(too_long(Path("long.py"), long_function)) == 1
