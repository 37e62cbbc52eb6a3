"""From what somebody wrote to what search compares. Pure; the same for both databases.

1. Words are cut out, in lower case, whatever the script; a picture sign is a word of its own.
2. Nordic letters are folded *before* stemming (å ä æ to a, ø ö to o, double a to a): "kör", "kør" and "kor" then take
   the same way through every stemmer, and so does what is typed without the letters at hand. All Nordic suffixes
   are spelled without those letters, so the stems are as good as unfolded ones. Other marks fold *after* stemming,
   since "kafé" with its mark is what keeps the stemmer from taking the e for an ending.
3. Each word is stemmed in the language of its text. Nobody asks a searcher for hers: her word is stemmed in all.
4. Compounds give up their known parts: "strikkekafé" is also found as knitting and as café.
5. A dot marks what stands apart from the word that looks the same: words that say nothing, and false friends.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise
from threading import Lock

from Stemmer import Stemmer

from .stop_words import LEFT_OUT, STOP_WORDS
from .synonyms import FALSE_FRIENDS, LANGUAGES, PAIRS, THINGS

WORD_LONGEST = 40
TEXT_LONGEST = 200_000
QUERY_LONGEST = 200
QUERY_WORDS = 8
PREFIX_FROM = 3

_WORD = re.compile(r"[^\W_]+|[\u2600-\u27bf\U0001f300-\U0001faff]")
_NORDIC = str.maketrans({"å": "a", "ä": "a", "æ": "a", "ø": "o", "ö": "o"})
_OTHER = str.maketrans({"đ": "d", "ð": "d", "ł": "l", "þ": "th", "ß": "ss", "œ": "oe"})
_ALGORITHMS = {
    "nb": "norwegian",
    "nn": "norwegian",
    "no": "norwegian",
    "da": "danish",
    "sv": "swedish",
    "en": "english",
}
_STEMMERS = {language: Stemmer(_ALGORITHMS[language], 0) for language in LANGUAGES}
_one_at_a_time = Lock()  # a stemmer keeps state while it works


@dataclass(frozen=True, slots=True)
class Term:
    """One thing a searcher asked for: a listing has it when it has one of `exact`, or a word that begins with one of
    `prefixes`. `word` is what was typed.
    """

    word: str
    exact: frozenset[str]
    prefixes: frozenset[str] = frozenset()


def words_in(text: str) -> list[str]:
    """The words of a text in order, in lower case and as people write them, each at most 40 characters."""
    composed = unicodedata.normalize("NFKC", text[:TEXT_LONGEST]).lower()
    return [word[:WORD_LONGEST] for word in _WORD.findall(unicodedata.normalize("NFC", composed))]


def folded(word: str) -> str:
    """The word in the letters that search compares: without any mark, in the Nordic letters' common form."""
    return _without_marks(_fold_nordic(word))


def index_words(text: str, language: str) -> list[str]:
    """What a text of this language can be found by, each once, in order."""
    words, language = words_in(text), _known(language)
    found = chain.from_iterable(_forms(word, language) for word in words)
    return list(dict.fromkeys(chain(found, _joined(words, language))))


def query(words: str, languages: Sequence[str]) -> tuple[Term, ...]:
    """What a searcher asks for: all of these terms, each in any of its forms.

    `languages` begins with the language of the page: it decides what a word means that stands for different things
    in different languages. Empty when there is no word at all.
    """
    typed = _join_typed(words_in(words[:QUERY_LONGEST]))
    telling = [word for word in typed if word not in LEFT_OUT] or typed
    telling = list(dict.fromkeys(telling))[:QUERY_WORDS]
    return tuple(_term(word, languages, is_last=word is telling[-1]) for word in telling)


def stem(word: str, language: str) -> str:
    """What all forms of a word have in common, folded. Languages without a stemmer keep the word whole."""
    if language not in _STEMMERS:
        return folded(word)
    return _stemmed(_fold_nordic(word), language)


