"""Whatever code a look is written with has words that the participant reads (X-06)."""

import ast
from collections.abc import Iterator

import pytest

from stegvis.areas.privacy import texts
from tests.architecture.sources import SOURCE, shown, tree


def reasons_in(module: ast.Module) -> Iterator[str | None]:
    """Every reason written out as `why`, in calls of `journal.seen` and of what passes a reason on to it.

    None for one that cannot be read: neither written out nor the `why` that the function around it was given.
    """
    for function in [module, *(node for node in ast.walk(module) if isinstance(node, ast.FunctionDef))]:
        given_why = isinstance(function, ast.FunctionDef) and "why" in _parameters(function)
        for call in _calls_in(function):
            why = {keyword.arg: keyword.value for keyword in call.keywords}.get("why")
            passed_on = given_why and isinstance(why, ast.Name) and why.id == "why"
            if isinstance(why, ast.Constant):
                yield str(why.value)
            elif why is not None and not passed_on and getattr(call.func, "attr", "") == "seen":
                yield None


def _parameters(function: ast.FunctionDef) -> set[str]:
    return {one.arg for one in [*function.args.args, *function.args.kwonlyargs]}


def _calls_in(function: ast.AST) -> Iterator[ast.Call]:
    """The calls that stand in this function, or in the module outside all functions."""
    for node in ast.iter_child_nodes(function):
        if isinstance(node, ast.FunctionDef):
            continue
        if isinstance(node, ast.Call):
            yield node
        yield from _calls_in(node)


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


@pytest.mark.parametrize(
    "code",
    [
        'journal.seen(actor, about=ids, why="groups.new_page", at=now)',
        "journal.seen(actor, about=ids, why=why, at=now)",
        "def page(why):\n    journal.seen(actor, about=ids, why=why.code, at=now)",
        'def page(why):\n    journal.seen(actor, about=ids, why=why, at=now)\npage(why="groups.new_page")',
    ],
)
def test_a_reason_without_words_is_noticed(code: str):
    assert without_words({"a.py": list(reasons_in(ast.parse(code)))}, texts.declared()).keys() == {"a.py"}


def test_a_reason_that_is_passed_on_is_read_where_it_is_written():
    code = 'def page(why):\n    journal.seen(actor, about=ids, why=why, at=now)\npage(why="admission.talk")'
    assert list(reasons_in(ast.parse(code))) == ["admission.talk"]


def test_a_reason_has_one_wording(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(texts, "_reasons", {})
    texts.declare_reasons({"a.page": "Opened it"})
    with pytest.raises(ValueError, match=r"a\.page"):
        texts.declare_reasons({"a.page": "Opened something else"})
    assert texts.reason("a.page") == "Opened it"


def test_an_old_look_is_told_when_its_words_are_gone():
    assert texts.reason("gone.page") is texts.IN_THEIR_WORK
