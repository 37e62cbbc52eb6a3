"""Typing errors: which word somebody probably meant. Pure: no Django, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from .analyser import folded

SHORTEST = 3
END = 2


def ends(word: str) -> tuple[str, str]:
    """How a word begins and ends, folded. One slip leaves one of the two whole, so that finds what was meant."""
    plain = folded(word)
    return plain[:END], plain[-END:]


def slips_allowed(word: str) -> int:
    """The longer a word, the more may be wrong in it: one letter below six, then two."""
    return 1 if len(word) < 6 else 2


def nearest(word: str, written: Iterable[str], most: int = 3) -> list[str]:
    """The words most like a typed one, nearest first; none that differs too much, and not the word itself."""
    plain = folded(word)
    allowed = slips_allowed(plain)
    if len(plain) < SHORTEST:
        return []
    near = []
    for candidate in written:
        other = folded(candidate)
        if other != plain and abs(len(other) - len(plain)) <= allowed:
            slips = OSA.distance(plain, other, score_cutoff=allowed)
            if slips <= allowed:
                near.append((slips, other[:1] != plain[:1], len(candidate), candidate))
    return [candidate for *_, candidate in sorted(near)[:most]]


def replaced(words: str, typed: str, meant: str) -> str:
    """What was typed with one word put right, in lower case where it was replaced."""
    start = words.lower().find(typed)
    return f"{words[:start]}{meant}{words[start + len(typed) :]}" if start >= 0 else meant


def put_right(words: str, typed: Sequence[str], written: Iterable[str]) -> list[str]:
    """Ways to say the same with its one or several misspelt words put right, the likeliest first.

    A word that occurs as it was typed is taken to be right.
    """
    known = list(written)
    spelled = {folded(word) for word in known}
    near = {word: nearest(word, known) for word in typed if folded(word) not in spelled}
    offers: list[str] = []
    for choice in range(3):
        offer = words
        for word, candidates in near.items():
            if candidates:
                offer = replaced(offer, word, candidates[min(choice, len(candidates) - 1)])
        if offer != words and offer not in offers:
            offers.append(offer)
    return offers
