"""How hard a text is to read, as LIX: words a sentence, plus the share of long words in percent. Pure.

Below 30 is easy, as in a children's book; 40 a newspaper; 50 an official report. Made for Swedish, used for all four
languages here: none has an own measure that the others share.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

LONG = 6
"""A word with more letters than this is long."""

ENDINGS = 5
"""A known word may have grown by so many letters: -en, -ene, -arnas."""

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)|\n+")


@dataclass(frozen=True, slots=True)
class Measure:
    """What was counted in a text."""

    words: int
    sentences: int
    long_words: int

    @property
    def lix(self) -> float:
        """0 for an empty text."""
        if not self.words:
            return 0.0
        return self.words / max(self.sentences, 1) + 100 * self.long_words / self.words


def measure(text: str, *, known: Collection[str] = ()) -> Measure:
    """Count words, sentences and long words. A line break ends a sentence, as a list's lines do.

    `known` are words of the house, in lower case, that people here meet daily: they count as short however long they
    are, in all their forms.
    """
    plain = NUMBER.sub(lambda number: "1" * len(number[0]), text)
    sentences = [words for part in SENTENCE_END.split(plain) if (words := WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    return Measure(len(words), len(sentences), sum(is_long(word, known=known) for word in words))


def is_long(word: str, *, known: Collection[str] = ()) -> bool:
    letters = sum(letter.isalpha() for letter in word)
    return letters > LONG and not any(_is_form_of(word.casefold(), known_word) for known_word in known)


def _is_form_of(word: str, known_word: str) -> bool:
    """Whether a word is the known one with an ending; the known one may have lost a last vowel: lunsj, offering."""
    stem = known_word.casefold()
    if len(stem) > LONG and stem[-1] in "aeiouyæøåäö":
        stem = stem[:-1]
    return word.startswith(stem) and len(word) - len(stem) <= ENDINGS


def hardest(text: str, *, known: Collection[str] = ()) -> list[str]:
    """The long words of a text, each once, the longest first: where to begin when it is too hard."""
    found = {word.casefold() for word in WORD.findall(text) if is_long(word, known=known)}
    return sorted(found, key=lambda word: (-len(word), word))
