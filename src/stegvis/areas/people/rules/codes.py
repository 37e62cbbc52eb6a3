"""The code somebody signs in with instead of a name: `K4M-7R3 cup path birch rain` (X-03).

The first six characters we make: they find the row. The words are the secret: hashed like a password, kept by nobody
but the person. What is typed is read kindly: case, accents, commas and extra spaces make no difference.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .kinds import Language
from .words import LISTS

LETTERS = "AFHKLMRTXY"
DIGITS = "23456789"
PUBLIC_LENGTH = 6
WORDS_IN_SECRET = 4
SHORTEST_SECRET = 12
LONGEST_SECRET = 128

_OF_THEIR_OWN = str.maketrans({"ø": "o", "æ": "a", "ð": "d", "þ": "th", "ł": "l"})
_BETWEEN_WORDS = re.compile(r"[\s.,;:·•/_–—-]+")
_PUBLIC_PART = re.compile(rf"\s*({'[-. ]?'.join(['[A-Za-z0-9]'] * PUBLIC_LENGTH)})(?![^\W_])(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class TypedCode:
    """What somebody typed, taken apart. `secret` is folded and ready to be compared with a hash."""

    public_part: str
    secret: str


def make_public_part(choose: Callable[[Sequence[str]], str]) -> str:
    """Letter and digit in turn: easy to say aloud, never a word, and nothing in it looks like something else.

    `choose` picks one of a sequence at random.
    """
    return "".join(choose(DIGITS if place % 2 else LETTERS) for place in range(PUBLIC_LENGTH))


def suggest_secret(choose: Callable[[Sequence[str]], str], language: Language) -> str:
    """Four different everyday words of the language, with single spaces between them."""
    words: list[str] = []
    while len(words) < WORDS_IN_SECRET or len(" ".join(words)) < SHORTEST_SECRET:
        word = choose(LISTS[language])
        if len(words) == WORDS_IN_SECRET:
            words.clear()
        elif word not in words:
            words.append(word)
    return " ".join(words)


def bits(language: Language) -> float:
    """How hard a suggested secret is to guess: the logarithm of the number of equally likely ones."""
    return math.log2(math.perm(len(LISTS[language]), WORDS_IN_SECRET))


def fold(secret: str) -> str:
    """The same words, however they are typed: on a foreign keyboard, in capitals, with commas or hyphens between."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", secret).casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c)).translate(_OF_THEIR_OWN)
    return _BETWEEN_WORDS.sub(" ", letters).strip()


def long_enough(secret: str) -> bool:
    return SHORTEST_SECRET <= len(fold(secret)) <= LONGEST_SECRET


def shown(public_part: str, secret: str) -> str:
    """The one thing the person keeps."""
    half = PUBLIC_LENGTH // 2
    return f"{public_part[:half]}-{public_part[half:]} {secret.strip()}"


def read(typed: str) -> TypedCode | None:
    """Take apart what was typed in one field. None when it cannot be a code at all."""
    found = _PUBLIC_PART.match(typed[: 2 * LONGEST_SECRET])
    if found is None:
        return None
    public_part = re.sub(r"[^A-Za-z0-9]", "", found[1]).upper()
    secret = fold(found[2])
    return TypedCode(public_part, secret) if secret else None
