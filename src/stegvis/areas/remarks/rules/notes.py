"""A note about a remark says what happened, never who: what in it could lead to somebody (S1-34). Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from .first_names import ALSO_WORDS, FIRST_NAMES


class Trace(StrEnum):
    """What could lead to somebody."""

    NAME = "name"
    NUMBER = "number"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Found:
    """The very words to leave out."""

    trace: Trace
    words: str


WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
CLOCK = re.compile(r"(?<![\d.:])\d{1,2}[.:][0-5]\d(?![.:/-]?\d)")
NUMBER = re.compile(r"\+?\d(?:[\s./()-]{0,2}\d){4,}")
AT = re.compile(r"\S+@\S+")
SENTENCE_END = re.compile(r"(?:^|[.!?:\n\"“”«»])\s*$")
POSSESSIVE = ("'s", "’s", "'", "’", "s")


def traces(words: str, called: Collection[str]) -> list[Found]:
    """Names of those in the group, common first names, and numbers and addresses that lead to somebody.

    `called`: what the people in the group are called. A name of one word is found in small letters too, unless it is
    also a word of everyday language. Clock times are no numbers of anybody.
    """
    return [*_addresses(words), *_numbers(words), *_names(words, called)]


def _addresses(words: str) -> Iterator[Found]:
    for found in AT.finditer(words):
        yield Found(Trace.ADDRESS, found[0])


def _numbers(words: str) -> Iterator[Found]:
    for found in NUMBER.finditer(CLOCK.sub(" – ", words)):
        yield Found(Trace.NUMBER, found[0].strip())


def _names(words: str, called: Collection[str]) -> Iterator[Found]:
    whole = " ".join(words.casefold().split())
    for name in called:
        several = " ".join(name.casefold().split())
        if " " in several and re.search(rf"(?<!\w){re.escape(several)}s?(?!\w)", whole):
            yield Found(Trace.NAME, name)
    parts = {part.casefold() for name in called for part in WORD.findall(name) if len(part) > 1}
    alone = {name.strip().casefold() for name in called if len(name.strip()) > 1}
    for found in WORD.finditer(words):
        if _is_name(found, words, parts=parts, alone=alone):
            yield Found(Trace.NAME, found[0])


def _is_name(found: re.Match[str], words: str, *, parts: set[str], alone: set[str]) -> bool:
    spelled = _without_ending(found[0])
    capital = found[0][0].isupper()
    begins = SENTENCE_END.search(words[: found.start()]) is not None
    if spelled & (alone - ALSO_WORDS):
        return True
    if capital and spelled & (parts - ALSO_WORDS):
        return True
    if capital and not begins and spelled & parts:
        return True
    return capital and bool(spelled & FIRST_NAMES)


def _without_ending(word: str) -> set[str]:
    """The word in small letters, and without what makes it "belonging to": Karis, Kari's."""
    small = word.casefold()
    return {small, *(small.removesuffix(ending) for ending in POSSESSIVE)} - {""}
