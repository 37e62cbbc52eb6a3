"""Whatever code a look is written with has words that the participant reads (X-06)."""

import ast
from collections.abc import Iterator

import pytest

from stegvis.areas.privacy import texts
from tests.architecture.sources import SOURCE, shown, tree


def reasons_in(module: ast.Module) -> Iterator[str | None]:
    """What every call of `journal.seen` gives as `why`; None where it is not written out."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "seen":
            given = {keyword.arg: keyword.value for keyword in node.keywords}
            if "why" in given:
                why = given["why"]
                yield why.value if isinstance(why, ast.Constant) and isinstance(why.value, str) else None


def without_words(written: dict[str, list[str | None]], known: frozenset[str]) -> dict[str, list[str | None]]:
    wordless = {place: [code for code in codes if code not in known] for place, codes in written.items()}
    return {place: codes for place, codes in wordless.items() if codes}


def written_in_the_house() -> dict[str, list[str | None]]:
    found = {shown(path): list(reasons_in(tree(path))) for path in sorted(SOURCE.rglob("*.py"))}
    return {place: codes for place, codes in found.items() if codes}


@pytest.mark.requirement("X-06")
def test_every_reason_to_look_has_words():
    written = written_in_the_house()

    assert sum(len(codes) for codes in written.values()) >= 7, "else this would say nothing"
    assert without_words(written, texts.declared()) == {}


def test_words_are_declared_only_for_reasons_that_are_given():
    assert texts.declared() - {code for codes in written_in_the_house().values() for code in codes} == set()


@pytest.mark.parametrize("why", ['"groups.new_page"', "why"])
def test_a_reason_without_words_is_noticed(why: str):
    written = {"a.py": list(reasons_in(ast.parse(f"journal.seen(actor, about=ids, why={why}, at=now)")))}
    assert without_words(written, texts.declared()).keys() == {"a.py"}


def test_a_reason_has_one_wording(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(texts, "_reasons", {})
    texts.declare_reasons({"a.page": "Opened it"})
    with pytest.raises(ValueError, match=r"a\.page"):
        texts.declare_reasons({"a.page": "Opened something else"})
    assert texts.reason("a.page") == "Opened it"


def test_an_old_look_is_told_when_its_words_are_gone():
    assert texts.reason("gone.page") is texts.IN_THEIR_WORK
