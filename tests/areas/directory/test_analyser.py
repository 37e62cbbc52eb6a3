"""What the analyser makes of words: a table to read, and what holds for any text at all."""

import csv
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given as generated
from hypothesis import strategies as st

from stegvis.areas.directory.rules.analyser import (
    QUERY_WORDS,
    WORD_LONGEST,
    index_words,
    query,
    stem,
    words_in,
)
from stegvis.areas.directory.rules.filters import Features
from stegvis.areas.directory.rules.finding import TOKENS_MOST, Said, anywhere, tokens
from stegvis.areas.directory.rules.synonyms import LANGUAGES, THINGS

GLOSSARY = Path(__file__).resolve().parents[3] / "docs" / "spec" / "glossary.tsv"


def finds(asked: str, text: str, *, page: str = "nb", language: str = "nb") -> bool:
    held = tokens([Said(text, language)], Features())
    return all(each.found_in(held) for each in anywhere(query(asked, (page, *LANGUAGES))))


SAME_STEM = [
    ("nb", "sang sanger sangen sangene"),
    ("nb", "gåtur gåturer gåturen gatur"),
    ("nb", "samtale samtaler samtalen samtalene"),
    ("da", "kor koret"),
    ("da", "kør kor"),
    ("sv", "kör kören kor"),
    ("sv", "sång sånger sången sang"),
    ("sv", "promenader promenaden"),
    ("en", "walk walks walking walked"),
    ("nb", "Århus Aarhus århus ARHUS"),
]


@pytest.mark.parametrize(("language", "words"), SAME_STEM)
def test_forms_of_a_word_have_one_stem(language, words):
    assert len({stem(word, language) for word in words.lower().split()}) == 1


FINDS = [
    # what is typed, what is written, in which language, whether it finds it
    ("sy", "Sykafé", "nb", True),
    ("sy", "Sykepleier", "nb", False),
    ("sy", "sömnad", "sv", True),
    ("sy", "Alt som er", "nb", False),  # "søm" folds to "som"
    ("meeting", "Møte", "nb", True),
    ("meeting", "Kom deg mot målet", "nb", False),  # "møte" stems to "mot"
    ("men", "Kaffe, men ikke kake", "nb", False),
    ("og", "Kaffe og kake", "nb", True),  # a question of nothing but such words still searches
    ("som", "Alt som er", "nb", True),
    ("kor", "Kvinnekoret", "nb", True),
    ("kor", "Korsby", "nb", False),  # a listed short word stands for itself
    ("tur", "Fottur", "nb", True),
    ("tur", "Kultur og litteratur", "nb", False),
    ("tur", "Kulturen", "nb", False),
    ("tur", "Søndagsturen", "nb", False),  # three letters count only after a word that is known
    ("kafe", "Mandagskafeen", "nb", True),
    ("kafé", "Sandwich and coffee", "en", True),
    ("gruppe", "Samtalegrupper", "nb", True),
    ("group", "Selvhjælpsgruppe", "da", True),
    ("selfhelp", "Self-help", "en", True),
    ("self help", "Selvhjelp", "nb", True),
    ("drop-in", "Drop in", "en", True),
    ("bib", "Bibliotek", "nb", True),  # three letters begin a word
    ("bi", "Bibliotek", "nb", False),
    ("bib lunsj", "Bibliotek med lunsj", "nb", False),  # only the last word may be cut short
    ("lunsj bib", "Bibliotek med lunsj", "nb", True),
    ("men", "Women and men", "en", True),
    ("jeg vil gjerne strikke", "Strikking", "nb", True),
    ("korleis finn eg nokon å snakke med", "Finne noen å snakke med", "nb", True),
    ("привет", "Привет!", "uk", True),
    ("قهوة", "قهوة", "ar", True),
    ("🧶", "Garn 🧶 og kaffe", "nb", True),
    ("14", "Kl. 14.00", "nb", True),
]


@pytest.mark.parametrize(("asked", "written", "language", "found"), FINDS)
def test_what_finds_what(asked, written, language, found):
    assert finds(asked, written, language=language) is found


FROKOST = [
    # on a page in, finds Danish "frokost" (at noon), finds Norwegian "frokost" (in the morning)
    ("da", True, False),
    ("nb", False, True),
    ("sv", True, True),
    ("en", True, True),
]


@pytest.mark.parametrize(("page", "at_noon", "in_the_morning"), FROKOST)
def test_the_language_of_the_page_decides_about_false_friends(page, at_noon, in_the_morning):
    assert finds("frokost", "Fælles frokost", page=page, language="da") is at_noon
    assert finds("frokost", "Felles frokost", page=page, language="nb") is in_the_morning
    assert finds("frokost", "Lunch", page=page, language="sv") is at_noon


def test_every_synonym_finds_its_thing_from_every_language():
    missed = [
        (asked, page, written, language)
        for thing in THINGS
        for page in LANGUAGES
        for asked in thing[page]
        for language in LANGUAGES
        for written in thing[language]
        if not finds(asked, written, page=page, language=language)
    ]
    # Swedish "man" is a man, and in almost every text "one": it finds others, but is not found.
    assert {(written, language) for *_, written, language in missed} <= {("man", "sv")}


def test_the_single_words_of_the_glossary_find_each_other():
    """What the glossary calls one thing is found by each of its names, where each is one word."""
    with GLOSSARY.open() as file:
        rows = {row["en"]: row for row in csv.DictReader(file, delimiter="\t")}
    for name in OFFERED:
        said = {code: rows[name][code].split(" (")[0].split(" / ")[0] for code in LANGUAGES}
        for page, asked in said.items():
            for language, written in said.items():
                assert finds(asked, written, page=page, language=language), (asked, page, written, language)


OFFERED = [
    "activity", "association", "participant", "volunteer", "open house", "drop-in", "theme evening",
    "breakfast meeting", "lunch",
    "outing", "peer", "sober", "work training", "everyday support", "guidelines",
    "talk group", "self-help group", "social offering", "companion", "recovery",
]  # fmt: skip
"""The rows of the glossary that name something one can look for."""


@generated(st.text(max_size=80), st.sampled_from([*LANGUAGES, "ar"]))
def test_tokens_are_plain_and_short_and_the_same_however_letters_are_composed(text, language):
    words = index_words(text, language)
    assert len(words) == len(set(words))
    for word in words:
        assert word
        assert len(word) <= WORD_LONGEST + 6  # and the mark of its language
        assert not any(sign.isspace() or (sign.isascii() and not sign.isalnum()) for sign in word)
        assert word == word.lower() or not word.isascii()
    composed, apart = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert index_words(composed, language) == index_words(apart, language)


@generated(st.text(max_size=300))
def test_any_question_becomes_few_terms(text):
    terms = query(text, LANGUAGES)
    assert len(terms) <= QUERY_WORDS
    assert bool(terms) is bool(words_in(text[:200]))
    assert all(term.exact for term in terms)


WORDS = ["strikke", "kafé", "på", "torsdager", "sang", "kor", "æ", "ø", "å", "barn", "12"]


@generated(st.lists(st.sampled_from(WORDS), min_size=1))
def test_a_text_is_found_by_its_own_words(words):
    text = " ".join(words)
    assert finds(text, text)


def test_a_book_pasted_in_does_not_fill_the_index():
    text = " ".join(f"ord{number}" for number in range(50_000))
    assert (
        len(tokens([Said("Tittel", "nb", is_title=True), Said(text, "nb")], Features(place="Korsby")))
        == TOKENS_MOST
    )
