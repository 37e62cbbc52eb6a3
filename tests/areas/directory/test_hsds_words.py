"""What somebody at the command line reads while a file comes in, and when it does not."""

import io

import pytest

from stegvis.areas.directory.management.progress import bar
from stegvis.areas.directory.management.words import sentence
from stegvis.areas.directory.rules.hsds import Fault, Problem


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_a_sentence(fault: Fault):
    assert sentence(Problem(fault, 3)).startswith("line 3: ")


def test_a_sentence_stays_on_its_line_whatever_the_file_holds():
    told = sentence(Problem(Fault.NUL, 1, 2, "a\n\x1b[31m\ud800", "b\r\n"))

    assert told == "line 1, item 2: a??[31m? holds a NUL character: b??"
    assert told.encode()


def test_the_bar_fills_as_the_file_is_read():
    screen = Terminal()
    draw = bar(screen, "Checking", 200, quiet=False)

    draw(0)
    draw(200)

    assert screen.getvalue().splitlines()[-1] == f"Checking   [{'#' * 30}] 100%"


@pytest.mark.parametrize(("screen", "quiet"), [(Terminal(), True), (io.StringIO(), False)])
def test_there_is_no_bar_for_machines(screen: io.StringIO, quiet: bool):
    bar(screen, "Checking", 10, quiet=quiet)(10)

    assert screen.getvalue() == ""