def _term(word: str, languages: Sequence[str], *, is_last: bool) -> Term:
    things = _meant(word, languages)
    exact = {_token(word, language) for language in (*LANGUAGES, "")}
    if word in LEFT_OUT:
        exact.add(_empty(word))
    if folded(word) in FALSE_FRIENDS:
        at_home = [language for language in LANGUAGES if any(word in thing[language] for thing in things)]
        exact = {_token(word, language) for language in at_home}
    for thing in things:
        exact |= {_token(same, language) for language in LANGUAGES for same in thing[language]}
    short = folded(word)
    listed = bool(things) and len(short) <= PREFIX_FROM
    begins = is_last and len(short) >= PREFIX_FROM and not listed and short not in FALSE_FRIENDS
    return Term(word, frozenset(exact), frozenset({short}) if begins else frozenset())


def _meant(word: str, languages: Sequence[str]) -> list[dict[str, tuple[str, ...]]]:
    """The things a word stands for: in the page's language if it is a word of that, else in any."""
    page = _known(languages[0]) if languages else ""
    for asked in ((page,), LANGUAGES):
        stems = {(language, stem(word, language)) for language in asked}
        places = sorted({place for key in stems for place in _by_stem().get(key, ())})
        if places:
            return [THINGS[place] for place in places]
    return []


@lru_cache(maxsize=50_000)
def _forms(word: str, language: str) -> tuple[str, ...]:
    if word in STOP_WORDS.get(language, ()):
        return (_empty(word),)
    parts = () if language == "en" else _parts(_fold_nordic(word))
    return tuple(_token(form, language) for form in (word, *parts))


def _token(word: str, language: str) -> str:
    token = stem(word, language)
    return f"{token}·{language}" if token in FALSE_FRIENDS else token


def _empty(word: str) -> str:
    """A word that says nothing stands apart: folded, "søm" is "som" and "møte" is "mot", which are in every text."""
    return f"{folded(word)}·"


def _parts(compound: str) -> tuple[str, ...]:
    """The known words a Nordic compound is made of. A last part of three letters counts only after a known first
    one: "gåtur" is a tur, "kultur" is not.
    """
    for cut in range(2, len(compound) - 2):
        first, last = compound[:cut], compound[cut:]
        length = _known_length(last)
        if length < 3:
            continue
        known = next((part for part in (first, first[:-1]) if part in _lexicon()), None)
        if known is not None and (len(first) == len(known) or first[-1] in "se"):
            return (known, last)
        if len(first) >= 3 and length >= 4:
            return (last,)
    return ()


def _known_length(last: str) -> int:
    """How long a last part is without its ending, if it is a known word; else 0."""
    forms = {last, *(_stemmed(last, language) for language in ("nb", "sv"))} & _lexicon()
    return min((len(form) for form in forms), default=0)


def _joined(words: list[str], language: str) -> Iterator[str]:
    """Names of two words that are also written as one: "self-help", "drop-in"."""
    return (_token(first + second, language) for first, second in pairwise(words) if (first, second) in PAIRS)


def _join_typed(words: list[str]) -> list[str]:
    joined: list[str] = []
    for word in words:
        if joined and (joined[-1], word) in PAIRS:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


@lru_cache(maxsize=50_000)
def _stemmed(word: str, language: str) -> str:
    with _one_at_a_time:
        return _without_marks(_STEMMERS[language].stemWord(word))


def _fold_nordic(word: str) -> str:
    return word.translate(_NORDIC).replace("aa", "a")


def _without_marks(word: str) -> str:
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word.translate(_OTHER))
    return unicodedata.normalize("NFC", "".join(sign for sign in apart if not unicodedata.combining(sign)))


def _known(language: str) -> str:
    return "nb" if language in {"nn", "no"} else language


@cache
def _by_stem() -> dict[tuple[str, str], tuple[int, ...]]:
    """Where each word of the synonyms stands, by language and stem."""
    places: dict[tuple[str, str], tuple[int, ...]] = {}
    for place, thing in enumerate(THINGS):
        for language in LANGUAGES:
            for key in {(language, stem(word, language)) for word in thing[language]}:
                places[key] = (*places.get(key, ()), place)
    return places


@cache
def _lexicon() -> frozenset[str]:
    """Nordic words that compounds are made of, folded: as written and stemmed."""
    written = {(word, each) for thing in THINGS for each in LANGUAGES[:3] for word in thing[each]}
    return frozenset(_fold_nordic(word) for word, _ in written) | frozenset(
        stem(word, each) for word, each in written
    )
