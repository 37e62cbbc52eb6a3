"""No screen measures anybody or says that she stayed away: by what pages draw, and by all words there are (S2-06)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po

from tests.architecture.sources import ROOT

pytestmark = pytest.mark.requirement("S2-06")

SOURCE = ROOT / "src" / "stegvis"
DRAWN = re.compile(r"\{% progress|<progress|<meter|progressbar")
OF_A_FILE = {
    "ui/templates/ui/parts/progress.html": "how a bar is drawn",
    "ui/templates/ui/gallery.html": "for those who build pages",
    "areas/privacy/templates/privacy/copy.html": "how far her own file has come",
    "areas/privacy/templates/privacy/copy_for.html": "the same, for the adviser who prints it",
}
"""Where a bar may be drawn, and of what: never of a person."""

MEASURES = {
    "en": r"streaks?|in a row|scores?|badges?|completed|progress\w*|no-?shows?|absen\w+|attendance"
    r"|did not (?:come|show)|(?:have|has) missed|achievements?|improve[ds]?",
    "nb": r"poeng\w*|fullfør\w*|fr[ae]mgang\w*|fravær\w*|uteble\w*|på rad|møtte ikke|oppmøte\w*",
    "da": r"points?|gennemfør\w*|fremskridt\w*|fravær\w*|udeble\w*|på stribe|mødte ikke|fremmøde\w*",
    "sv": r"poäng\w*|slutför\w*|genomför\w*|framsteg\w*|frånvaro\w*|uteb[el]\w*|i rad|närvaro\w*",
}
OF_A_CALENDAR = "1 is this day alone. 4 is the same weekday four weeks in a row."


def measured(words: str, language: str) -> list[str]:
    """The words in a text that measure somebody, or count her days away."""
    return re.findall(rf"\b(?:{MEASURES[language]})\b", words, re.IGNORECASE)


def all_words() -> Iterator[tuple[str, str, str]]:
    """Each message with its language and its English id: the English ones, and every translation."""
    for path in sorted(SOURCE.rglob("django.po")):
        language = path.parts[-3]
        with path.open("rb") as file:
            for message in read_po(file):
                ids, strings = (
                    (one,) if isinstance(one, str) else tuple(one) for one in (message.id, message.string)
                )
                yield from ((language, ids[0], words) for words in strings)
                yield from (("en", ids[0], words) for words in ids)


def test_no_page_draws_how_far_somebody_has_come():
    drawn = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.html")
        if DRAWN.search(path.read_text())
    }
    assert drawn == set(OF_A_FILE)


def test_no_words_measure_anybody_or_count_her_days_away():
    said = {(language, words) for language, id_, words in all_words() if id_ != OF_A_CALENDAR}
    assert len(said) > 4000
    assert {words for language, words in said if measured(words, language)} == set()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "You have missed three sessions."),
        ("en", "Completed"),
        ("nb", "Fravær denne måneden"),
        ("nb", "Fem ganger på rad!"),
        ("da", "Du udeblev i går"),
        ("sv", "Frånvaro"),
    ],
)
def test_such_words_are_noticed(language: str, words: str):
    assert measured(words, language)
