"""Documents that repeat code are current, and the requirements they list are marked with ids that exist."""

import re
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT
from tools.docs import __main__ as docs
from tools.docs import requirements

MARKED = """
@pytest.mark.requirement("S1-12")
def test_one(): ...

@pytest.mark.parametrize("x", [pytest.param(1, marks=pytest.mark.requirement("S1-13"))])
def test_two(x): ...

def test_three(): ...

@pytest.mark.requirement("S9-99")
def not_a_test(): ...
"""


@pytest.mark.parametrize("document", ["requirements", "map", "data_protection"])
def test_the_document_is_current(document: str, capsys: pytest.CaptureFixture[str]):
    assert docs.main([document, "--check"]) == 0, capsys.readouterr().err


def test_a_document_that_is_behind_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "docs").mkdir()
    monkeypatch.setattr(docs, "ROOT", tmp_path)
    assert docs.main(["map", "--check"]) == 1
    assert docs.main(["map"]) == 0
    assert docs.main(["map", "--check"]) == 0
    (tmp_path / "docs" / "map.md").write_text("old")
    assert docs.main(["map", "--check"]) == 1


def test_marks_are_found_where_they_stand():
    assert list(requirements.shown_in(MARKED)) == [("S1-12", "test_one"), ("S1-13", "test_two")]
    whole = f'pytestmark = [pytest.mark.requirement("X-01")]\n{MARKED}'
    assert ("X-01", "test_three") in set(requirements.shown_in(whole))


def test_a_mark_that_names_nothing_is_noticed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(requirements, "tests_by_requirement", lambda files: {"S9-99": ["test_x.py: test_x"]})
    with pytest.raises(requirements.UnknownRequirement, match="S9-99"):
        requirements.text()


def test_every_requirement_is_in_the_document_with_its_tests_or_not_yet():
    known = requirements.requirements()
    text = requirements.write(known, {known[0].id: ["a.py: test_a"]})
    assert text.count("\n| S") + text.count("\n| X") == len(known)
    assert text.count("| not yet |\n") == len(known)  # all but the first, and the head of the totals
    assert "`a.py: test_a`" in text


LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "docs" / "adr").glob("*.md")]


def _broken(document: Path) -> list[str]:
    links = LINK.findall(document.read_text())
    return [link for link in links if not (document.parent / link).exists()]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_what_a_document_points_to_is_there(document: Path):
    """A promise that names its test is a promise only as long as the test is there."""
    assert _broken(document) == []


def test_a_link_that_leads_nowhere_is_noticed(tmp_path: Path):
    (tmp_path / "a.md").write_text("[here](a.md), [gone](tests/test_gone.py), [far](https://example.org)")
    assert _broken(tmp_path / "a.md") == ["tests/test_gone.py"]
