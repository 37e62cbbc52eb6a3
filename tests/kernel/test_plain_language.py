"""LIX, worked out by hand in four languages."""

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from stegvis.kernel.plain_language import Measure, hardest, is_long, measure


@pytest.mark.parametrize(
    ("text", "words", "sentences", "long_words"),
    [
        ("Du kan komme som du er.", 6, 1, 0),
        ("Ta gjerne med en venn. Ingen spør hvorfor du kommer!", 10, 2, 1),
        ("Vi laver mad sammen hver torsdag. Bagefter drikker vi kaffe.", 10, 2, 3),
        ("Vill du följa med? Säg till i receptionen, så ordnar vi det.", 12, 2, 1),
        ("You decide what you tell. Nobody writes it down without you.", 11, 2, 1),
        ("Åpent kl. 12.30-15.00 hver dag", 4, 2, 0),
        ("Mandag\nTirsdag\nOnsdag", 3, 3, 1),
        ("å-ø's selv-hjelp", 2, 1, 1),
        ("", 0, 0, 0),
    ],
)
def test_what_is_counted(text: str, words: int, sentences: int, long_words: int):
    assert measure(text) == Measure(words, sentences, long_words)


def test_the_figure():
    assert Measure(words=100, sentences=10, long_words=20).lix == 30
    assert Measure(words=0, sentences=0, long_words=0).lix == 0


@pytest.mark.parametrize(
    ("word", "known", "long"),
    [
        ("samtale", (), True),
        ("samtale", ("samtale",), False),
        ("Samtalen", ("samtale",), False),
        ("samtalene", ("samtale",), False),
        ("deltakarnas", ("deltakare",), False),
        ("samtalepartnerens", ("samtale",), True),
        ("deltakelsen", ("deltaker",), True),
        ("dagene", (), False),
    ],
)
def test_words_of_the_house_count_as_short_in_all_their_forms(word: str, known: tuple[str, ...], long: bool):
    assert is_long(word, known=known) is long


def test_the_hardest_words_come_first():
    text = "Forventningsavklaring er en avklaring. Forventningsavklaring tar tid."
    assert hardest(text) == ["forventningsavklaring", "avklaring"]


@for_all(st.text(max_size=200))
def test_any_text_can_be_measured(text: str):
    found = measure(text)
    assert 0 <= found.long_words <= found.words
    assert found.sentences <= found.words
    assert found.lix >= 0
