"""What the journeys look for on a page is said on some page: a changed word is found here, without a browser."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from babel.messages.pofile import read_po

from tests.architecture.sources import ROOT

SAYING = {"say", "DESK_WORDS"}


def _looked_for(source: str) -> Iterator[str]:
    """The words that are handed to a reader."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING:
            said = node.args[0] if node.args else None
            if isinstance(said, ast.Constant) and isinstance(said.value, str):
                yield said.value


def _said() -> set[str]:
    """All that the pages say, in English."""
    found: set[str] = set()
    for path in (ROOT / "src").rglob("locale/nb/LC_MESSAGES/django.po"):
        with path.open("rb") as catalogue:
            for message in read_po(catalogue):
                found |= {message.id} if isinstance(message.id, str) else set(message.id)
    return found


def test_the_journeys_look_for_words_that_some_page_says():
    said = _said()
    missing = {
        (path.name, words)
        for path in sorted((ROOT / "tests/journeys").glob("*.py"))
        for words in _looked_for(path.read_text())
        if words not in said
    }
    assert missing == set()


def test_a_word_that_no_page_says_is_noticed():
    assert set(_looked_for('press(page, say("Weather"))')) - _said() == {"Weather"}
